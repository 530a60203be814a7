import { expect, test } from 'vitest';
import { carriedFields, carriedTo } from '#src/domain/accounts/carriedText.ts';

test('everything she typed is carried along, repeated fields and line ends included', () => {
  const posted = { text: ['first line\r\nsecond <b>line</b>'], criteria: ['3.1', '3.2'] };
  expect(carriedFields(posted)).toEqual([
    ['text', 'first line\r\nsecond <b>line</b>'],
    ['criteria', '3.1'],
    ['criteria', '3.2'],
  ]);
});

test('a password is never carried, nor what the sign-in form itself sends', () => {
  expect(
    carriedFields({
      password: ['secret'],
      email: ['a@pqip.example'],
      to: ['/x'],
      carriedFor: ['mark'],
      comment: ['kept'],
    }),
  ).toEqual([['comment', 'kept']]);
});

test('a form goes on to its own action', () => {
  expect(carriedTo('/modules/parole-recall?_action=reflections.save', false)).toBe(
    '/modules/parole-recall?_action=reflections.save',
  );
});

test('a form that asked for the password goes to its page only: signing in signs nothing', () => {
  expect(carriedTo('/assess/7/sign?_action=signing.sign', true)).toBe('/assess/7/sign');
});
