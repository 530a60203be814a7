import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type PortalServer, startPortal } from '../support/portalServer.ts';
import { MARKS, prepareMarks, readEverything, type Visitor, VISITORS } from './pagesOfEverybody.ts';
import { CHECKS, leaks } from './tellTales.ts';

let portal: PortalServer;
let seen: ReadonlyMap<Visitor, ReadonlyMap<string, string>>;

beforeAll(async () => {
  portal = await startPortal({ prepare: prepareMarks });
  seen = await readEverything(portal);
}, 300_000);

afterAll(() => portal.stop());

const pagesOf = (visitor: Visitor) => [...(seen.get(visitor) ?? [])];
const pagesWith = (visitor: Visitor, text: string) =>
  pagesOf(visitor).flatMap(([address, html]) => (html.includes(text) ? [address] : []));

describe('a record is shown to those who may see it, on whatever page, and to nobody else', () => {
  test('everybody was shown some pages', () => {
    for (const visitor of VISITORS) expect(pagesOf(visitor).length, visitor).toBeGreaterThan(100);
  });

  test.each(Object.entries(MARKS))('%s', (_record, { mark, sees }) => {
    const shown = VISITORS.filter((visitor) => pagesWith(visitor, mark).length > 0);
    expect(shown).toEqual(VISITORS.filter((visitor) => (sees as readonly string[]).includes(visitor)));
  });
});

describe('what is hers alone', () => {
  test('a check-in that is not shared stands on its own page, and on no other page of hers', () => {
    const [first, ...others] = pagesWith('amara', 'MARK-check-in');
    expect(first).toMatch(/^\/wellbeing/);
    expect(others.filter((address) => !address.startsWith('/wellbeing'))).toEqual([]);
  });

  test('nor do its answers, in whatever words the form has for them', () => {
    const answers = ['Far too much', 'No, I feel on my own', 'No room at all'];
    const shown = (visitor: Visitor, answer: string) => pagesWith(visitor, answer).map((page) => `${visitor} ${page}`);
    const found = VISITORS.flatMap((visitor) => answers.flatMap((answer) => shown(visitor, answer)));
    expect(found.filter((what) => !what.includes(' /wellbeing'))).toEqual([]);
    expect(pagesWith('amara', answers[0]!)).toContain('/wellbeing');
  });
});

describe('which answer of a check is right', () => {
  /** Pages with the result of a check that this person has answered already: there it may be said. */
  const answeredBy = (visitor: Visitor) =>
    portal
      .rows('select distinct module_id from check_attempts where trainee_id = ?', visitor)
      .map(({ module_id: id }) => `/modules/${String(id)}/check?result=last`);

  test.each(['nia', 'ruth', 'gwen', 'daniel', 'kerry', 'venetia', 'harvey'] as const)(
    'no page that %s can reach says it, not even in what its islands are given',
    (visitor) => {
      const answered = answeredBy(visitor);
      expect(leaks(pagesOf(visitor).filter(([address]) => !answered.includes(address)))).toEqual([]);
      const check = CHECKS[0]!;
      expect(seen.get(visitor)?.get(`/modules/${check.id}/check`)).toContain(check.questions[0]!.id);
    },
  );
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
    ['a manager whose assignments have ended sees nobody', 'keith', []],
    ['a verifier sees whose decision is in her sample, and nobody else', 'venetia', ['Amara Okafor']],
  ] as const)('%s', (_story, visitor, names) => {
    expect(namesShown(visitor, [...inCohort('london'), ...inCohort('wales')]).sort()).toEqual([...names].sort());
  });

  const others = (names: readonly string[], own: string) => names.filter((name) => name !== own);
  const pagesNaming = (visitor: Visitor, names: readonly string[]) =>
    [...new Set(names.flatMap((name) => pagesWith(visitor, name)))].sort();

  test('a trainee sees those of her own cohort where their sessions are, and nobody of another', () => {
    expect(namesShown('amara', inCohort('wales'))).toEqual([]);
    const pages = pagesNaming('amara', others(inCohort('london'), 'Amara Okafor'));
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((page) => !page.startsWith('/peer-sessions'))).toEqual([]);
  });

  test('an administrator sees names where she administers people and places, and numbers everywhere else', () => {
    const pages = pagesNaming('harvey', [...inCohort('london'), ...inCohort('wales')]);
    expect(pages.filter((page) => !/^\/admin\/(?:people|cohorts|trainees|audit)/.test(page))).toEqual([]);
  });

  test('a manager sees those she manages now', () => {
    const managed = namesWhere(
      `select name from people join assignments on trainee_id = people.id where kind = 'manager' and person_id = 'kerry' and ends_on is null`,
    );
    expect(namesShown('kerry', [...inCohort('london'), ...inCohort('wales')]).sort()).toEqual(managed.sort());
  });
});
