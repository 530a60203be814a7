import { describe, expect, test } from 'vitest';
import type { Lesson } from '#src/components/lesson/lesson.ts';
import { sectionHref, sectionView, writtenDate } from '#src/components/lesson/lesson.ts';
import { parole } from '../modules/parole.ts';

const module = parole('parole-recall');
const lesson: Lesson = {
  module,
  ticks: new Set(['the-question']),
  canWork: true,
  onlySection: null,
  position: 'the-evidence',
  glossary: new Map(),
  cases: [],
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
    ['one that she ticked', 'the-question', {}, { isTicked: true, isPosition: false, canTick: true, isShown: true }],
    ['the one where she left off', 'the-evidence', {}, { isTicked: false, isPosition: true, canTick: true }],
    ['any, for a tutor who reads along', 'the-evidence', { canWork: false }, { canTick: false, isShown: true }],
    ['the only one asked for', 'the-evidence', { onlySection: 'the-evidence' }, { isShown: true }],
    ['another than the one asked for', 'your-report', { onlySection: 'the-evidence' }, { isShown: false }],
    [
      'one that the front matter does not know',
      'nowhere',
      {},
      { title: 'nowhere', about: '', canTick: false, isShown: true },
    ],
  ])('%s', (...[, id, change, expected]) => {
    expect(sectionView({ ...lesson, ...change }, id)).toMatchObject(expected);
  });

  test('shows its words without a lesson too', () => {
    expect(sectionView(undefined, 'the-evidence')).toMatchObject({ isShown: true, canTick: false });
  });

  test.each([
    ['all sections on one page', null, '#your-report'],
    ['one section at a time', 'the-evidence', '/modules/parole-recall?section=your-report#your-report'],
    ['that very section', 'your-report', '#your-report'],
  ])('is led to: %s', (_story, onlySection, href) => {
    expect(sectionHref({ ...lesson, onlySection }, 'your-report')).toBe(href);
  });
});

test.each([
  ['2026', '2026'],
  ['2026-03', 'March 2026'],
  ['2026-11-01', '1 November 2026'],
])('the date %s is written %s', (date, words) => {
  expect(writtenDate(date)).toBe(words);
});
