import { post, see, type Sight } from './sight.ts';

/** The pages about caseloads, as trainees, tutors and managers see them. */
export const CASELOAD_PAGES: readonly Sight[] = [
  ...see('amara', ['/caseload/cases/amara-case-1', '/caseload?said=yes']),
  ...see('ruth', ['/caseload/cases/tom-case-9']),
  ...see('gwen', ['/cohorts/wales/caseloads', '/trainees/nia/caseload']),
  ...see('kerry', ['/trainees/amara/caseload']),
  ...see('kerry', [
    '/caseload/allocate?tier=C2&kind=community',
    '/caseload/allocate?tier=A3&kind=licence&transitionToAdulthood=yes',
    '/caseload/allocate?tier=C2&kind=community&attributes=domestic-abuse&attributes=terrorism&complexity=chaotic&carrying=co_work&share=40',
    '/caseload/allocate?move=amara-case-1-1',
    '/caseload/allocate?join=amara-case-1-1',
    '/caseload/cases/amara-case-1',
    '/caseload/cases/tom-case-9?done=carry',
    '/caseload/reductions/tom',
    '/caseload/reductions/tom?reason=phased-return&work=contact_for_other',
    '/caseload?closed=yes',
  ]),
  ...see('amara', ['/trainees/amara/caseload']),
  ...see('ruth', ['/cohorts/london/caseloads', '/trainees/tom/caseload']),
];

/** What they answer to forms that are not whole. */
export const CASELOAD_PROBLEMS: readonly Sight[] = [
  ...see('gwen', ['/cohorts/london/caseloads', '/trainees/amara/caseload'], 404),
  ...see('kerry', ['/caseload/allocate?tier=&kind=', '/caseload/allocate?tier=Z9&kind=community']),
  post('kerry', '/caseload/reductions/tom', '/caseload/reductions/tom?_action=caseload.reduce', {
    reductionId: '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7e3',
    traineeId: 'tom',
    reasonId: 'phased-return',
    hours: '38',
    startsOn: '2026-11-30',
    lastDay: '2026-11-01',
  }),
  post('kerry', '/caseload/cases/amara-case-1', '/caseload/cases/amara-case-1?_action=caseload.carry', {
    allocationId: '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7e4',
    fromAllocationId: 'amara-case-1-1',
    carrying: 'sole',
    share: '101',
  }),
  post('amara', '/caseload', '/caseload?_action=caseload.object', {
    objectionId: '7d9b1c2e-6a34-4f0b-9c55-0d8f2a61b7e5',
    caseId: '',
    objectionWords: '',
  }),
  post('kerry', '/caseload/allocate', '/caseload/allocate?_action=caseload.allocate', {
    tier: 'A3',
    kind: 'licence',
    traineeId: 'tom',
    reference: 'Ms Lark',
  }),
];
