import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pdfStructureProblem } from '#src/server/files/examine/pdfStructure.ts';
import { pdfWith, streamOf } from '../../security/hostile/pdfs.ts';

/** A hundredth of the largest file that is taken. */
const SIZE = 500_000;
const many = (part: string, size = SIZE) => part.repeat(Math.floor(size / part.length));
const problemOf = (pdf: Buffer) => pdfStructureProblem(pdf.toString('latin1'), pdf);
const inStream = (text: string) => pdfWith('', [streamOf('', Buffer.from(text))]);

/** Every packed object begins at the same place. */
function packedInOnePlace(): Buffer {
  const head = many('9 0 ', SIZE / 10);
  const numbers = `/N ${String(head.length / 4)} /First ${String(head.length)} /Filter /FlateDecode`;
  return pdfWith('', [streamOf(numbers, deflateSync(Buffer.from(`${head}(${'a'.repeat(SIZE)})`)))]);
}

describe('a PDF whose parts lie in each other is not read over and over', () => {
  test.each([
    ['strings that never end', () => inStream(many('1 0 obj ('))],
    ['strings in hexadecimal that never end', () => inStream(many('1 0 obj <'))],
    ['lists that lie in each other', () => inStream(many('1 0 obj ['))],
    ['a list that goes on and on', () => inStream(many('1 0 obj [1 '))],
    ['streams that lie in each other', () => inStream(many('1 0 obj <<>>stream\n'))],
    ['packed objects that are all the same', packedInOnePlace],
    [
      'an object in so many versions, each of which means itself',
      () => pdfWith(many('>> endobj 1 0 obj << /A 1 0 R ')),
    ],
  ])('%s', (_story, pdf) => {
    expect(() => problemOf(pdf())).toThrow(expect.objectContaining({ problem: 'takes_too_long' }) as Error);
  });
});

test.each([
  ['remarks within remarks', many('1 %%%%%%%%%%%%%%%%%%%%%%%%%%%%\n')],
  ['one remark without an end', many('1 0 %')],
  ['trailers without anything', many('trailer%')],
])('%s take no longer than their length', (_story, text) => {
  expect(problemOf(inStream(text))).toBeNull();
});

test('an object behind remarks is found by its number', () => {
  const pdf = pdfWith('/OpenAction << /S 77 %\n 0 R >>', [
    '(x) endobj 77 % one\r%% two % \n 0\n% three\n obj /JavaScript',
  ]);
  expect(problemOf(pdf)).toBe('active');
});

test('a trailer behind remarks is found', () => {
  expect(problemOf(pdfWith('', ['(x) endobj trailer % one\n << /Encrypt 9 0 R >>']))).toBe('protected');
});
