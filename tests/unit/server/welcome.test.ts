import { expect, test } from 'vitest';
import { DEMO_PASSWORD, demoEmail, NAMED_PEOPLE } from '#db/demo/index.ts';
import { welcomeText } from '#src/server/welcome.ts';

const welcome = {
  address: 'http://127.0.0.1:4321',
  today: '2026-11-21',
  people: NAMED_PEOPLE,
  emailOf: demoEmail,
  password: DEMO_PASSWORD,
};

test('a demo says where it is, whom to sign in as and with which password', () => {
  const text = welcomeText({ ...welcome, demo: { madeOn: '2026-11-21' } });
  expect(text).toContain('Ready at http://127.0.0.1:4321');
  expect(text).toContain('amara@pqip.example');
  expect(text).toContain('gwen@pqip.example');
  expect(text).toContain('protect-the-study-day');
});

test.each([
  ['a week old', '2026-11-14', false],
  ['eight days old', '2026-11-13', true],
  ['made tomorrow, by a fixed instant', '2026-11-22', false],
])('a demo that is %s', (_story, madeOn, isOld) => {
  expect(welcomeText({ ...welcome, demo: { madeOn } }).includes('For a new one')).toBe(isOld);
});

test('a portal that is no demo names nobody and no password', () => {
  expect(welcomeText({ ...welcome, demo: null })).toBe('Ready at http://127.0.0.1:4321\n');
});
