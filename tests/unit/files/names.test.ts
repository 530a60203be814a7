import { describe, expect, test } from 'vitest';
import { attachmentHeader, keptName } from '#src/domain/files/fileName.ts';
import { ACCEPTED, agreesWithDeclared, typeOfName } from '#src/domain/files/types.ts';

describe('the name a file is kept under', () => {
  test.each([
    ['plan.pdf', 'plan.pdf'],
    ['My plan (2).PDF', 'My plan (2).pdf'],
    ['board.jpeg', 'board.jpg'],
    ['  plan  of   the  week.docx ', 'plan of the week.docx'],
    ['/home/amara/plan.pdf', 'plan.pdf'],
    ['C:\\Users\\amara\\plan.pdf', 'plan.pdf'],
    ['Siân’s café.pdf', 'Siân’s café.pdf'],
    ['plan\u202Efdp.mp3', 'planfdp.mp3'],
    ['...pdf', 'file.pdf'],
    ['a.exe.pdf', 'a.exe.pdf'],
    ['nul.mp4', 'file nul.mp4'],
    ['what? <b>"really"</b>.m4a', 'b.m4a'],
  ])('%j is kept as %j', (given, kept) => {
    expect(keptName(given)?.name).toBe(kept);
  });

  test.each(['plan', 'plan.', 'plan.exe', 'plan.pdf.exe', 'pdf', '', 'plan.pdf/', 'plan.svg', 'plan.htm', 'plan.docm'])(
    '%j is of no kind that is taken',
    (given) => {
      expect(keptName(given)).toBeNull();
    },
  );

  test('is never longer than 120 characters, and cuts no letter in two', () => {
    const { name = '' } = keptName(`${'👩🏽‍🏫'.repeat(200)}.pdf`) ?? {};
    expect([...name].length).toBeLessThanOrEqual(120);
    expect(name.isWellFormed()).toBe(true);
    expect(name.endsWith('.pdf')).toBe(true);
  });
});

test.each([
  ['plan.pdf', `attachment; filename="plan.pdf"; filename*=UTF-8''plan.pdf`],
  ['Siân’s plan.pdf', `attachment; filename="Sian_s plan.pdf"; filename*=UTF-8''Si%C3%A2n%E2%80%99s%20plan.pdf`],
  ["it's (one).pdf", `attachment; filename="it_s (one).pdf"; filename*=UTF-8''it%27s%20%28one%29.pdf`],
])('%s is sent as %s', (name, header) => {
  expect(attachmentHeader(name)).toBe(header);
});

test.each([
  ['pdf', 'application/pdf', true],
  ['pdf', 'application/octet-stream', true],
  ['pdf', '', true],
  ['pdf', 'APPLICATION/PDF; charset=binary', true],
  ['pdf', 'text/html', false],
  ['png', 'image/svg+xml', false],
  ['m4a', 'audio/x-m4a', true],
  ['mp4', 'video/quicktime', false],
] as const)('a file called %s that the browser calls %j agrees: %s', (type, declared, expected) => {
  expect(agreesWithDeclared(type, declared)).toBe(expected);
});

test('what the file field offers is what is taken', () => {
  expect(ACCEPTED.split(',').map((end) => typeOfName(`x${end}`))).not.toContain(null);
});
