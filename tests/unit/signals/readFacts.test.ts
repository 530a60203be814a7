import { describe, expect, test } from 'vitest';
import { addDays, addMonths } from '#src/domain/calendar.ts';
import { officeDefaultSchema, type Office } from '#src/domain/office/settings.ts';
import { standing } from '#src/domain/progress/standing.ts';
import { readTrainee } from '#src/domain/signals/readFacts.ts';
import type { PastSession, SignalPast } from '#src/domain/signals/past.ts';
import type { Enrolment } from '#src/domain/programme/place.ts';
import { readFileSync } from 'node:fs';
import { allocated, DEFAULTS } from '../caseload/histories.ts';
import { standard15 } from '../programme/routes.ts';
import { noon, past } from './facts.ts';

const TODAY = '2026-11-23';
const enrolment: Enrolment = {
  traineeId: 'amara',
  routeId: 'standard-15',
  startedOn: '2026-07-13',
  hoursPerWeek: 37,
  pauses: [],
};
const supervision = officeDefaultSchema.parse(
  JSON.parse(readFileSync(new URL('../../../src/content/office/supervision.json', import.meta.url), 'utf8')),
);
const office: Office = { versions: [...DEFAULTS.versions, { ...supervision, set: null }] };
const route = { ...standard15, modules: [] };
const only = { version: 'one', label: '', notice: '', units: [] } as never;

/** What is read of a trainee with some of her past. */
function read(
  change: Partial<SignalPast>,
  {
    today = TODAY,
    lastSeenOn = null as string | null,
    ...place
  }: Partial<Enrolment> & { today?: string; lastSeenOn?: string | null } = {},
) {
  const hers = { ...enrolment, ...place };
  return readTrainee({
    enrolment: hers,
    lastSeenOn,
    route,
    standing: standing({ enrolment: hers, route, modules: [], checks: new Map(), facts: new Map(), today }),
    past: past(change),
    office,
    qualifications: { current: only, versions: [only], mappings: [] },
    today,
  }).facts;
}

describe('days without a sign-in', () => {
  test.each<[string, Parameters<typeof read>[1], { since: string; days: number }]>([
    ['since the last one', { lastSeenOn: '2026-11-13' }, { since: '2026-11-13', days: 10 }],
    ['since the start, where there was none', { lastSeenOn: null }, { since: '2026-07-13', days: 133 }],
    [
      'since the start, where she looked in before it',
      { startedOn: '2026-11-16', lastSeenOn: '2026-11-02' },
      { since: '2026-11-16', days: 7 },
    ],
    [
      'since she came back from a break',
      {
        lastSeenOn: '2026-09-01',
        pauses: [{ startsOn: '2026-09-07', endsOn: '2026-11-16', reason: 'break_in_learning' }],
      },
      { since: '2026-11-16', days: 7 },
    ],
  ])('%s', (_story, change, quiet) => {
    expect(read({}, change).quiet).toEqual(quiet);
  });

  test('leave is not counted, and overlapping entries of it once; what was taken out again is', () => {
    const leave = (startsOn: string, endsOn: string, removedAt: number | null = null) => ({
      ...{ startsOn, endsOn, removedAt },
      enteredAt: noon('2026-11-01'),
    });
    const away = [
      leave('2026-11-16', '2026-11-20'),
      leave('2026-11-19', '2026-11-30'),
      leave('2026-11-14', '2026-11-15', 1),
    ];
    expect(read({ leave: away }, { lastSeenOn: '2026-11-13' }).quiet).toEqual({ since: '2026-11-13', days: 3 });
  });
});

describe('study time of the last four weeks', () => {
  const session = (id: string, day: string, lostMinutes: number, change: Partial<PastSession> = {}): PastSession =>
    ({
      ...{ id, day, traineeId: 'amara', minutes: 444, part: 'whole', startsAt: null, makesUp: null, isPlanned: true },
      ...{ revision: 1, plannedAt: noon('2026-10-01'), withdrawnAt: null },
      records: [
        {
          ...{ takenMinutes: 444 - lostMinutes, lostMinutes, cause: lostMinutes > 0 ? 'duty_cover' : null, words: '' },
          ...{ recordedAt: noon(day), number: 1 },
        },
      ],
      ...change,
    }) as PastSession;
  const studyOf = (...sessions: PastSession[]) => read({ session: sessions }).study;

  test('is counted from 27 days ago to today', () => {
    const study = studyOf(
      session('old', '2026-10-26', 444),
      session('first', '2026-10-27', 100),
      session('now', TODAY, 50),
    );
    expect(study).toMatchObject({ lostMinutes: 150, stillLostMinutes: 150 });
    expect(study.stillLost).toEqual([
      { id: 'first', on: '2026-10-27' },
      { id: 'now', on: TODAY },
    ]);
  });

  test('what was made up is lost no more, whatever day it was made up on', () => {
    const madeUp = session('later', '2026-11-20', 0, { makesUp: 'lost' });
    expect(studyOf(session('lost', '2026-11-12', 444), madeUp)).toMatchObject({
      lostMinutes: 444,
      stillLostMinutes: 0,
    });
  });

  test('a session that was to make it up and was lost again is not counted twice', () => {
    const again = session('later', '2026-11-20', 444, { makesUp: 'lost' });
    expect(studyOf(session('lost', '2026-11-12', 444), again).stillLostMinutes).toBe(444);
  });

  test('the record that stands is the newest, and what was taken out of the plan counts for nothing', () => {
    const corrected = session('lost', '2026-11-12', 444);
    const newer = {
      ...corrected.records[0],
      lostMinutes: 60,
      takenMinutes: 384,
      number: 2,
    } as PastSession['records'][number];
    expect(studyOf({ ...corrected, records: [...corrected.records, newer] }).stillLostMinutes).toBe(60);
    expect(studyOf({ ...corrected, withdrawnAt: noon('2026-11-13') }).stillLostMinutes).toBe(0);
  });
});

describe('placements that were called off', () => {
  const placement = (id: string, change: Partial<SignalPast['placement'][number]> = {}) => ({
    ...{
      id,
      kind: 'prison',
      place: 'HMP Wells',
      endsOn: '2026-12-01',
      proposedAt: noon('2026-10-01'),
      cancelledAt: null,
    },
    ...change,
  });
  const off = placement('off', { cancelledAt: noon('2026-11-10') });

  test.each([
    ['with no other', [off], ['off']],
    ['with another of its kind to come', [off, placement('other')], []],
    ['with another of its kind that was over before', [off, placement('other', { endsOn: '2026-11-01' })], ['off']],
    ['with another kind to come', [off, placement('other', { kind: 'court' })], ['off']],
    ['and the next one as well', [off, placement('two', { cancelledAt: noon('2026-11-12') })], ['off', 'two']],
  ])('%s', (_story, placements, ids) => {
    expect(read({ placement: placements }).cancelledPlacements.map(({ id }) => id)).toEqual(ids);
  });
});

describe('check-ins', () => {
  const checkIn = (month: string) => ({ month, answers: [2, 3, 4], sharedAt: noon(`${month}-05`) });

  test('of this month and the one before are looked at, the newest first; older ones are over', () => {
    const found = read({ checkIn: [checkIn('2026-09'), checkIn('2026-10'), checkIn('2026-11')] }).sharedCheckIns;
    expect(found.map(({ month }) => month)).toEqual(['2026-11', '2026-10']);
  });

  test('in January the one of December is the one before', () => {
    const found = read({ checkIn: [checkIn('2026-12')] }, { today: '2027-01-10' }).sharedCheckIns;
    expect(found).toHaveLength(1);
  });
});

describe('the caseload', () => {
  const sixCases = Array.from({ length: 9 }, (_, at) => ({ ...allocated(String(at), '2026-11-02'), endedAt: null }));

  test('is over since the day it went over, and knows what it was allocated with', () => {
    const { overLimit, caseload } = read({ allocation: sixCases });
    expect(caseload).toMatchObject({ limit: 'over', available: 435 });
    expect(overLimit).toMatchObject({ since: '2026-11-02', agreedUntil: null });
    expect(overLimit?.allocationIds).toHaveLength(9);
  });

  test('within its limit nothing is worked out', () => {
    expect(read({ allocation: sixCases.slice(0, 2) }).overLimit).toBeNull();
  });

  test('a rule set aside counts while its case is hers', () => {
    const override = [
      { id: 'o', allocationId: '0', attribute: 'a', approver: 'Head', reason: 'r', enteredAt: noon('2026-11-02') },
    ];
    const ended = [{ ...allocated('0', '2026-11-02', { endsOn: '2026-11-20' }), endedAt: noon('2026-11-20') }];
    expect(read({ override, allocation: sixCases }).overrides).toEqual([{ id: 'o', on: '2026-11-02' }]);
    expect(read({ override, allocation: ended }).overrides).toEqual([]);
  });
});

describe('reviews', () => {
  test('is overdue from the day after it was due, by the gap that the supervision page tells', () => {
    const review = [{ heldOn: '2026-08-03', readyAt: noon('2026-08-04') }];
    const { supervision: gap } = read({ review });
    expect(gap).toMatchObject({ overdueSince: '2026-09-29', plannedOn: null });
    expect(gap.sentence).toContain('Last review 16 weeks ago');
  });

  test('the next one that is planned and not cancelled is told', () => {
    const meeting = (day: string, cancelledAt: number | null = null) => ({
      day,
      plannedAt: noon('2026-11-01'),
      cancelledAt,
    });
    const planned = [meeting('2026-12-10'), meeting('2026-11-30', 1), meeting('2026-12-03'), meeting('2026-11-20')];
    expect(read({ meeting: planned }).supervision.plannedOn).toBe('2026-12-03');
  });
});

test('after her programme there is nothing, whatever was open on its last day', () => {
  const end = addMonths('2026-07-13', 15);
  expect(read({}, { today: addDays(end, 1) }).place.state).toBe('after');
});
