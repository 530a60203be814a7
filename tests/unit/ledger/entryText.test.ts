import { describe, expect, test } from 'vitest';
import { signOffBody, type SignOffFacts } from '#src/domain/ledger/entryBody.ts';
import { anchorText, entryText, GENESIS_HASH, readAnchorText } from '#src/domain/ledger/entryText.ts';
import { wholeSecond } from '#src/domain/ledger/wholeSecond.ts';

const anchor = {
  size: 12,
  head: 'ab'.repeat(32),
  at: '2026-11-21T22:03:00Z',
  keyId: '0123456789abcdef',
  database: 'fedcba9876543210',
};

const facts: SignOffFacts = {
  viewerId: 'daniel',
  sessionRef: '0011223344556677',
  factorAt: new Date('2026-11-21T22:02:59.900Z'),
  submission: { id: 's1', number: 2, traineeId: 'amara', sha256: 'aa', qualificationVersion: 'demo-1' },
  assessment: {
    id: 'a1',
    sha256: 'bb',
    decisions: [
      { criterionId: '3.2', outcome: 'met' },
      { criterionId: '3.10', outcome: 'met' },
    ],
  },
  at: new Date('2026-11-21T22:03:00.999Z'),
};

describe('what is hashed and signed', () => {
  test('an entry is hashed over a label, the hash before it and its body, each on its own line', () => {
    expect(entryText(GENESIS_HASH, '{}')).toBe(`pqip-ledger-v1\n${'0'.repeat(64)}\n{}`);
  });

  test('an anchor that was written reads back as it was', () => {
    expect(readAnchorText(`${anchorText(anchor)}signature c2lnbg==\n`)).toEqual({
      facts: anchor,
      signature: 'c2lnbg==',
    });
  });

  test.each([
    ['without its signature', anchorText(anchor)],
    ['for no entries', `${anchorText({ ...anchor, size: 0 })}signature c2lnbg==\n`],
    ['with a line too many', `${anchorText(anchor)}more words\nsignature c2lnbg==\n`],
    ['cut short', anchorText(anchor).slice(0, 40)],
    ['with something after it', `${anchorText(anchor)}signature c2lnbg==\n\n`],
  ])('an anchor %s is not taken for one', (_story, text) => {
    expect(readAnchorText(text)).toBeNull();
  });

  test('an instant is written in UTC with its part of a second cut off, as the tables keep it', () => {
    expect(wholeSecond(new Date('2026-03-29T02:30:00.999+01:00'))).toBe('2026-03-29T01:30:00Z');
    expect(() => wholeSecond(new Date('never'))).toThrow(RangeError);
  });
});

describe('the body of a sign-off', () => {
  test('names who signed what, when, and how she was known, and orders the criteria as text', () => {
    expect(signOffBody(facts)).toEqual({
      type: 'sign_off',
      version: 1,
      signedBy: 'daniel',
      sessionRef: '0011223344556677',
      factor: 'password',
      factorAt: '2026-11-21T22:02:59Z',
      traineeId: 'amara',
      submissionId: 's1',
      submissionNumber: 2,
      submissionSha256: 'aa',
      assessmentId: 'a1',
      assessmentSha256: 'bb',
      criteria: [
        { id: '3.10', outcome: 'met' },
        { id: '3.2', outcome: 'met' },
      ],
      qualificationVersion: 'demo-1',
      reason: null,
      at: '2026-11-21T22:03:00Z',
    });
  });

  test('takes over a reason where one is given', () => {
    expect(signOffBody({ ...facts, reason: 'Signed for a colleague on leave' }).reason).toBe(
      'Signed for a colleague on leave',
    );
  });
});
