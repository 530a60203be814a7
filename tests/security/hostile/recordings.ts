import { corpusOf, DECLARED } from './hostileFile.ts';
import { zipOf } from './zip.ts';

function box(kind: string, content: Buffer, told?: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(told ?? content.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, content]);
}

const brand = (name: string) => box('ftyp', Buffer.from(`${name}\0\0\0\0${name}`, 'latin1'));

/** The smallest thing that is built as a video is. */
export const videoOf = (name = 'isom', ...more: Buffer[]) =>
  Buffer.concat([brand(name), box('moov', Buffer.alloc(64)), box('mdat', Buffer.alloc(256)), ...more]);

const FRAME = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]);

/** Silence: so many frames of layer III. */
export const soundOf = (frames = 20) => Buffer.concat(Array.from({ length: frames }, () => FRAME));

const PAGE = Buffer.from(`<html><script>alert(1)</script>${'x'.repeat(3000)}</html>`);
const taggedPage = Buffer.concat([Buffer.from('ID3\u0003\0\0\0\0\0\0', 'latin1'), PAGE]);

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
      bytes: () => videoOf('isom', zipOf([{ name: 'run.js', content: 'alert(1)' }])),
      fate: ['damaged'],
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
    { story: 'an MP3 called M4A', bytes: () => soundOf(), fate: ['not_what_it_says'] },
  ]),
];
