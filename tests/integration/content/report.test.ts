import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ReadingTick } from '#src/domain/modules/measuredMinutes.ts';
import { problemText } from '#src/server/content/problems.ts';
import { contentReport } from '#src/server/content/report.ts';
import { reportTable } from '../../../scripts/admin/content/table.ts';
import { contentOfTemplate } from './contentOfTemplate.ts';
import type { CopyOfContent } from './copyOfContent.ts';

const TODAY = '2026-11-22';
const FILE = 'modules/asking.mdx';
let content: CopyOfContent;
beforeEach(async () => {
  content = await contentOfTemplate();
});
afterEach(() => content.away());

/** Errors and warnings as an author reads them; the criteria that two modules cannot cover are left out. */
async function told(today = TODAY, ticks: readonly ReadingTick[] = []) {
  const { errors, warnings } = await contentReport(content.root, { today, ticks });
  const isAboutCriteria = (text: string) => text.includes('No module prepares for criterion');
  return {
    errors: errors.map(problemText).filter((text) => !isAboutCriteria(text)),
    warnings: warnings.map(problemText),
  };
}

describe('the report on the content', () => {
  test('has nothing to say about the template', async () => {
    expect(await told()).toEqual({ errors: [], warnings: [] });
  });

  test('has a row for each module, by strand and order', async () => {
    const { rows } = await contentReport(content.root, { today: TODAY });
    expect(rows.map(({ id }) => id)).toEqual(['asking', 'listening']);
    expect(rows[0]).toMatchObject({
      ...{ strand: 'peer-learning', version: '1', minutes: 30, readingMinutes: 20, measuredMinutes: null },
      ...{ questions: 5, exercises: 2, criteria: ['2.4'], terms: 3, review: 'fine', problems: 0 },
    });
    expect(rows[0]?.words).toBeGreaterThan(1200);
    expect(rows[0]?.grade).toBeGreaterThan(2);
  });

  test('shows them as a table whose columns stand under each other', async () => {
    const lines = reportTable((await contentReport(content.root, { today: '2027-02-01' })).rows);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^module +strand +version +words +minutes +reading +measured +grade +questions/);
    for (const line of lines.slice(1)) expect(line.indexOf('2.4')).toBe(lines[0]?.indexOf('criteria'));
    expect(lines[1]).toMatch(/^asking +Peer learning .* 2027-02-21 due soon +0$/);
  });

  test('names a criterion that no module prepares for', async () => {
    const { errors } = await contentReport(content.root, { today: TODAY });
    expect(errors.map(problemText)).toContainEqual(
      expect.stringMatching(
        /^src\/content\/qualification\/demo-1\.json:\d+, units\.0\.criteria\.0: No module prepares for criterion 1\.1\./,
      ),
    );
    expect(errors.map(({ message }) => message).join()).not.toContain('criterion 2.4');
  });

  test('tells what stops the portal too, and counts it in the row', async () => {
    await content.change(FILE, 'minutes: 30', 'minutes: 50');
    await content.change('exercises/asking-sort.json', '"version": "1"', '"version": ""');
    const { errors, rows } = await contentReport(content.root, { today: TODAY });
    expect(errors.map(problemText)).toContainEqual(
      'src/content/modules/asking.mdx:7, minutes: It takes 50 minutes; a module takes 20 to 45.',
    );
    expect(rows.map(({ problems }) => problems)).toEqual([2, 0]);
  });
});

describe('the review of a module', () => {
  test.each<[string, string, number, number]>([
    ['is not mentioned before its day', '2027-02-21', 0, 0],
    ['is a warning when its day has passed', '2027-02-22', 0, 2],
    ['is a warning for thirty days', '2027-03-23', 0, 2],
    ['is an error after that', '2027-03-24', 2, 0],
  ])('%s', async (...[_story, today, errors, warnings]) => {
    const { errors: wrong, warnings: open } = await told(today);
    expect([wrong.length, open.length]).toEqual([errors, warnings]);
    for (const text of [...wrong, ...open])
      expect(text).toMatch(/mdx:18, reviewBy: The review day was 2027-02-21, .* move asOf and reviewBy forward\.$/);
  });

  test('never keeps the portal from starting, however long it is past', async () => {
    await content.change(FILE, "'2027-02-21'", "'2026-11-22'");
    expect((await told('2099-01-01')).errors).not.toEqual([]);
    expect(await content.problems()).toEqual([]);
  });
});

describe('how hard a module is to read', () => {
  const OFFICIAL =
    'Practitioners should ensure that professional judgement is exercised consistently and that appropriate documentation is completed in accordance with organisational expectations. ';

  test('a sentence that nobody can say in one breath is told by its line', async () => {
    const line = await content.lineOf(FILE, 'Give the words themselves.');
    await content.change(FILE, 'Give the words themselves.', `Give ${'one word and '.repeat(12)}another.`);
    expect((await told()).warnings).toEqual([
      `src/content/modules/asking.mdx:${line}, sentence: It has 38 words. Make two of it.`,
    ]);
  });

  test('a section in official English is a warning', async () => {
    await content.change(FILE, 'Tell the mistake that people make', `${OFFICIAL.repeat(6)}Tell the mistake`);
    expect((await told()).warnings).toEqual([
      expect.stringMatching(/section "in-the-room": The reading level is grade \d+(\.\d)?, above 8\./),
    ]);
  });

  test('a whole module without an end to its sentences is an error, and only in the report', async () => {
    await content.change(FILE, /(?<=[a-z])[.?] (?=[A-Z])/g, ', and accordingly ');
    expect((await told()).errors).toEqual([
      expect.stringMatching(/asking\.mdx:\d+, text: The reading level is grade \d+(\.\d)?, above 11\./),
    ]);
    expect(await content.problems()).toEqual([]);
  });
});

describe('what an author may want to look at', () => {
  test('a term that is used before it is explained', async () => {
    const line = await content.lineOf(FILE, 'Now the idea itself');
    await content.change(FILE, 'Now the idea itself', 'Before MAPPA, the idea itself');
    expect((await told()).warnings).toEqual([
      expect.stringMatching(
        new RegExp(
          `asking\\.mdx:${line}, text: "MAPPA" is used here and explained only in line \\d+\\. Put the <Term> here\\.`,
        ),
      ),
    ]);
  });

  test('more outcomes than anybody keeps in mind', async () => {
    await content.change(FILE, 'outcomes:\n', 'outcomes:\n  - See\n  - Hear\n  - Ask\n');
    expect((await told()).warnings).toEqual([
      'src/content/modules/asking.mdx:11, outcomes: There are 6 outcomes; a module usually has 3 to 5.',
    ]);
  });

  test('a module whose sections leave no time for the check', async () => {
    await content.change(FILE, 'minutes: 30', 'minutes: 22');
    expect((await told()).warnings).toEqual([
      'src/content/modules/asking.mdx:7, minutes: The sections leave 2 minutes for the knowledge check and the reflection.',
    ]);
  });

  test('a check in which the right option is always the first, and always the longest', async () => {
    const options = (right: string) =>
      [right, 'No', 'Never'].map((text, index) => ({
        ...{ id: `option-${index}`, text, correct: index === 0 },
        explanation: `Because of what “${text}” means in question ${right.length}.`,
      }));
    const questions = [
      'Yes, because of this',
      'Yes, and because of that',
      'Yes, for many good reasons',
      'Certainly',
      'It does',
    ].map((right, index) => ({ id: `question-${index}`, text: 'Does it?', kind: 'one', options: options(right) }));
    const check = { id: 'asking', version: '1', passPercent: 80, questions };
    await content.write('checks/asking.json', JSON.stringify(check, null, 2));
    expect(await told()).toEqual({
      errors: [],
      warnings: [
        'src/content/checks/asking.json:5, questions: The right option is always at the same place. Move some of them.',
        expect.stringContaining('checks/asking.json:5, questions: The right option is always the longest.'),
      ],
    });
  });

  test('minutes that readers do not take', async () => {
    const sections = ['a-moment', 'the-idea', 'in-the-room', 'harder', 'on-monday'];
    const ticks = Array.from({ length: 5 }, (_none, reader) =>
      [null, ...sections].map((sectionId, index) => ({
        ...{ reader, moduleId: 'asking', sectionId },
        at: new Date(Date.parse('2026-11-20T09:00:00Z') + index * 8 * 60_000),
      })),
    ).flat();
    expect((await told(TODAY, ticks)).warnings).toEqual([
      'src/content/modules/asking.mdx:33, sections: The sections are said to take 20 minutes; readers take 40.',
    ]);
    expect((await contentReport(content.root, { today: TODAY, ticks })).rows[0]?.measuredMinutes).toBe(40);
  });
});
