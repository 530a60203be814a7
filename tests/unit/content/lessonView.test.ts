import { describe, expect, test } from 'vitest';
import type { Lesson } from '#src/components/lesson/lesson.ts';
import { sectionHref, sectionView, writtenDate } from '#src/components/lesson/lesson.ts';
import { loadContent } from '#src/server/content.ts';

const { modules } = await loadContent(new URL('../../../', import.meta.url));
const module = modules.find(({ id }) => id === 'parole-recall')!;
const lesson: Lesson = {
  module,
  ticks: new Set(['before-recall']),
  canWork: true,
  onlySection: null,
  position: 'which-kind',
};

describe('a section of a lesson', () => {
  test('takes its title, its place and its minutes from the front matter', () => {
    expect(sectionView(lesson, 'which-kind')).toMatchObject({
      title: 'Which kind of recall',
      about: 'Section 2 of 6, about 5 minutes',
    });
  });

  test.each([
    ['one that she ticked', 'before-recall', {}, { isTicked: true, isPosition: false, canTick: true, isShown: true }],
    ['the one where she left off', 'which-kind', {}, { isTicked: false, isPosition: true, canTick: true }],
    ['any, for a tutor who reads along', 'which-kind', { canWork: false }, { canTick: false, isShown: true }],
    ['the only one asked for', 'which-kind', { onlySection: 'which-kind' }, { isShown: true }],
    ['another than the one asked for', 'first-day', { onlySection: 'which-kind' }, { isShown: false }],
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
    expect(sectionView(undefined, 'which-kind')).toMatchObject({ isShown: true, canTick: false });
  });

  test.each([
    ['all sections on one page', null, '#after-return'],
    ['one section at a time', 'first-day', '/modules/parole-recall?section=after-return#after-return'],
    ['that very section', 'after-return', '#after-return'],
  ])('is led to: %s', (_story, onlySection, href) => {
    expect(sectionHref({ ...lesson, onlySection }, 'after-return')).toBe(href);
  });
});

test.each([
  ['2026', '2026'],
  ['2026-03', 'March 2026'],
  ['2026-11-01', '1 November 2026'],
])('the date %s is written %s', (date, words) => {
  expect(writtenDate(date)).toBe(words);
});
