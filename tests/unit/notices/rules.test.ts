import { describe, expect, test } from 'vitest';
import { CHOOSABLE, canStop, KIND_CHOICES, timeFor } from '#src/domain/notices/choices.ts';
import { digestDue, hourOf } from '#src/domain/notices/due.ts';
import { failureOf, nextTry, pauseOf, type SendingError, whyWords } from '#src/domain/notices/failure.ts';
import { mailBody } from '#src/domain/notices/mailBody.ts';
import { digestLines, mailWords } from '#src/domain/notices/mailWords.ts';
import { messageIdOf } from '#src/domain/notices/messageId.ts';
import { noticeOf } from '#src/domain/notices/notice.ts';
import { NOTICE_KINDS } from '#src/domain/notices/words.ts';

describe('when an e-mail goes', () => {
  test('at once, unless she chose, only for what the programme asks', () => {
    const atOnce = NOTICE_KINDS.filter((kind) => timeFor(kind, null) === 'at_once');
    expect(atOnce).toEqual(['evidence-returned', 'caseload-breach', 'new-signal', 'account-safety']);
  });

  test('about the safety of an account always at once, whatever was chosen', () => {
    expect(timeFor('account-safety', 'never')).toBe('at_once');
    expect(canStop('account-safety')).toBe(false);
    expect(CHOOSABLE).not.toContain('account-safety');
  });

  test('the weekly one weekly or never', () => {
    expect(timeFor('digest', 'at_once')).toBe('weekly');
    expect(timeFor('digest', 'never')).toBe('never');
  });

  test.each(['invitation', 'password-reset', '__proto__', ''])('nobody can stop “%s”', (kind) => {
    expect(canStop(kind)).toBe(false);
  });
});

describe('the weekly e-mail is due', () => {
  test.each([
    ['not before Monday 7am in London in winter', '2026-11-23T06:59:59Z', null, null],
    ['on Monday 7am in winter', '2026-11-23T07:00:00Z', null, '2026-11-23'],
    ['not before Monday 7am in summer', '2026-07-06T05:59:59Z', null, null],
    ['on Monday 7am in summer', '2026-07-06T06:00:00Z', null, '2026-07-06'],
    ['once a week', '2026-11-23T08:00:00Z', '2026-11-23', null],
    ['the week after again', '2026-11-23T08:00:00Z', '2026-11-16', '2026-11-23'],
    ['still on Tuesday, where the portal stood still on Monday', '2026-11-24T22:00:00Z', '2026-11-16', '2026-11-23'],
    ['no longer on Wednesday', '2026-11-25T08:00:00Z', '2026-11-16', null],
    ['not on Sunday', '2026-11-22T12:00:00Z', '2026-11-16', null],
    ['on the Monday after the clocks go back', '2026-10-26T07:00:00Z', null, '2026-10-26'],
  ])('%s', (_story, at, ranFor, due) => {
    expect(digestDue(new Date(at), ranFor)).toBe(due);
  });

  test('and signals are looked for once an hour', () => {
    expect(hourOf(new Date('2026-11-23T07:59:59Z'))).toBe('2026-11-23T07');
    expect(hourOf(new Date('2026-11-23T08:00:00Z')) > '2026-11-23T07').toBe(true);
  });
});

describe('what comes of a try that failed', () => {
  const cases: readonly (readonly [string, SendingError, string, string])[] = [
    ['the receiver is unknown', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'refused', 'refused 550'],
    [
      'the receiver’s box is full',
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 452 },
      'later',
      'not-now 452',
    ],
    ['the content is refused', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'refused', 'refused 554'],
    ['the content is put off', { code: 'EMESSAGE', command: 'DATA', responseCode: 451 }, 'later', 'not-now 451'],
    [
      'the sender is refused',
      { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 },
      'down',
      'sender-refused 550',
    ],
    ['the server closes down', { code: 'ECONNECTION', command: 'DATA', responseCode: 421 }, 'down', 'server-busy 421'],
    [
      'name and password are refused',
      { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 },
      'down',
      'sign-in-refused',
    ],
    ['nobody answers', { code: 'ECONNECTION', command: 'CONN' }, 'down', 'no-connection'],
    ['it takes too long', { code: 'ETIMEDOUT', command: 'CONN' }, 'down', 'no-connection'],
    ['the connection breaks off in the text', { code: 'ECONNECTION', command: 'DATA' }, 'down', 'no-connection'],
    ['there is no TLS', { code: 'ETLS', command: 'STARTTLS' }, 'down', 'no-tls'],
    ['the address cannot be written', { code: 'EENVELOPE', command: 'API' }, 'refused', 'bad-address'],
    ['it is a bug', {}, 'down', 'no-connection'],
  ];
  test.each(cases)('%s', (_story, error, outcome, why) => {
    expect(failureOf(error)).toEqual({ outcome, why });
    expect(whyWords(why)).not.toBe('It could not be sent');
  });

  test('waits longer with every try, four hours at most', () => {
    const at = new Date(0);
    const minutes = [1, 2, 3, 4, 5, 40].map((attempts) => nextTry(attempts, at).getTime() / 60_000);
    expect(minutes).toEqual([1, 5, 15, 60, 240, 240]);
  });

  test('leaves a server that cannot be used alone for ten minutes at most', () => {
    expect([1, 2, 3, 50].map(pauseOf)).toEqual([15_000, 30_000, 60_000, 600_000]);
  });
});

test.each([
  ['learning.example.org', '<id@learning.example.org>'],
  ['LEARNING.example.org', '<id@learning.example.org>'],
  ['127.0.0.1', '<id@localhost>'],
  ['[::1]', '<id@localhost>'],
  ['a\r\nBcc: b', '<id@localhost>'],
])('a Message-ID at %s', (host, id) => {
  expect(messageIdOf('id', host)).toBe(id);
});

describe('what an e-mail says', () => {
  const fact = { count: 1, isOwn: true, what: '', href: '/x' };
  const NAMES_NOTHING = /undefined|null|NaN|\{|\[/u;

  test.each([...NOTICE_KINDS, 'invitation', 'password-reset'] as const)('about “%s” is whole in both parts', (kind) => {
    for (const isOwn of [true, false])
      for (const count of [1, 3]) {
        const words = mailWords({ ...fact, kind, isOwn, count });
        expect(words.link.path).toBe(count === 1 ? '/x' : '/notices');
        const { text, html } = mailBody({
          words,
          lines: [],
          linkAddress: null,
          origin: 'https://a.example',
          unsubscribe: null,
        });
        expect(words.subject).not.toMatch(/[\r\n]/u);
        for (const part of [words.subject, text]) expect(part).not.toMatch(NAMES_NOTHING);
        expect(html).toContain(words.link.text);
        expect(text).toContain(`https://a.example${words.link.path}`);
      }
  });

  test('cannot be another header or markup, whatever an address holds', () => {
    const words = mailWords({ ...fact, kind: 'message' });
    const linkAddress = 'https://a.example/?a=1&b="><script>';
    const { html } = mailBody({ words, lines: [], linkAddress, origin: 'https://a.example', unsubscribe: null });
    expect(html).not.toContain('<script>');
    expect(html).toContain('a=1&amp;b=&quot;&gt;');
  });

  test('weekly: a line for each kind that waits, one for each cohort in which something stands', () => {
    const unread = new Map([
      ['new-signal', 1],
      ['message', 2],
      ['digest', 4],
      ['peer-swap', 0],
    ] as const);
    const cohorts = [
      { cohortId: 'london', trainees: 1, of: 16 },
      { cohortId: 'wales', trainees: 0, of: 9 },
    ];
    expect(digestLines({ unread, cohorts })).toEqual([
      { words: '1 of 16 trainees in a cohort of yours has a signal that stands', path: '/cohorts/london' },
      { words: '1 new signal not yet looked at', path: '/notices' },
      { words: '2 messages to read not yet looked at', path: '/notices' },
    ]);
  });
});

describe('a notice in the portal', () => {
  const at = new Date('2026-11-22T23:30:00Z');
  const fact = {
    id: 'n',
    personId: 'ruth',
    traineeId: 'tom',
    traineeName: 'Tom Hughes',
    cover: null,
    details: {},
    createdAt: at,
    readAt: null,
  };

  test.each(NOTICE_KINDS)('of “%s” has words and a way on, whatever its details hold', (kind) => {
    for (const details of [{}, { what: '__proto__', signal: 'constructor', evidenceId: 3 }]) {
      const { words, href } = noticeOf({ ...fact, kind, details });
      expect(words).toMatch(/^[A-Z].*\.$/u);
      expect(href).toMatch(/^\/\S*$/u);
      expect(`${words}${href}`).not.toMatch(/undefined|null|\[object/u);
    }
    expect(KIND_CHOICES[kind].title).not.toBe('');
  });

  test('names the trainee to her tutor, not to herself', () => {
    expect(noticeOf({ ...fact, kind: 'new-signal' })).toMatchObject({
      about: 'Tom Hughes',
      href: '/trainees/tom#signals',
    });
    expect(noticeOf({ ...fact, personId: 'tom', kind: 'new-signal' })).toMatchObject({
      about: null,
      href: '/progress#signals',
    });
  });
});
