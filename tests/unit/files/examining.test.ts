import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { FileType } from '#src/domain/files/words.ts';
import { EXAMINE_LIMITS } from '#src/server/files/examine/limits.ts';
import { runExaminer, type RunLimits } from '#src/server/files/examine/runExaminer.ts';
import { docxWith } from '../../security/hostile/docxWith.ts';
import { box, soundOf, tagOf, taggedVideoOf, videoOf } from '../../security/hostile/recordings.ts';
import { freshFolder } from '../../support/database.ts';
import { pdfSaying } from '../../support/documents.ts';

async function examine(type: FileType, bytes: Buffer, limits: Partial<RunLimits> = {}) {
  const folder = freshFolder();
  const [path, out] = [join(folder, 'came'), join(folder, 'new')];
  writeFileSync(path, bytes);
  return { out, answer: await runExaminer({ path, type, out }, { ...EXAMINE_LIMITS, ...limits }) };
}

const header = `<?xml version="1.0" encoding="UTF-8"?><w:hdr xmlns:w="x"><w:p><w:r><w:t>SW1A</w:t></w:r><w:r><w:t xml:space="preserve"> 1AA</w:t></w:r></w:p></w:hdr>`;
const comments = `<?xml version="1.0" encoding="UTF-8"?><w:comments xmlns:w="x"><w:comment><w:p><w:r><w:t>Mail j.smith@probation.example</w:t></w:r></w:p></w:comment></w:comments>`;
const properties = `<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Mr John Smith</dc:creator></cp:coreProperties>`;

describe('the text of a document is searched wherever it stands', () => {
  test.each([
    ['the pages of a PDF', 'pdf', () => pdfSaying('Training case X123456'), [['case_reference', 1]]],
    ['nothing in a PDF', 'pdf', () => pdfSaying('What I did on Tuesday'), []],
    [
      'the header of a Word document, cut into runs',
      'docx',
      () => docxWith({ more: [{ name: 'word/header1.xml', content: header }] }),
      [['postcode', 1]],
    ],
    [
      'its comments',
      'docx',
      () => docxWith({ more: [{ name: 'word/comments.xml', content: comments }] }),
      [['email', 1]],
    ],
    [
      'its properties',
      'docx',
      () => docxWith({ more: [{ name: 'docProps/core.xml', content: properties }] }),
      [['name', 1]],
    ],
  ] as const)('%s', async (_story, type, bytes, found) => {
    const { answer } = await examine(type, Buffer.from(await bytes()));
    expect(answer).toEqual({ problem: null, found, isRewritten: false });
  });
});

/** Tags of a recording, as programs write them. */
const wide = (text: string) => Buffer.concat([Buffer.from([1, 0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const packed = (text: string) => Buffer.concat([Buffer.alloc(4), deflateSync(Buffer.from(`\u0003${text}`))]);
const oldTag = Buffer.from(`TAG${'Talk with Mr John Smith'.padEnd(30, '\0')}`.padEnd(128, '\0'), 'latin1');
const itunes = (kind: string, text: string) => box(kind, box('data', Buffer.from(`\0\0\0\u0001\0\0\0\0${text}`)));
const tagsOf = (...items: Buffer[]) =>
  box('udta', box('meta', Buffer.concat([Buffer.alloc(4), box('ilst', Buffer.concat(items))])));
const LOUDNESS = ' 00000000 00000840 0000033C 0000000000123456 00000000 07700900 00001234 00000000 00000000';

describe('the tags of a recording are searched too', () => {
  test.each([
    [
      'the title of an MP3',
      'mp3',
      () => [tagOf('TIT2', Buffer.from('\u0003Visit X123456')), soundOf()],
      'case_reference',
    ],
    ['two bytes a letter', 'mp3', () => [tagOf('TIT2', wide('With Mr John Smith')), soundOf()], 'name'],
    ['its comment', 'mp3', () => [tagOf('COMM', Buffer.from('\0eng\0Ring 07700 900123')), soundOf()], 'telephone'],
    ['a packed comment', 'mp3', () => [tagOf('COMM', packed('Live at SW1A 1AA'), 0x80), soundOf()], 'postcode'],
    ['an older tag at its end', 'mp3', () => [soundOf(), oldTag], 'name'],
    [
      'the comment of an M4A',
      'm4a',
      () => [taggedVideoOf('M4A ', tagsOf(itunes('©cmt', 'Case X123456')))],
      'case_reference',
    ],
    [
      'its title behind a picture',
      'm4a',
      () => [taggedVideoOf('M4A ', tagsOf(itunes('covr', 'Mr A. Noise'), itunes('©nam', 'Mr John Smith')))],
      'name',
    ],
    [
      'XMP in a video',
      'mp4',
      () => [videoOf('isom', box('uuid', Buffer.from('<x:xmpmeta>j@probation.example')))],
      'email',
    ],
  ] as const)('%s', async (_story, type, parts, kind) => {
    const { answer } = await examine(type, Buffer.concat(parts()));
    expect(answer).toEqual({ problem: null, found: [[kind, 1]], isRewritten: false });
  });

  test.each([
    ['figures about loudness', 'm4a', () => [taggedVideoOf('M4A ', tagsOf(itunes('----', LOUDNESS)))]],
    [
      'a title without anybody in it',
      'mp3',
      () => [tagOf('TIT2', Buffer.from('\u0003A talk about fairness')), soundOf()],
    ],
    ['a picture of the cover', 'mp3', () => [tagOf('APIC', Buffer.from('\0image/png\0Mr John Smith')), soundOf()]],
  ] as const)('and %s is nobody', async (_story, type, parts) => {
    const { answer } = await examine(type, Buffer.concat(parts()));
    expect(answer).toEqual({ problem: null, found: [], isRewritten: false });
  });

  test('a tag that cannot be unpacked is refused unread', async () => {
    const bytes = Buffer.concat([tagOf('COMM', Buffer.from('\0\0\0\0nothing'), 0x80), soundOf()]);
    expect((await examine('mp3', bytes)).answer).toEqual({ problem: 'damaged' });
  });
});

test.each([
  ['mp3', soundOf()],
  ['mp4', videoOf()],
  ['mp4', videoOf('mp42')],
  ['m4a', videoOf('M4A ')],
  ['m4a', videoOf('isom')],
] as const)('a recording passes as it is: %s', async (type, bytes) => {
  expect((await examine(type, bytes)).answer).toEqual({ problem: null, found: [], isRewritten: false });
});

test('a picture is written anew, turned as it was meant, without what it said of itself', async () => {
  const taken = await sharp({ create: { width: 60, height: 20, channels: 3, background: '#2a7' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { out, answer } = await examine('jpeg', taken);
  expect(answer).toMatchObject({ problem: null, isRewritten: true });
  const { width, height, exif, orientation } = await sharp(out).metadata();
  expect({ width, height, exif, orientation }).toEqual({
    width: 20,
    height: 60,
    exif: undefined,
    orientation: undefined,
  });
});

describe('a process that is ended leaves a refusal and nothing else', () => {
  test.each([
    ['out of time', { ms: 5 }],
    ['out of memory', { heapMegabytes: 1 }],
  ])('%s', async (_story, limits) => {
    const { out, answer } = await examine('pdf', await pdfSaying('Anything'), limits);
    expect(answer).toEqual({ problem: 'takes_too_long' });
    expect(existsSync(out)).toBe(false);
  });
});
