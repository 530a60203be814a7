import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { FileType } from '#src/domain/files/words.ts';
import { EXAMINE_LIMITS } from '#src/server/files/examine/limits.ts';
import { runExaminer, type RunLimits } from '#src/server/files/examine/runExaminer.ts';
import { docxWith } from '../../security/hostile/docxWith.ts';
import { soundOf, videoOf } from '../../security/hostile/recordings.ts';
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
