import type { DatabaseSync } from 'node:sqlite';
import { crawl } from '../support/crawl.ts';
import {
  addEvidence,
  addHandedIn,
  addMark,
  addPerson,
  addSubmission,
  AT,
  type Insert,
  inserter,
  LONG_AGO,
} from '../support/demoRecords.ts';
import type { PortalServer } from '../support/portalServer.ts';
import { CHECKS } from './tellTales.ts';

/**
 * Each text stands in one kind of record of Amara's and nowhere else, so wherever it turns up, that record was shown.
 * Who is not named may not see it on any page. Source: "Who may see what", docs/contract.md.
 */
export const MARKS = {
  'the text of a draft': { mark: 'MARK-draft-text', sees: ['amara'] },
  'the title of a draft': { mark: 'MARK-draft-title', sees: ['amara'] },
  'what she wrote after handing in': { mark: 'MARK-later-text', sees: ['amara'] },
  'a reflection': { mark: 'MARK-reflection', sees: ['amara'] },
  'a passage she highlighted': { mark: 'MARK-quote', sees: ['amara'] },
  'a note of hers on a passage': { mark: 'MARK-own-note', sees: ['amara'] },
  'a private appointment in her week': { mark: 'MARK-appointment', sees: ['amara'] },
  'her note beside her leave': { mark: 'MARK-away', sees: ['amara'] },
  'a check-in that she has not shared': { mark: 'MARK-check-in', sees: ['amara'] },
  'the text of a submission': { mark: 'MARK-account-text', sees: ['amara', 'ruth', 'daniel'] },
  'the title of a submission': { mark: 'MARK-account-title', sees: ['amara', 'ruth', 'daniel'] },
  'feedback on a submission': { mark: 'MARK-feedback', sees: ['amara', 'ruth', 'daniel'] },
  'the text of a sampled submission': { mark: 'MARK-sampled-text', sees: ['amara', 'ruth', 'daniel', 'venetia'] },
  'the title of a sampled submission': { mark: 'MARK-sampled-title', sees: ['amara', 'ruth', 'daniel', 'venetia'] },
  'a later version, which is not in the sample': { mark: 'MARK-second-text', sees: ['amara', 'ruth', 'daniel'] },
  'feedback on a sampled submission': { mark: 'MARK-sampled-feedback', sees: ['amara', 'ruth', 'daniel', 'venetia'] },
  'the reference of a case': { mark: 'MARK-CASE-1', sees: ['amara', 'ruth', 'kerry'] },
  'why a case went over the limit': { mark: 'MARK-reason', sees: ['amara', 'ruth', 'kerry'] },
  'the place of a placement': { mark: 'MARK-place', sees: ['amara', 'ruth', 'daniel', 'kerry'] },
} as const;

/** Everybody who is asked. Keith was Amara's manager until 2020 and allocated the marked case. */
export const VISITORS = [
  'amara',
  'tom',
  'nia',
  'ruth',
  'gwen',
  'daniel',
  'joan',
  'kerry',
  'salma',
  'venetia',
  'harvey',
  'keith',
] as const;
export type Visitor = (typeof VISITORS)[number];

function leaveMarks(database: DatabaseSync): void {
  markPortfolio(inserter(database));
  markCase(inserter(database));
  markWhatIsHers(inserter(database));
  database.exec(`
    update evidence_items set text = 'MARK-later-text', revision = 2 where id in ('mark-account', 'mark-sampled');
    update reflections set text = 'MARK-reflection' where trainee_id = 'amara';
    update placements set place = 'MARK-place' where id = 'amara-prison';
  `);
}

function markPortfolio(insert: Insert): void {
  const amaras = { traineeId: 'amara', assessorId: 'daniel' };
  addEvidence(insert, { id: 'mark-draft', traineeId: 'amara', title: 'MARK-draft-title', text: 'MARK-draft-text' });
  const account = { title: 'MARK-account-title', text: 'MARK-account-text', comment: 'MARK-feedback' };
  addHandedIn(insert, { ...amaras, id: 'mark-account', ...account });
  const sampled = { title: 'MARK-sampled-title', text: 'MARK-sampled-text', comment: 'MARK-sampled-feedback' };
  addHandedIn(insert, { ...amaras, id: 'mark-sampled', ...sampled });
  const second = { id: 'mark-sampled-2', evidenceId: 'mark-sampled', traineeId: 'amara', number: 2 };
  addSubmission(insert, { ...second, text: 'MARK-second-text' });
  insert('samples', { submission_id: 'mark-sampled-1', verifier_id: 'venetia', sampled_at: AT });
}

function markCase(insert: Insert): void {
  const weight = { tier: 'A3', kind: 'community', transition_to_adulthood: 0 };
  insert('cases', { id: 'mark-case', reference: 'MARK-CASE-1', ...weight, created_at: AT });
  const whose = { case_id: 'mark-case', trainee_id: 'amara', manager_id: 'keith', starts_on: LONG_AGO };
  const points = { available_points: 1, used_points_before: 0, used_points_after: 2 };
  insert('case_allocations', { id: 'mark-allocation', ...whose, allocated_at: AT, ...points });
  // Agreed later than whatever the demo agreed.
  const agreed = { starts_on: LONG_AGO, until: '2099-01-05', agreed_at: 4_000_000_000, reason: 'MARK-reason' };
  insert('over_limit_agreements', { id: 'mark-agreement', trainee_id: 'amara', manager_id: 'keith', ...agreed });
}

/** What nobody but Amara may read, not even who may read the rest. */
function markWhatIsHers(insert: Insert): void {
  addMark(insert, { id: 'mark-mark', traineeId: 'amara', quote: 'MARK-quote', note: 'MARK-own-note' });
  const [day, hers] = [inTwoDays(), { trainee_id: 'amara' }];
  const kept = { starts_at: '18:00', ends_at: '19:00', revision: 1, saved_at: AT, is_private: 1 };
  insert('appointments', { id: 'mark-appointment', ...hers, ...kept, day, title: 'MARK-appointment' });
  const away = { starts_on: day, ends_on: day, place: 'training', words: 'MARK-away', entered_at: AT };
  insert('week_exceptions', { id: 'mark-away', ...hers, ...away });
  const check = { workload: 1, support: 1, balance: 1, revision: 1, saved_at: AT, shared_at: null };
  insert('wellbeing_checks', { ...hers, ...check, month: '2026-02', words: 'MARK-check-in' });
}

const inTwoDays = () => new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);

function addKeith(database: DatabaseSync): void {
  const insert = inserter(database);
  addPerson(database, { id: 'keith', name: 'Keith Formerly' });
  insert('person_roles', { person_id: 'keith', role: 'manager' });
  insert('assignments', {
    id: 'keith-manager',
    kind: 'manager',
    person_id: 'keith',
    trainee_id: 'amara',
    starts_on: '2020-01-06',
    ends_on: '2020-06-01',
  });
}

/** Where a person may look without a link. */
const GUESSED = [
  '/',
  '/account',
  '/admin',
  '/assess',
  '/assess/mark-account-1',
  '/assess/mark-account-1/sign',
  '/assess/mark-sampled-1',
  '/caseload',
  '/caseload/allocate?tier=C2&kind=community',
  '/cohorts',
  ...['london', 'wales'].flatMap((id) => [`/cohorts/${id}`, `/cohorts/${id}/caseloads`]),
  '/modules',
  '/modules/parole-recall',
  '/modules/parole-release-test',
  '/modules/parole-release-test/check?result=last',
  '/modules/parole-release-test/done',
  '/placements',
  '/portfolio',
  '/portfolio/evidence/mark-draft',
  '/portfolio/evidence/mark-account',
  '/portfolio/evidence/mark-sampled',
  '/portfolio/evidence/new',
  '/progress',
  '/notes',
  '/notes?traineeId=amara',
  '/notes/export',
  '/notes/export?as=json',
  '/modules/parole-recall?notes=print',
  '/week',
  '/week?edit=mark-appointment',
  '/wellbeing',
  '/supervision',
  ...['week', 'supervision'].flatMap((room) => ['amara', 'tom'].map((id) => `/trainees/${id}/${room}`)),
  ...CHECKS.flatMap(({ id }) => [
    `/modules/${id}`,
    `/modules/${id}?begin=yes`,
    `/modules/${id}/check`,
    `/modules/${id}/check?result=last`,
    `/modules/${id}/done`,
  ]),
  ...['amara', 'tom', 'priya', 'nia'].flatMap((id) => [`/trainees/${id}`, `/trainees/${id}/caseload`]),
  '/search?q=MARK',
];

/** Keith, and every mark. */
export function prepareMarks(database: DatabaseSync): void {
  addKeith(database);
  leaveMarks(database);
}

/** All that each of them comes to: visitor -> address -> what the portal sent. Every page is opened once, and looked through for everything. */
export async function readEverything(portal: PortalServer): Promise<ReadonlyMap<Visitor, ReadonlyMap<string, string>>> {
  const seen = new Map<Visitor, ReadonlyMap<string, string>>();
  for (const visitor of VISITORS) seen.set(visitor, await crawl(await portal.signIn(visitor), GUESSED));
  return seen;
}
