import { describe, expect, test } from 'vitest';
import { PASSWORD_CHARACTERS, passwordLengthProblem, personWords } from '#src/domain/accounts/newPassword.ts';
import { refuseWeak } from '#src/server/accounts/newPassword.ts';

const amara = { name: 'Amara Okafor', email: 'amara@pqip.example' };
const verdict = async (password: string) =>
  refuseWeak(password, amara).then(
    () => 'taken',
    (error: unknown) => (error as { fields: { newPassword: string } }).fields.newPassword,
  );

describe('the length of a new password', () => {
  test.each([
    ['', 'Choose a password'],
    ['x'.repeat(PASSWORD_CHARACTERS - 1), /15 characters or more/],
    ['👩‍👩‍👧'.repeat(PASSWORD_CHARACTERS - 1), /15 characters or more/],
    ['x'.repeat(1025), 'Use a shorter password'],
  ])('%j is refused', (password, words) => {
    expect(passwordLengthProblem(password)).toMatch(words);
  });

  test.each(['x'.repeat(PASSWORD_CHARACTERS), ' '.repeat(PASSWORD_CHARACTERS), 'x'.repeat(1024)])(
    'a length that fits is no problem by itself',
    (password) => {
      expect(passwordLengthProblem(password)).toBeNull();
    },
  );
});

describe('passwords that are guessed first', () => {
  test.each([
    'passwordpassword',
    'Password123456789',
    'aaaaaaaaaaaaaaaa',
    'qwertyuiopasdfg',
    'abcabcabcabcabc',
    'probation-probation',
    'protect-the-study-day',
    'AmaraOkafor2026',
    '123456789012345',
    'amara@pqip.example',
  ])('%s is refused and says why', async (password) => {
    expect(await verdict(password)).toMatch(/guessed first/);
  });

  test.each(['copper lantern seven tides', 'thequietredkettle', 'μία-δύο-τρεις-τέσσερις', 'jo8#Vq2!xL9$mR4w'])(
    '%s is taken, whatever it is made of',
    async (password) => {
      expect(await verdict(password)).toBe('taken');
    },
  );

  test('a very long one is looked at as quickly', async () => {
    expect(await verdict('seven copper kettles sing '.repeat(39))).toBe('taken');
  });
});

test('the words somebody would guess with are each part of a name and an address, once', () => {
  expect(personWords(amara)).toEqual(['amara', 'okafor', 'pqip', 'example', 'amara@pqip.example', 'amaraokafor']);
});
