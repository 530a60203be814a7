import { expect, test } from 'vitest';
import {
  type HandOverFacts,
  type HandOverPerson,
  handOverProblems,
  type HandOverTrainee,
  leftUnfinished,
} from '#src/domain/handOver/rules.ts';

const QUALIFIED = {
  standing: 'qualified',
  countersignerId: null,
  needsCountersign: false,
  since: '2026-01-01',
} as const;
const TRAINING = {
  standing: 'in_training',
  countersignerId: 'joan',
  needsCountersign: true,
  since: '2026-01-01',
} as const;
const person = (id: string, change: Partial<HandOverPerson> = {}): HandOverPerson => ({
  ...{ id, name: id, isAssessor: true, isDisabled: false, standing: QUALIFIED },
  ...change,
});
const trainee = (traineeId: string, change: Partial<HandOverTrainee> = {}): HandOverTrainee => ({
  ...{ traineeId, name: traineeId, managerIds: ['kerry'], hasNew: false, waiting: 1, held: 0, unfinished: 0 },
  ...change,
});
const facts = (change: Partial<HandOverFacts>): HandOverFacts => ({
  ...{ from: person('daniel'), to: person('joan'), startsOn: '2026-11-23', today: '2026-11-19', latest: '2027-05-21' },
  trainees: [trainee('amara'), trainee('tom')],
  countersigning: { toName: [], mayGoOn: false, ownWaiting: null },
  ...change,
});

test.each<[string, Partial<HandOverFacts>]>([
  ['to a qualified colleague', {}],
  ['today', { startsOn: '2026-11-19' }],
  ['on the last day ahead', { startsOn: '2027-05-21' }],
  ['to somebody in training, with a colleague who countersigns', { to: person('owen', { standing: TRAINING }) }],
  ['of somebody whose account is switched off', { from: person('daniel', { isDisabled: true, isAssessor: false }) }],
  ['to somebody who assesses one of them already', { trainees: [trainee('amara', { hasNew: true })] }],
])('may be handed over: %s', (_story, change) => {
  expect(handOverProblems(facts(change))).toEqual({});
});

test.each<[string, Partial<HandOverFacts>, string, RegExp]>([
  ['nobody chosen to hand over', { from: null, trainees: [] }, 'from', /Choose whose/],
  ['somebody without trainees', { trainees: [] }, 'from', /assesses nobody on that day/],
  ['nobody chosen to take over', { to: null }, 'to', /Choose who/],
  ['the same person', { to: person('daniel') }, 'to', /somebody else/],
  ['an account that is switched off', { to: person('joan', { isDisabled: true }) }, 'to', /switched off/],
  ['somebody who is no assessor', { to: person('ruth', { isAssessor: false }) }, 'to', /not an assessor/],
  ['one of the trainees', { to: person('amara') }, 'to', /nobody assesses herself/],
  ['the line manager of one of them', { to: person('kerry') }, 'to', /kerry manages amara, tom/],
  [
    'somebody in training without a colleague who countersigns',
    { to: person('owen', { standing: { ...TRAINING, countersignerId: null } }) },
    'to',
    /nobody countersigns/,
  ],
  [
    'somebody in training whose decisions one of the trainees would countersign',
    { to: person('owen', { standing: { ...TRAINING, countersignerId: 'tom' } }) },
    'to',
    /one of these trainees/,
  ],
  ['yesterday', { startsOn: '2026-11-18' }, 'startsOn', /today or a day to come/],
  ['far ahead', { startsOn: '2027-05-22' }, 'startsOn', /half a year/],
])('is refused: %s', (_story, change, field, words) => {
  const problems = handOverProblems(facts(change));
  expect(Object.keys(problems)).toEqual([field]);
  expect(problems[field]).toMatch(words);
});

test('records that nobody else can finish are counted', () => {
  expect(leftUnfinished([trainee('amara', { unfinished: 2 }), trainee('tom', { unfinished: 1 })])).toBe(3);
});
