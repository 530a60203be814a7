import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { TEST_VIRUS } from '../../support/clamd.ts';
import { corpusOf, DECLARED } from './hostileFile.ts';
import { zipOf } from './zip.ts';

const SCRIPT = '<script>alert(document.cookie)</script>';
const SVG = `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`;
const plain = () => sharp({ create: { width: 40, height: 30, channels: 3, background: '#2a7' } });

function chunk(kind: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG that says it is so wide and high, with hardly anything in it. */
function pngOf(width: number, height: number, pixels = Buffer.alloc(10)): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Puts a part of text into a PNG, before its end. */
async function pngWithText(words: string): Promise<Buffer> {
  const png = await plain().png().toBuffer();
  return Buffer.concat([png.subarray(0, -12), chunk('tEXt', Buffer.from(`Comment\0${words}`)), png.subarray(-12)]);
}

const withExif = () =>
  plain()
    .withExif({
      IFD0: { Artist: 'Bob Example', ImageDescription: '<?php system($_GET[0]); ?>' },
      IFD3: { GPSLatitude: '51/1 30/1 0/1' },
    })
    .jpeg()
    .toBuffer();

const behind = async (start: Promise<Buffer>, more: string | Buffer) => Buffer.concat([await start, Buffer.from(more)]);
const jpeg = () => plain().jpeg().toBuffer();

/** Pictures that are pages, archives or bombs, and real ones with something hung on to them. */
export const HOSTILE_PICTURES = [
  ...corpusOf({ name: 'board.png', declared: DECLARED.png }, [
    { story: 'a drawing with a script called PNG', bytes: () => Buffer.from(SVG), fate: ['not_what_it_says'] },
    {
      story: 'a picture of another kind called PNG',
      bytes: () => plain().webp().toBuffer(),
      fate: ['not_what_it_says'],
    },
    {
      story: 'a GIF that is a script called PNG',
      bytes: () => Buffer.from('GIF89a=1;alert(1)//'),
      fate: ['not_what_it_says'],
    },
    {
      story: 'a PNG with a script in its comment',
      bytes: () => pngWithText(SCRIPT),
      fate: { without: ['<script', 'tEXt'] },
    },
    {
      story: 'a PNG with a page of the web behind its end',
      bytes: () => behind(plain().png().toBuffer(), `<html>${SCRIPT}</html>`),
      fate: { without: ['<html', '<script'] },
    },
    {
      story: 'a PNG with an archive behind its end',
      bytes: () => behind(plain().png().toBuffer(), zipOf([{ name: 'run.js', content: 'alert(1)' }])),
      fate: { without: ['PK\u0003\u0004', 'run.js'] },
    },
    { story: 'a PNG of ten thousand million pixels', bytes: () => pngOf(100_000, 100_000), fate: ['too_many_pixels'] },
    {
      story: 'a PNG that unpacks to more pixels than are taken',
      bytes: () => pngOf(10_000, 6000, Buffer.alloc(60_006_000)),
      fate: ['too_many_pixels'],
    },
    { story: 'a PNG without its pixels', bytes: () => pngOf(3000, 3000), fate: ['damaged'] },
    {
      story: 'a PNG cut off in the middle',
      bytes: async () => (await plain().png().toBuffer()).subarray(0, 60),
      fate: ['damaged', 'not_what_it_says'],
    },
    {
      story: 'a PNG that the browser calls a drawing',
      declared: 'image/svg+xml',
      bytes: () => plain().png().toBuffer(),
      fate: ['not_what_it_says'],
    },
  ]),
  ...corpusOf({ name: 'board.jpg', declared: DECLARED.jpeg }, [
    {
      story: 'a page of the web called JPEG',
      bytes: () => Buffer.from(`<html>${SCRIPT}</html>`),
      fate: ['not_what_it_says'],
    },
    {
      story: 'a JPEG with a program, a name and a place in its notes',
      bytes: withExif,
      fate: { without: ['<?php', 'Bob Example', 'Exif'] },
    },
    {
      story: 'a JPEG with a page of the web in a remark of its own',
      bytes: async () => {
        const picture = await jpeg();
        const remark = Buffer.from(`<html>${SCRIPT}</html>`);
        const head = Buffer.from([0xff, 0xfe, 0, remark.length + 2]);
        return Buffer.concat([picture.subarray(0, 2), head, remark, picture.subarray(2)]);
      },
      fate: { without: ['<html', '<script'] },
    },
    {
      story: 'a JPEG with a script in what it says of itself',
      bytes: () => plain().withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${SCRIPT}</x:xmpmeta>`).jpeg().toBuffer(),
      fate: { without: ['<script', 'xmpmeta'] },
    },
    {
      story: 'a JPEG that is an archive too',
      bytes: () => behind(jpeg(), zipOf([{ name: 'run.js', content: 'alert(1)' }])),
      fate: { without: ['PK\u0003\u0004', 'run.js'] },
    },
    {
      story: 'a JPEG with a known virus behind its end',
      bytes: () => behind(jpeg(), TEST_VIRUS),
      fate: { without: [TEST_VIRUS] },
    },
    {
      story: 'a JPEG that says it is a PDF further down',
      bytes: () => behind(jpeg(), '%PDF-1.7\n%%EOF'),
      fate: { without: ['%PDF'] },
    },
    {
      story: 'a JPEG that is a head alone',
      bytes: () => Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'),
      fate: ['damaged'],
    },
    { story: 'a PNG called JPEG', bytes: () => plain().png().toBuffer(), fate: ['not_what_it_says'] },
  ]),
];
