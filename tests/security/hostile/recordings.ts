import { TEST_VIRUS } from '../../support/clamd.ts';
import { corpusOf, DECLARED } from './hostileFile.ts';
import { zipOf } from './zip.ts';

export function box(kind: string, content: Buffer, told?: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(told ?? content.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, content]);
}

const brand = (name: string) => box('ftyp', Buffer.from(`${name}\0\0\0\0${name}`, 'latin1'));

/** What describes a recording: how long it is, and one track. */
const moov = (...more: Buffer[]) =>
  box('moov', Buffer.concat([box('mvhd', Buffer.alloc(100)), box('trak', box('tkhd', Buffer.alloc(84))), ...more]));

/** The smallest thing that is built as a video is. */
export const videoOf = (name = 'isom', ...more: Buffer[]) =>
  Buffer.concat([brand(name), moov(), box('mdat', Buffer.alloc(256)), ...more]);

/** One whose description holds tags as well. */
export const taggedVideoOf = (name: string, ...tags: Buffer[]) =>
  Buffer.concat([brand(name), moov(...tags), box('mdat', Buffer.alloc(256))]);

const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);

/** Silence: so many frames of layer III. */
export const soundOf = (frames = 20) => Buffer.concat(Array.from({ length: frames }, () => FRAME));

const PAGE = Buffer.from(`<html><script>alert(1)</script>${'x'.repeat(3000)}</html>`);
const taggedPage = Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1'), PAGE]);

/** A tag in front of an MP3 with one frame. */
export function tagOf(name: string, content: Buffer, flags = 0): Buffer {
  const frame = Buffer.alloc(10);
  frame.write(name, 'latin1');
  frame.writeUInt32BE(content.length, 4);
  frame[9] = flags;
  const length = frame.length + content.length;
  const sevenBits = [21, 14, 7, 0].map((bits) => (length >> bits) & 0x7f);
  return Buffer.concat([Buffer.from('ID3\u0003\0\0', 'latin1'), Buffer.from(sevenBits), frame, content]);
}

/** The same behind what a tag of version 3 may say of itself first. */
function behindExtension(tag: Buffer): Buffer {
  const extension = Buffer.from([0, 0, 0, 6, 0, 0, 0, 0, 0, 0]);
  const longer = Buffer.concat([tag.subarray(0, 10), extension, tag.subarray(10)]);
  longer[5] = 0x40;
  longer[9] = (tag[9] ?? 0) + extension.length;
  return longer;
}

/** A box whose length is told in eight bytes. */
function longBox(kind: string, told: bigint): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(told);
  return Buffer.concat([box(kind, Buffer.alloc(0), 1), length, Buffer.alloc(64)]);
}

const script = () => zipOf([{ name: 'run.js', content: 'alert(1)' }]);

/** Recordings that are something else, or something else as well. */
export const HOSTILE_RECORDINGS = [
  ...corpusOf({ name: 'talk.mp3', declared: DECLARED.mp3 }, [
    { story: 'a page of the web called MP3', bytes: () => PAGE, fate: ['not_what_it_says'] },
    { story: 'a page of the web behind the tag of an MP3', bytes: () => taggedPage, fate: ['not_what_it_says'] },
    {
      story: 'an MP3 with a long page of the web behind it',
      bytes: () => Buffer.concat([soundOf(), Buffer.alloc(100_000, PAGE)]),
      fate: ['not_what_it_says'],
    },
    {
      story: 'an MP3 of one frame and an archive',
      bytes: () => Buffer.concat([FRAME, zipOf([{ name: 'a', content: 'b'.repeat(500) }])]),
      fate: ['not_what_it_says'],
    },
    {
      story: 'an MP3 with a small archive behind much sound',
      bytes: () => Buffer.concat([soundOf(200), script()]),
      fate: ['not_what_it_says'],
    },
    {
      story: 'an MP3 with a program in its tag',
      bytes: () => Buffer.concat([tagOf('GEOB', Buffer.from('MZ')), soundOf()]),
      fate: ['embedded'],
    },
    {
      story: 'an MP3 with a program in its tag, behind what the tag says of itself',
      bytes: () => Buffer.concat([behindExtension(tagOf('GEOB', Buffer.from('MZ'))), soundOf()]),
      fate: ['embedded'],
    },
    {
      story: 'an MP3 whose tag is longer than the file',
      bytes: () => Buffer.concat([Buffer.from('ID3\u0003\0\0\x7f\x7f\x7f\x7f', 'latin1'), soundOf()]),
      fate: ['not_what_it_says'],
    },
    {
      story: 'an MP3 with a known virus in its tag',
      bytes: () => Buffer.concat([tagOf('COMM', Buffer.from(TEST_VIRUS)), soundOf()]),
      fate: ['infected'],
      needsScanner: true,
    },
    {
      story: 'an MP3 with a known virus behind its sound',
      bytes: () => Buffer.concat([soundOf(), Buffer.from(TEST_VIRUS)]),
      fate: ['infected'],
      needsScanner: true,
    },
  ]),
  ...corpusOf({ name: 'talk.mp4', declared: DECLARED.mp4 }, [
    {
      story: 'a program called MP4',
      bytes: () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)]),
      fate: ['not_what_it_says'],
    },
    {
      story: 'a page of the web behind the head of a video',
      bytes: () => Buffer.concat([brand('isom'), PAGE]),
      fate: ['damaged'],
    },
    {
      story: 'a video with an archive behind it',
      bytes: () => videoOf('isom', script()),
      fate: ['not_what_it_says'],
    },
    {
      story: 'a video with an archive in a part that counts for nothing',
      bytes: () => videoOf('isom', box('free', script())),
      fate: ['not_what_it_says'],
    },
    {
      story: 'a video with a part of more bytes than there are in the world',
      bytes: () => videoOf('isom', longBox('free', 0xffff_ffff_ffff_ffffn)),
      fate: ['damaged'],
    },
    {
      story: 'a video with a part shorter than what tells its length',
      bytes: () => videoOf('isom', longBox('free', 8n)),
      fate: ['damaged'],
    },
    {
      story: 'a page of the web where the tracks of a video should be described',
      bytes: () => Buffer.concat([brand('isom'), box('moov', PAGE), box('mdat', Buffer.alloc(256))]),
      fate: ['damaged'],
    },
    {
      story: 'a video without a track',
      bytes: () => Buffer.concat([brand('isom'), box('moov', box('mvhd', Buffer.alloc(100))), box('mdat', PAGE)]),
      fate: ['damaged'],
    },
    {
      story: 'a video that is described twice',
      bytes: () => videoOf('isom', moov()),
      fate: ['damaged'],
    },
    {
      story: 'a video with a known virus behind two megabytes of nothing',
      bytes: () => videoOf('isom', box('free', Buffer.concat([Buffer.alloc(2_000_000), Buffer.from(TEST_VIRUS)]))),
      fate: ['infected'],
      needsScanner: true,
    },
    {
      story: 'a video with a part that nobody knows',
      bytes: () => videoOf('isom', box('html', PAGE)),
      fate: ['damaged'],
    },
    {
      story: 'a video with a part that has no end',
      bytes: () => videoOf('isom', box('free', Buffer.alloc(8), 4_000_000_000)),
      fate: ['damaged'],
    },
    {
      story: 'a video with a part of no length',
      bytes: () => videoOf('isom', box('free', Buffer.alloc(8), 4)),
      fate: ['damaged'],
    },
    { story: 'a film of another kind called MP4', bytes: () => videoOf('qt  '), fate: ['not_what_it_says'] },
  ]),
  ...corpusOf({ name: 'talk.m4a', declared: DECLARED.m4a }, [
    { story: 'a page of the web called M4A', bytes: () => PAGE, fate: ['not_what_it_says'] },
    {
      story: 'a sound recording with a known virus in it',
      bytes: () => videoOf('M4A ', box('free', Buffer.from(TEST_VIRUS))),
      fate: ['infected'],
      needsScanner: true,
    },
    { story: 'an MP3 called M4A', bytes: () => soundOf(), fate: ['not_what_it_says'] },
  ]),
];
