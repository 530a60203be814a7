import { describe, expect, test } from 'vitest';
import { resendPath, returnPath } from '#src/domain/accounts/returnPath.ts';

describe('after signing in she goes back to where she was', () => {
  test.each([
    ['a page', '/modules/parole-recall', '/modules/parole-recall'],
    ['a page with a question', '/cohorts/london?sort=name&way=up', '/cohorts/london?sort=name&way=up'],
    ['a page with an accent in its address', '/search?q=caf%C3%A9', '/search?q=caf%C3%A9'],
    ['the start page', '/', '/'],
  ])('%s', (_story, to, expected) => {
    expect(returnPath(to)).toBe(expected);
    expect(resendPath(to)).toBe(expected);
  });
});

describe('an address that leads elsewhere becomes the start page', () => {
  test.each([
    'https://evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a\\b',
    ' /modules',
    'modules',
    'javascript:alert(1)',
    '/.//evil.example',
    '/../..//evil.example',
    '/%0d%0aset-cookie:x=1'.replace('%0d%0a', '\r\n'),
    '/\u0000',
    `/${'a'.repeat(3000)}`,
    '',
  ])('%j', (to) => {
    expect(returnPath(to)).toBe('/');
    expect(resendPath(to)).toBe('/');
  });

  test('so does no address at all', () => {
    expect([returnPath(null), returnPath(undefined)]).toEqual(['/', '/']);
  });
});

test.each(['/sign-in', '/sign-in?to=/x', '/sign-out', '/_actions/portfolio.submit', '/_image?href=x'])(
  '%s is no place to go back to',
  (to) => {
    expect(returnPath(to)).toBe('/');
    expect(resendPath(to)).toBe('/');
  },
);

test('a page whose name only begins like the sign-in page is one', () => {
  expect(returnPath('/sign-in-help')).toBe('/sign-in-help');
});

test('going back by itself never runs an action, sending a form again does', () => {
  expect(returnPath('/assess/7/sign?_action=signing.sign&x=1')).toBe('/assess/7/sign?x=1');
  expect(resendPath('/modules/a?_action=reflections.save')).toBe('/modules/a?_action=reflections.save');
});
