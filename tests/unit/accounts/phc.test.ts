import { describe, expect, test } from 'vitest';
import { isOutdated, parsePhc, phcText, type StoredHash } from '#src/domain/accounts/phc.ts';

const stored: StoredHash = {
  memoryKib: 19456,
  passes: 2,
  lanes: 1,
  keyId: 'Ab3_-9xY',
  salt: 'c2FsdHNhbHRzYWx0c2Fs',
  tag: 'dGFndGFndGFndGFndGFndGFndGFn',
};

test('a hash is written as one line that says how it was made', () => {
  expect(phcText(stored)).toBe(
    '$argon2id$v=19$m=19456,t=2,p=1,keyid=Ab3_-9xY$c2FsdHNhbHRzYWx0c2Fs$dGFndGFndGFndGFndGFndGFndGFn',
  );
});

test.each([
  ['with a pepper', stored],
  ['without one', { ...stored, keyId: null }],
])('what is written %s can be read again', (_story, hash) => {
  expect(parsePhc(phcText(hash))).toEqual(hash);
});

test.each([
  '',
  'plain text',
  '$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2Fs$dGFndGFndGFndGFndGFn',
  '$argon2id$v=16$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2Fs$dGFndGFndGFndGFndGFn',
  '$2b$10$abcdefghijklmnopqrstuv',
])('%j is no hash of ours', (text) => {
  expect(parsePhc(text)).toBeNull();
});

describe('a hash is made anew when more work is asked for', () => {
  const work = { memoryKib: 19456, passes: 2, lanes: 1 };
  test.each<[string, Partial<StoredHash>, boolean]>([
    ['the same work', {}, false],
    ['more work than asked for', { memoryKib: 65536 }, false],
    ['less memory', { memoryKib: 12288 }, true],
    ['fewer passes', { passes: 1 }, true],
    ['another pepper', { keyId: 'other123' }, true],
    ['no pepper', { keyId: null }, true],
  ])('%s', (_story, change, expected) => {
    expect(isOutdated({ ...stored, ...change }, work, stored.keyId)).toBe(expected);
  });
});
