import { describe, expect, test } from 'vitest';
import { noticeOf } from '#src/domain/notices/notice.ts';

const fact = {
  ...{ id: 'n', personId: 'ruth', traineeId: 'tom', traineeName: 'Tom Hughes', cover: null, details: {} },
  ...{ createdAt: new Date('2026-11-22T23:30:00Z'), readAt: null },
};

describe('a notice in the portal', () => {
  describe('about leave cover', () => {
    const details = { coverId: 'imogen', coversId: 'ruth', startsOn: '2026-11-23', endsOn: '2026-12-05' };
    const cover = { name: 'Imogen Hale', coversName: 'Ruth Adeyemi', cohortName: 'London, autumn intake' };
    const told = (personId: string, what: string, change = {}) =>
      noticeOf({ ...fact, personId, traineeId: null, kind: 'cover', cover, details: { ...details, what }, ...change });

    test.each([
      ['imogen', 'begun', 'London, autumn intake: You cover for Ruth Adeyemi until Friday 4 December.'],
      ['ruth', 'begun', 'London, autumn intake: Imogen Hale covers for you until Friday 4 December.'],
      ['ruth', 'ended', 'London, autumn intake: Imogen Hale no longer covers for you.'],
      ['imogen', 'ended', 'London, autumn intake: You no longer cover for Ruth Adeyemi.'],
    ])('%s, who reads that it has %s', (personId, what, words) => {
      expect(told(personId, what)).toMatchObject({ words, href: '/cohorts' });
    });

    test('a trainee reads it without the name of her cohort, with a way to who her tutors are', () => {
      expect(told('tom', 'begun', { cover: { ...cover, cohortName: null } })).toMatchObject({
        words: 'Imogen Hale covers for Ruth Adeyemi until Friday 4 December.',
        href: '/trainees/tom/contacts',
      });
    });
  });

  test('of whoever left a cohort names nobody, and leads to the cohort alone', () => {
    const left = noticeOf({
      ...{ ...fact, traineeId: null, traineeName: null, kind: 'cohort-people' },
      details: { what: 'left', cohortId: 'london' },
    });
    expect(left).toMatchObject({ about: null, words: 'One trainee left a cohort of yours.', href: '/cohorts/london' });
  });

  test.each([
    [1, '1 trainee was brought into a cohort of yours.'],
    [16, '16 trainees were brought into a cohort of yours.'],
  ])('of a file says how many it brought in: %i', (count, words) => {
    const details = { what: 'brought-in', cohortId: 'london', count };
    expect(noticeOf({ ...fact, traineeId: null, kind: 'cohort-people', details }).words).toBe(words);
  });
});
