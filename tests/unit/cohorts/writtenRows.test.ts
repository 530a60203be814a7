import { describe, expect, test } from 'vitest';
import { changesByPerson, changesSince } from '#src/domain/cohorts/changes.ts';
import { heatmapOf } from '#src/domain/cohorts/heatmap.ts';
import { heatRows } from '#src/components/cohorts/heatRows.ts';
import { changeLines, dueLines } from '#src/components/cohorts/lines.ts';
import { needsPerson } from '#src/components/cohorts/needsPerson.ts';
import { standingRows, strandRows } from '#src/components/cohorts/tableRows.ts';
import { USUAL } from '#src/domain/cohorts/view.ts';
import { aRow, aSignal, planned } from './cohortStory.ts';

const NAME = '<img src=x> & "Ada"';
const AS_TEXT = '&lt;img src=x&gt; &amp; &quot;Ada&quot;';
const MODULES = [{ id: 'recall', title: 'Recall, <when>', strand: 'parole' as const }];
const story = aRow(NAME, {
  week: 10,
  lateWeeks: [2],
  signals: [
    aSignal('tom', 'modules-late'),
    aSignal('tom', 'no-sign-in'),
    aSignal('tom', 'over-limit', { isNoted: true }),
  ],
  modules: [planned('recall', 9, { state: 'in_progress', weeksLate: 2, dueOn: '2026-11-09' })],
});
const row = { ...story, traineeId: 'tom' };
const noting = {
  asked: null,
  href: () => '/cohorts/london?late=1&note=x',
  action: '/cohorts/london',
  newId: () => 'id',
  errors: {},
};
const people = changesByPerson(changesSince([`${row.traineeId} wellbeing key`], [], [row.traineeId]), [row]);

test.each([
  ['where everybody stands', standingRows([row])],
  ['done of due by strand', strandRows([row], MODULES)],
  ['modules by week', heatRows(heatmapOf([row], MODULES, USUAL))],
  ['who needs her', needsPerson(row, noting)],
  ['what changed', changeLines(people)],
  ['a short list', dueLines([{ traineeId: 'tom', name: NAME, words: 'was due', href: '/x', on: '2026-11-01' }])],
])('a name is written as text: %s', (_list, { text }) => {
  expect(text).toContain(AS_TEXT);
  expect(text).not.toContain('<img');
});

describe('the rows of a cohort', () => {
  test('a late module is its letters, says in words what it is, and leads to that module', () => {
    const { text } = heatRows(heatmapOf([row], MODULES, USUAL));
    expect(text).toContain('aria-label="Pa, Parole, Recall, &lt;when&gt;: 2 weeks late"');
    expect(text).toContain(`href="/trainees/${row.traineeId}#module-recall"`);
    expect(text).toContain('class="heat__module heat__module--late"');
  });

  test('each reason that is not noted has a link to note it, but for the one that is being noted', () => {
    const links = (asked: string | null) => needsPerson(row, { ...noting, asked }).text.match(/needs__note/g)?.length;
    expect(links(null)).toBe(2);
    expect(links('tom.modules-late')).toBe(1);
    expect(needsPerson(row, noting).text).toContain('href="/cohorts/london?late=1&amp;note=x"');
  });

  test('what is new stands by its name, what is different with its reason, what is over by its name', () => {
    const now = [aSignal(row.traineeId, 'modules-late'), aSignal(row.traineeId, 'no-sign-in', { factKey: 'facts-2' })];
    const before = [`${row.traineeId} no-sign-in facts-1`, `${row.traineeId} over-limit facts-1`];
    const { text } = changeLines(changesByPerson(changesSince(before, now, [row.traineeId]), [row]));
    const words = text.replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
    expect(words).toContain('New: modules late. Different now: no-sign-in is so. No longer: caseload over its limit.');
  });
});
