import { describe, expect, test } from 'vitest';
import type { Lesson } from '#src/components/lesson/lesson.ts';
import { sectionView } from '#src/components/lesson/lesson.ts';
import { wayPast, writtenDate } from '#src/components/lesson/lessonText.ts';
import { parole } from '../modules/parole.ts';

const module = parole('parole-recall');
const lesson: Lesson = {
  module,
  ticks: new Set(['the-question']),
  canWork: true,
  onlySection: null,
  position: 'the-evidence',
  exercises: new Map(),
  errors: {},
  outdatedId: null,
  marks: null,
};

describe('a section of a lesson', () => {
  test('takes its title, its place and its minutes from the front matter', () => {
    expect(sectionView(lesson, 'the-evidence')).toMatchObject({
      title: 'The evidence',
      about: 'Section 2 of 3, about 12 minutes',
    });
  });

  test.each([
    ['one that she ticked', 'the-question', {}, { isTicked: true, isPosition: false, canTick: true }],
    ['the one where she left off', 'the-evidence', {}, { isTicked: false, isPosition: true, canTick: true }],
    ['any, for a tutor who reads along', 'the-evidence', { canWork: false }, { canTick: false }],
    ['one that the front matter does not know', 'nowhere', {}, { title: 'nowhere', about: '', canTick: false }],
  ])('%s', (...[, id, change, expected]) => {
    expect(sectionView({ ...lesson, ...change }, id)).toMatchObject(expected);
  });
});

describe('the way past a part that somebody would rather not read', () => {
  const text = { module, glossary: new Map(), cases: [] };

  test.each([
    ['all sections on one page', false, '#your-report'],
    ['one section at a time', true, '/modules/parole-recall?section=your-report#your-report'],
  ])('leads on where there are %s', (_story, isSingle, href) => {
    expect(wayPast({ ...text, isSingle }, 'your-report')).toEqual({ href, title: 'Your report' });
  });

  test('is called by its id where the front matter does not know it', () => {
    expect(wayPast({ ...text, isSingle: false }, 'nowhere').title).toBe('nowhere');
  });
});

test.each([
  ['2026', '2026'],
  ['2026-03', 'March 2026'],
  ['2026-11-01', '1 November 2026'],
])('the date %s is written %s', (date, words) => {
  expect(writtenDate(date)).toBe(words);
});
