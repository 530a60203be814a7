import { describe, expect, test } from 'vitest';
import {
  assignProblems,
  endsOnProblem,
  leavesAlone,
  openWords,
  tutorHandOverProblems,
} from '#src/domain/cohortCover/rules.ts';
import {
  coverSentences,
  coverWords,
  type TutorAssignment,
  tutorsOn,
  tutorState,
} from '#src/domain/cohortCover/tutors.ts';

const TODAY = '2026-11-22';
const person = (id: string, change = {}) => ({ id, name: id, isDisabled: false, traineeIn: [], ...change });
const assignment = (personId: string, startsOn: string, endsOn: string | null = null): TutorAssignment => ({
  ...{ id: `${personId} ${startsOn}`, personId, name: personId, startsOn, endsOn, coversId: null, coversName: null },
});
const ruth = assignment('ruth', '2026-01-05');

describe('a tutor’s assignment', () => {
  test.each([
    ['before its first day', '2026-11-23', null, 'to_come'],
    ['on its first day', TODAY, null, 'now'],
    ['on its last day', '2026-01-05', '2026-11-23', 'now'],
    ['on the first day without it', '2026-01-05', TODAY, 'past'],
    ['taken back before it began', '2026-12-01', '2026-12-01', 'never'],
  ])('%s', (_story, startsOn, endsOn, state) => {
    expect(tutorState({ startsOn, endsOn }, TODAY)).toBe(state);
    expect(tutorsOn([assignment('gwen', startsOn, endsOn)], TODAY)).toHaveLength(state === 'now' ? 1 : 0);
  });

  test('as cover says for whom and until which day', () => {
    const cover = { coversName: 'Ruth Adeyemi', endsOn: '2026-12-05' };
    expect(coverWords(cover, TODAY)).toBe('covers for Ruth Adeyemi until Friday 4 December');
    expect(coverWords({ ...cover, endsOn: '2027-01-02' }, TODAY)).toBe(
      'covers for Ruth Adeyemi until Friday 1 January 2027',
    );
    expect(coverWords({ coversName: null, endsOn: null }, TODAY)).toBeNull();
  });
});

describe('a cohort says who covers for whom', () => {
  const cover = (personId: string, startsOn: string, endsOn: string) => ({
    ...{ personId, name: `${personId} Hale`, coversId: 'ruth', coversName: 'Ruth Adeyemi' },
    ...{ startsOn, endsOn },
  });
  const all = [
    cover('Imogen', '2026-11-20', '2026-11-24'),
    cover('Past', '2026-11-01', TODAY),
    cover('Soon', '2026-11-29', '2026-12-01'),
    cover('Later', '2026-11-30', '2026-12-01'),
    cover('Never', '2026-11-25', '2026-11-25'),
  ];

  test.each([
    [
      'to a colleague',
      'gwen',
      [
        'Imogen Hale covers for Ruth Adeyemi until Monday 23 November.',
        'Soon Hale covers for Ruth Adeyemi from Sunday 29 November until Monday 30 November.',
      ],
    ],
    [
      'to whoever is covered',
      'ruth',
      [
        'Imogen Hale covers for you until Monday 23 November.',
        'Soon Hale covers for you from Sunday 29 November until Monday 30 November.',
      ],
    ],
    [
      'to whoever covers',
      'Imogen',
      [
        'Soon Hale covers for Ruth Adeyemi from Sunday 29 November until Monday 30 November.',
        'You cover for Ruth Adeyemi until Monday 23 November.',
      ],
    ],
  ])('%s, today and a week ahead; what is over or further off is left out', (_story, readerId, sentences) => {
    expect(coverSentences(all, readerId, TODAY)).toEqual(sentences);
  });
});

describe('making somebody a tutor', () => {
  const facts = {
    ...{ cohortId: 'london', person: person('gwen'), startsOn: TODAY, endsOn: null, coversId: '' },
    ...{ tutors: [ruth], today: TODAY },
  };
  const cover = { coversId: 'ruth', endsOn: '2026-12-01' };

  test.each([
    ['another tutor beside the first', {}, []],
    ['cover with a last day', cover, []],
    ['cover of one day', { ...cover, endsOn: '2026-11-23' }, []],
    ['from a day to come', { startsOn: '2026-12-24' }, []],
    ['nobody chosen', { person: null }, ['personId']],
    ['an account that is switched off', { person: person('gwen', { isDisabled: true }) }, ['personId']],
    ['a trainee of the cohort', { person: person('amara', { traineeIn: ['london'] }) }, ['personId']],
    ['a trainee of another cohort', { person: person('nia', { traineeIn: ['wales'] }) }, []],
    ['somebody who is its tutor already', { person: person('ruth') }, ['personId']],
    ['yesterday', { startsOn: '2026-11-21' }, ['startsOn']],
    ['in more than a year', { startsOn: '2027-11-24' }, ['startsOn']],
    ['a last day before the first', { endsOn: TODAY }, ['lastDay']],
    ['cover without a last day', { coversId: 'ruth' }, ['lastDay']],
    ['cover for herself', { ...cover, coversId: 'gwen' }, ['coversId']],
    ['cover for somebody who is no tutor of it', { ...cover, coversId: 'daniel' }, ['coversId']],
    [
      'cover for somebody whose time is over',
      { ...cover, tutors: [assignment('ruth', '2026-01-05', TODAY)] },
      ['coversId'],
    ],
  ])('%s', (_story, change, fields) => {
    expect(Object.keys(assignProblems({ ...facts, ...change })).sort()).toEqual(fields);
  });

  test.each([
    ['overlaps by a day', '2026-11-23', ['personId']],
    ['follows on the day after', TODAY, []],
    ['was taken back', '2026-11-01', []],
  ])('a second time of the same person: the first %s', (story, endsOn, fields) => {
    const first = assignment('gwen', story === 'was taken back' ? '2026-11-01' : '2026-10-01', endsOn);
    expect(Object.keys(assignProblems({ ...facts, tutors: [ruth, first] }))).toEqual(fields);
  });
});

describe('ending a tutor’s assignment', () => {
  const facts = { assignment: ruth, endsOn: '2026-12-01', tutors: [ruth], today: TODAY };

  test.each([
    ['from today on', { endsOn: TODAY }, null],
    ['from a day to come', {}, null],
    ['in the past', { endsOn: '2026-11-21' }, /today or a day to come/],
    ['of one that is over', { assignment: assignment('ruth', '2026-01-05', '2026-06-01') }, /ended already/],
    ['of one that was taken back', { assignment: assignment('ruth', '2026-12-01', '2026-12-01') }, /ended already/],
    ['later than it ends', { assignment: assignment('ruth', '2026-01-05', '2026-11-25') }, /ends earlier already/],
    ['of one to come', { assignment: assignment('ruth', '2026-12-10') }, null],
  ])('%s', (_story, change, problem) => {
    const found = endsOnProblem({ ...facts, ...change });
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });

  test('says whether nobody is left on that day', () => {
    expect(leavesAlone(facts)).toBe(true);
    expect(leavesAlone({ ...facts, tutors: [ruth, assignment('gwen', '2026-12-01')] })).toBe(false);
    expect(leavesAlone({ ...facts, tutors: [ruth, assignment('gwen', '2026-12-02')] })).toBe(true);
    expect(leavesAlone({ ...facts, tutors: [ruth, assignment('gwen', '2026-01-05', '2026-12-01')] })).toBe(true);
  });
});

describe('handing cohorts over', () => {
  const facts = {
    ...{ from: person('ruth'), to: person('gwen'), startsOn: '2026-12-01', today: TODAY, cohortIds: ['london'] },
  };

  test.each([
    ['from one tutor to another', {}, []],
    ['nobody who hands over', { from: null }, ['fromId']],
    ['nothing to hand over', { cohortIds: [] }, ['fromId']],
    ['nobody who takes over', { to: null }, ['toId']],
    ['to herself', { to: person('ruth') }, ['toId']],
    ['to an account that is switched off', { to: person('gwen', { isDisabled: true }) }, ['toId']],
    ['to a trainee of it', { to: person('amara', { traineeIn: ['london'] }) }, ['toId']],
    ['from a tutor whose account is switched off', { from: person('ruth', { isDisabled: true }) }, []],
    ['yesterday', { startsOn: '2026-11-21' }, ['startsOn']],
    ['today', { startsOn: TODAY }, []],
    ['in more than a year', { startsOn: '2027-11-24' }, ['startsOn']],
  ])('%s', (_story, change, fields) => {
    expect(Object.keys(tutorHandOverProblems({ ...facts, ...change })).sort()).toEqual(fields);
  });
});

test('what is open is told by count, and nothing where nothing is', () => {
  const cohort = {
    cohortId: 'london',
    cohortName: 'London',
    trainees: 16,
    reviews: 1,
    actions: 2,
    meetings: 0,
    swaps: 1,
  };
  expect(openWords(cohort)).toEqual([
    '1 review without the tutor’s signature',
    '2 open actions of the contact log',
    '1 wish to swap a peer session',
  ]);
  expect(openWords({ ...cohort, reviews: 0, actions: 0, swaps: 0 })).toEqual([]);
});
