import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crawl } from '../support/crawl.ts';
import {
  addEvidence,
  addHandedIn,
  addPerson,
  addSubmission,
  AT,
  type Insert,
  inserter,
  LONG_AGO,
} from '../support/demoRecords.ts';
import { type PortalServer, startPortal } from '../support/portalServer.ts';

/**
 * Each text stands in one kind of record of Amara's and nowhere else, so wherever it turns up, that record was shown.
 * Who is not named may not see it on any page. Source: "Who may see what", docs/contract.md.
 */
const MARKS = {
  'the text of a draft': { mark: 'MARK-draft-text', sees: ['amara'] },
  'the title of a draft': { mark: 'MARK-draft-title', sees: ['amara'] },
  'what she wrote after handing in': { mark: 'MARK-later-text', sees: ['amara'] },
  'a reflection': { mark: 'MARK-reflection', sees: ['amara'] },
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
const VISITORS = [
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
type Visitor = (typeof VISITORS)[number];

function leaveMarks(database: DatabaseSync): void {
  markPortfolio(inserter(database));
  markCase(inserter(database));
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
  ...['amara', 'tom', 'priya', 'nia'].flatMap((id) => [`/trainees/${id}`, `/trainees/${id}/caseload`]),
  '/search?q=MARK',
];

let portal: PortalServer;
const seen = new Map<Visitor, ReadonlyMap<string, string>>();

beforeAll(async () => {
  portal = await startPortal({ prepare: (database) => [addKeith, leaveMarks].forEach((step) => step(database)) });
  for (const visitor of VISITORS) seen.set(visitor, await crawl(await portal.signIn(visitor), GUESSED));
}, 120_000);

afterAll(() => portal.stop());

const pagesOf = (visitor: Visitor) => [...(seen.get(visitor) ?? [])];
const pagesWith = (visitor: Visitor, text: string) =>
  pagesOf(visitor).flatMap(([address, html]) => (html.includes(text) ? [address] : []));

describe('a record is shown to those who may see it, on whatever page, and to nobody else', () => {
  test('everybody was shown some pages', () => {
    for (const visitor of VISITORS) expect(pagesOf(visitor).length, visitor).toBeGreaterThan(GUESSED.length - 1);
  });

  test.each(Object.entries(MARKS))('%s', (_record, { mark, sees }) => {
    const shown = VISITORS.filter((visitor) => pagesWith(visitor, mark).length > 0);
    expect(shown).toEqual(VISITORS.filter((visitor) => (sees as readonly string[]).includes(visitor)));
  });
});

describe('what stands on a trainee’s pages for whom', () => {
  /** Which of these texts are on her page, or on the one about her caseload, as this person sees them. */
  const shownTo = (visitor: Visitor, texts: readonly string[]) => {
    const pages = ['/trainees/amara', '/trainees/amara/caseload'].map((path) => seen.get(visitor)?.get(path) ?? '');
    return texts.filter((text) => pages.some((page) => page.includes(text)));
  };
  const MODULES = ['Every module on the route', 'parole-recall', 'parole-release-test'];
  const EVIDENCE = ['Evidence handed in', '/portfolio/evidence/'];
  const CASES = ['Cases by reference', 'Allocated by', 'points available', 'Keith Formerly'];
  const GRID = ['Portfolio', 'Unit 1: '];

  test('her manager sees whether she is on track, her cases and her grid, and no module, no tick and no evidence', () => {
    expect(shownTo('kerry', ['On track', ...MODULES, ...CASES, ...GRID, ...EVIDENCE])).toEqual([
      'On track',
      ...CASES,
      ...GRID,
    ]);
  });

  test('her assessor sees modules, grid and evidence, and within the limit or not: no points, no cases, no manager', () => {
    expect(shownTo('daniel', [...MODULES, ...GRID, ...EVIDENCE, 'over its limit', ...CASES, '142.1%'])).toEqual([
      ...MODULES,
      ...GRID,
      ...EVIDENCE,
      'over its limit',
    ]);
  });

  test('her tutor sees all of it', () => {
    const all = [...MODULES, ...CASES, ...GRID, ...EVIDENCE, '142.1%'];
    expect(shownTo('ruth', all)).toEqual(all);
  });

  test('a verifier sees the version in her sample with what was decided on it, and not as a draft', () => {
    const page = seen.get('venetia')?.get('/portfolio/evidence/mark-sampled') ?? '';
    expect(['Version 1', 'Every criterion met', 'Version 2', 'Draft'].filter((text) => page.includes(text))).toEqual([
      'Version 1',
      'Every criterion met',
    ]);
  });

  test('only her tutor and her manager are offered to agree to a placement', () => {
    expect(VISITORS.filter((visitor) => shownTo(visitor, ['placements.agree']).length > 0)).toEqual(['ruth', 'kerry']);
  });
});

describe('names of people', () => {
  const namesWhere = (sql: string) => portal.rows(sql).map(({ name }) => String(name));
  const inCohort = (cohortId: string) =>
    namesWhere(
      `select name from people join cohort_memberships on trainee_id = people.id where cohort_id = '${cohortId}' and left_on is null`,
    );
  const namesShown = (visitor: Visitor, names: readonly string[]) =>
    names.filter((name) => pagesWith(visitor, name).length > 0);

  test('a tutor of Wales sees her nine trainees, and no name of London: no trainee, no colleague, no cohort', () => {
    expect(namesShown('gwen', inCohort('wales'))).toHaveLength(9);
    expect(
      namesShown('gwen', [
        ...inCohort('london'),
        'Ruth Adeyemi',
        'Daniel Marsh',
        'Kerry Bell',
        'Salma Haddon',
        'Joan Merriman',
        'London, autumn intake',
      ]),
    ).toEqual([]);
  });

  test('a tutor of London sees her sixteen, and no name of Wales', () => {
    expect(namesShown('ruth', inCohort('london'))).toHaveLength(16);
    expect(namesShown('ruth', [...inCohort('wales'), 'Gwen Rees', 'Wales, autumn intake'])).toEqual([]);
  });

  test.each([
    ['an assessor sees those she assesses now, and not the one she used to', 'daniel', ['Amara Okafor', 'Tom Hughes']],
    ['a trainee sees no other trainee', 'amara', ['Amara Okafor']],
    ['a manager whose assignments have ended sees nobody', 'keith', []],
    ['an administrator sees numbers and no trainee', 'harvey', []],
    ['a verifier sees whose decision is in her sample, and nobody else', 'venetia', ['Amara Okafor']],
  ] as const)('%s', (_story, visitor, names) => {
    expect(namesShown(visitor, [...inCohort('london'), ...inCohort('wales')]).sort()).toEqual([...names].sort());
  });

  test('a manager sees those she manages now', () => {
    const managed = namesWhere(
      `select name from people join assignments on trainee_id = people.id where kind = 'manager' and person_id = 'kerry' and ends_on is null`,
    );
    expect(namesShown('kerry', [...inCohort('london'), ...inCohort('wales')]).sort()).toEqual(managed.sort());
  });
});
