import { describe, expect, test } from 'vitest';
import { isRefusal } from '#src/domain/errors.ts';
import { canMove, canWithdraw, makingUpProblem, refuseMove } from '#src/domain/studyTime/changing.ts';
import { type Outcome, recordFor, saysTheSame } from '#src/domain/studyTime/recording.ts';
import { LOSS_CAUSES, type LossCause } from '#src/domain/studyTime/words.ts';
import { aSession, recorded } from './sessions.ts';

const TODAY = '2026-11-19';
const session = aSession(TODAY);

interface Telling {
  readonly minutes?: number | null;
  readonly cause?: LossCause | null;
  readonly words?: string;
}
const tell = (outcome: Outcome, { minutes = null, cause = null, words = '' }: Telling = {}, about = session) =>
  recordFor(about, { outcome, minutes, cause, words }, TODAY);

/** Field (or '' for the form) and sentence of what is thrown. */
function refusalOf(run: () => unknown): [string, string] {
  try {
    run();
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return Object.entries(error.fields)[0] ?? ['', error.message];
  }
  throw new Error('Nothing was refused.');
}

describe('what became of a session', () => {
  test('taken: all of it, whatever else was sent', () => {
    expect(tell('taken', { minutes: 30, cause: 'court' })).toEqual({
      takenMinutes: 444,
      lostMinutes: 0,
      cause: null,
      words: '',
    });
  });

  test.each(LOSS_CAUSES.map((cause) => [cause]))('lost to %s: all of it', (cause) => {
    expect(tell('lost', { cause })).toEqual({ takenMinutes: 0, lostMinutes: 444, cause, words: '' });
  });

  test('partly lost: both parts add up', () => {
    expect(tell('part', { minutes: 100, cause: 'recall', words: 'From two.' })).toEqual({
      takenMinutes: 344,
      lostMinutes: 100,
      cause: 'recall',
      words: 'From two.',
    });
  });

  test.each([
    ['a loss without a cause', () => tell('lost'), 'cause', /Choose/],
    ['a part without its length', () => tell('part', { cause: 'court' }), 'lostHours', /how much/],
    ['a part of nothing', () => tell('part', { cause: 'court', minutes: 0 }), 'lostHours', /how much/],
    [
      'a part as long as the whole',
      () => tell('part', { cause: 'court', minutes: 444 }),
      'lostHours',
      /7 hours 24 minutes long/,
    ],
    ['more lost than was planned', () => tell('part', { cause: 'court', minutes: 445 }), 'lostHours', /less than that/],
    [
      'words about sickness',
      () => tell('lost', { cause: 'sickness', words: 'Flu.' }),
      'words',
      /nothing about anybody’s health/,
    ],
    ['a day to come', () => tell('taken', {}, aSession('2026-11-20')), '', /not come yet/],
    ['planned time told as if it had no plan', () => tell('studied', { minutes: 10 }), 'outcome', /was planned/],
  ])('is refused for %s', (_story, run, field, words) => {
    const [refused, sentence] = refusalOf(run);
    expect(refused).toBe(field);
    expect(sentence).toMatch(words);
  });

  test('time without a plan is corrected to less, down to nothing, and never to more', () => {
    const unplanned = aSession(TODAY, { isPlanned: false, minutes: 90 });
    expect(tell('studied', { minutes: 0 }, unplanned)).toMatchObject({ takenMinutes: 0, lostMinutes: 0 });
    expect(tell('lost', { minutes: 60, cause: 'court' }, unplanned)).toMatchObject({
      takenMinutes: 60,
      lostMinutes: 0,
    });
    expect(refusalOf(() => tell('studied', { minutes: 91 }, unplanned))[0]).toBe('lostHours');
  });

  test('the same again says the same; another cause does not', () => {
    expect(saysTheSame(recorded(0, 444), tell('lost', { cause: 'duty_cover' }))).toBe(true);
    expect(saysTheSame(recorded(0, 444), tell('lost', { cause: 'court' }))).toBe(false);
    expect(saysTheSame(null, tell('taken'))).toBe(false);
  });
});

describe('planned time moves and goes', () => {
  test.each([
    ['tomorrow’s', aSession('2026-11-20'), true, true],
    ['today’s moves, and is recorded rather than withdrawn', aSession(TODAY), true, false],
    ['yesterday’s is recorded', aSession('2026-11-18'), false, false],
    ['what is recorded stays', aSession(TODAY, { record: recorded(444) }), false, false],
    ['time without a plan stays', aSession(TODAY, { isPlanned: false }), false, false],
  ])('%s', (_story, about, moves, goes) => {
    expect([canMove(about, TODAY), canWithdraw(about, TODAY)]).toEqual([moves, goes]);
  });

  test.each([
    ['into the past', aSession('2026-11-20'), '2026-11-18', null, 'day'],
    ['before what it makes up', aSession('2026-11-26'), '2026-11-23', '2026-11-24', 'day'],
    ['after its day', aSession('2026-11-18'), '2026-11-20', null, ''],
    ['when it is recorded', aSession('2026-11-26', { record: recorded(444) }), '2026-11-27', null, ''],
  ])('is refused %s', (_story, about, day, makesUpDay, field) => {
    expect(refusalOf(() => refuseMove(about, { day, today: TODAY, makesUpDay }))[0]).toBe(field);
  });
});

describe('making up', () => {
  const lost = aSession('2026-11-05', { record: recorded(344, 100) });
  const try_ = (change: Partial<Parameters<typeof makingUpProblem>[0]>) =>
    makingUpProblem({ lost, sessions: [lost], day: '2026-11-20', minutes: 100, ...change });
  const again = aSession('2026-11-10', { makesUp: lost.id, minutes: 60 });

  test.each([
    ['as long as what was lost', {}, null],
    ['on the day itself', { day: '2026-11-05' }, null],
    ['before it', { day: '2026-11-04' }, 'day'],
    ['longer than what was lost', { minutes: 101 }, 'length'],
    ['longer than what is left beside another', { sessions: [lost, again], minutes: 41 }, 'length'],
    ['the rest beside another', { sessions: [lost, again], minutes: 40 }, null],
    ['nothing that was lost', { lost: null }, 'length'],
    ['what makes up itself: no loop', { lost: { ...again, record: recorded(0, 60) } }, 'length'],
    ['what was taken', { lost: aSession('2026-11-05', { record: recorded(444) }) }, 'length'],
  ])('%s', (_story, change, field) => {
    expect(try_(change)?.field ?? null).toBe(field);
  });

  test('what was to make up and was lost again leaves the loss open', () => {
    const lostAgain = { ...again, record: recorded(0, 60) };
    expect(try_({ sessions: [lost, lostAgain], minutes: 100 })).toBeNull();
  });
});
