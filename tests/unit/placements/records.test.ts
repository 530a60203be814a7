import { describe, expect, test } from 'vitest';
import { attendanceTotals, dayProblems, type PlacementDay } from '#src/domain/placements/attendance.ts';
import {
  criteriaField,
  filledObjectives,
  objectiveField,
  objectiveProblems,
} from '#src/domain/placements/objectives.ts';
import { evidenceOfReport, whyNoWriting, whyUnfinished } from '#src/domain/placements/report.ts';
import { EVIDENCE_LIMITS } from '#src/domain/portfolio/submitting.ts';
import { line, step, version } from '../portfolio/lines.ts';

const TODAY = '2026-03-04';
/** Monday to Friday, 9am to 4pm. */
const placement = { place: 'Court', startsOn: '2026-03-02', endsOn: '2026-03-06', startsAt: '09:00', endsAt: '16:00' };
const record = (change: Partial<PlacementDay> = {}): PlacementDay => ({
  day: '2026-03-02',
  attendance: 'attended',
  minutes: 420,
  words: '',
  ...change,
});

describe('a day that is recorded', () => {
  test.each<[string, Partial<PlacementDay>, string[]]>([
    ['there all day', {}, []],
    ['today', { day: TODAY }, []],
    ['tomorrow', { day: '2026-03-05' }, ['day']],
    ['a day that is not of it', { day: '2026-03-01' }, ['day']],
    ['there without a time', { minutes: 0 }, ['hours']],
    ['in part without a reason', { attendance: 'part', minutes: 60 }, ['reason']],
    ['missed with a reason', { attendance: 'missed', minutes: 0, words: 'Duty cover' }, []],
    ['missed without one', { attendance: 'missed', minutes: 0, words: '  ' }, ['reason']],
    ['missed with hours', { attendance: 'missed', minutes: 60, words: 'Duty cover' }, ['hours']],
    ['seventeen hours', { minutes: 17 * 60 }, ['hours']],
  ])('%s', (_story, change, fields) => {
    expect(Object.keys(dayProblems(record(change), { placement, today: TODAY }))).toEqual(fields);
  });
});

test('hours and days out of what was planned; a day that was changed away counts nothing', () => {
  const days = [
    record(),
    record({ day: '2026-03-03', attendance: 'part', minutes: 90, words: 'Called back' }),
    record({ day: '2026-02-27', minutes: 999 }),
  ];
  expect(attendanceTotals(placement, { days, today: TODAY })).toEqual({
    plannedDays: 5,
    pastDays: 3,
    attendedDays: 1,
    partDays: 1,
    missedDays: 0,
    unrecordedDays: 1,
    minutes: 510,
    plannedMinutes: 2100,
  });
  expect(attendanceTotals({ ...placement, endsAt: null }, { days, today: TODAY }).plannedMinutes).toBeNull();
});

describe('objectives of a form', () => {
  const KNOWN = new Set(['1.1', '6.7']);
  test.each([
    ['nothing filled in', { words: ' ', criteria: ['', ''] }, {}],
    ['whole', { words: 'Learn', criteria: ['1.1', ''] }, {}],
    ['criteria without words', { words: '', criteria: ['1.1'] }, { [objectiveField(1)]: /Say what/ }],
    ['words without a criterion', { words: 'Learn', criteria: [''] }, { [criteriaField(1)]: /Choose a criterion/ }],
    ['a criterion that is not there', { words: 'Learn', criteria: ['9.9'] }, { [criteriaField(1)]: /from the list/ }],
  ])('%s', (_story, objective, problems) => {
    const found = objectiveProblems([objective], KNOWN);
    expect(Object.keys(found)).toEqual(Object.keys(problems));
    for (const [field, words] of Object.entries(problems)) expect(found[field]).toMatch(words);
  });

  test('are kept in order, each criterion once, without the empty ones', () => {
    expect(
      filledObjectives([
        { words: ' First ', criteria: ['1.1', '1.1'] },
        { words: '', criteria: [''] },
        { words: 'Second', criteria: ['', '6.7'] },
      ]),
    ).toEqual([
      { words: 'First', criteria: ['1.1'] },
      { words: 'Second', criteria: ['6.7'] },
    ]);
  });
});

describe('the report', () => {
  const days = { startsOn: '2026-03-02', endsOn: '2026-03-06', cancelledAt: null };
  test.each([
    ['the day before it begins', '2026-03-01', days, /not begun/],
    ['on its first day', '2026-03-02', days, null],
    ['long after', '2026-09-02', days, null],
    ['where it was cancelled', '2026-03-02', { ...days, cancelledAt: new Date(0) }, /cancelled/],
  ])('is written %s', (_story, today, facts, words) => {
    const said = whyNoWriting(facts, today);
    if (words === null) expect(said).toBeNull();
    else expect(said).toMatch(words);
  });

  test.each([
    ['before the last day', '2026-03-05', 'Learnt', /from the last day/],
    ['on the last day', '2026-03-06', 'Learnt', null],
    ['without a word', '2026-03-06', ' ', /Write what you learnt/],
  ])('is finished %s', (_story, today, words, problem) => {
    const said = whyUnfinished(days, { today, words });
    if (problem === null) expect(said).toBeNull();
    else expect(said).toMatch(problem);
  });

  test('becomes evidence with the criteria of its objectives, as they are called today, each once, none that was dropped, within the limits', () => {
    const all = Array.from({ length: 20 }, (_, index) => `1.${index + 1}`);
    const made = evidenceOfReport({
      place: 'P'.repeat(300),
      words: 'Learnt',
      objectives: [
        { criteria: ['1.1', '9.9'], version: 'old' },
        { criteria: ['1.1', ...all], version: 'new' },
      ],
      qualifications: line(
        [version('old', '1.1', '9.9'), version('new', ...all)],
        step('old', 'new', '1.1>1.1', '9.9>'),
      ),
    });
    expect(made.title).toHaveLength(EVIDENCE_LIMITS.titleMax);
    expect(made.claims).toEqual(all.slice(0, EVIDENCE_LIMITS.criteriaMax));
    expect(made.text).toBe('Learnt');
  });
});
