import { describe, expect, test } from 'vitest';
import { cohortRows, heatText } from '#src/domain/cohorts/file.ts';
import { heatmapOf, offsetWords, routesOf, strandsOf } from '#src/domain/cohorts/heatmap.ts';
import { aRow, planned } from './cohortStory.ts';

const PAST = '2026-11-08';
const MODULES = [
  { id: 'recall', title: 'Recall', strand: 'parole' },
  { id: 'release', title: 'Release', strand: 'parole' },
  { id: 'oasys', title: 'Needs', strand: 'assessments' },
  { id: 'online', title: 'Online', strand: 'sexual-offending' },
  { id: 'lead', title: 'Leading', strand: 'peer-learning' },
] as const;
const AMARA = aRow('Amara', {
  week: 20,
  modules: [
    planned('oasys', 4, { state: 'done', dueOn: '2026-08-01' }),
    planned('recall', 18, { state: 'done', dueOn: PAST }),
    planned('release', 19, { weeksLate: 1, dueOn: PAST }),
    planned('online', 20),
    planned('lead', 40),
  ],
});
/** Another route: the same modules in other weeks, and she is in another week. */
const TOM = aRow('Tom', {
  week: 37,
  routeId: 'standard-21',
  modules: [
    planned('recall', 35, { state: 'in_progress', weeksLate: 2, dueOn: PAST }),
    planned('oasys', 38, { state: 'opened' }),
  ],
});
const VIEW = { strand: null, isWhole: false };

describe('person by week by strand', () => {
  const heatmap = heatmapOf([AMARA, TOM], MODULES, VIEW);

  test('weeks are counted from the present week of each, so that what is expected by now stands on one side for everybody', () => {
    expect(heatmap.offsets).toEqual([-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3]);
    const texts = heatmap.rows.map(({ cells }) => cells.map(heatText));
    expect(texts[0]).toEqual([
      '',
      '',
      '',
      '',
      '',
      '',
      'Recall: done',
      'Release: 1 week late',
      'Online: this week',
      '',
      '',
      '',
    ]);
    expect(texts[1]).toEqual(['', '', '', '', '', '', 'Recall: 2 weeks late', '', '', 'Needs: begun', '', '']);
  });

  test('nothing is left out: what lies outside the columns is counted before and after them', () => {
    const [amara] = heatmap.rows;
    expect(amara?.before.map(({ moduleId }) => moduleId)).toEqual(['oasys']);
    expect(amara?.after.map(({ moduleId }) => moduleId)).toEqual(['lead']);
    expect([amara?.due, amara?.doneOfDue]).toEqual([3, 2]);
  });

  test('every week of the routes when she asks for it, with nothing before or after', () => {
    const whole = heatmapOf([AMARA, TOM], MODULES, { ...VIEW, isWhole: true });
    expect([whole.offsets[0], whole.offsets.at(-1)]).toEqual([-16, 20]);
    expect([whole.hasBefore, whole.hasAfter]).toEqual([false, false]);
    expect(whole.rows[0]?.cells.flat()).toHaveLength(5);
  });

  test('one strand alone, in the weeks and in what is due', () => {
    const parole = heatmapOf([AMARA], MODULES, { ...VIEW, strand: 'parole' });
    expect(parole.rows[0]?.cells.flat().map(({ moduleId }) => moduleId)).toEqual(['recall', 'release']);
    expect([parole.rows[0]?.due, parole.rows[0]?.doneOfDue]).toEqual([2, 1]);
  });

  test('nobody at all is an empty table', () => {
    expect(heatmapOf([], MODULES, { ...VIEW, isWhole: true })).toMatchObject({ offsets: [0], rows: [] });
  });
});

test.each([
  [0, 'This week'],
  [-1, '1 week ago'],
  [-8, '8 weeks ago'],
  [1, 'In 1 week'],
  [3, 'In 3 weeks'],
])('a column %i weeks from now is called "%s"', (offset, words) => {
  expect(offsetWords(offset)).toBe(words);
});

describe('expected against actual', () => {
  test('by strand, each against her own route', () => {
    expect(strandsOf(AMARA, MODULES)).toEqual([
      { due: 1, done: 1, late: 0 },
      { due: 2, done: 1, late: 1 },
      { due: 0, done: 0, late: 0 },
      { due: 0, done: 0, late: 0 },
    ]);
    expect(strandsOf(TOM, MODULES)[2], 'a strand that is not on her route').toBeNull();
  });

  test('by route, and a route that nobody is on is left out', () => {
    const routes = ['standard-15', 'part-time-30', 'standard-21'].map((id) => ({ id, name: id }));
    expect(routesOf([AMARA, TOM], routes)).toEqual([
      { routeId: 'standard-15', name: 'standard-15', trainees: 1, due: 3, done: 2, late: 1 },
      { routeId: 'standard-21', name: 'standard-21', trainees: 1, due: 1, done: 0, late: 1 },
    ]);
  });
});

test('the file has the people, order and words of the screen, and a heading for every cell', () => {
  const rows = cohortRows({ heatmap: heatmapOf([TOM, AMARA], MODULES, VIEW), modules: MODULES });
  expect(rows.map(([name]) => name)).toEqual(['Trainee', 'Tom', 'Amara']);
  expect(new Set(rows.map((cells) => cells.length)).size).toBe(1);
  const column = rows[0]?.indexOf('1 week ago') ?? -1;
  expect(rows[2]?.[column]).toBe('Release: 1 week late');
  expect(rows[2]?.[rows[0]?.indexOf('Parole: done of due') ?? -1]).toBe('1 of 2, 1 late');
  expect(rows[1]?.[rows[0]?.indexOf('Sexual offending: done of due') ?? -1]).toBe('Not on this route');
});
