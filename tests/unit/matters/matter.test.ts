import { describe, expect, test } from 'vitest';
import { MATTER_KINDS, UNTIL_DONE } from '#src/domain/matters/kinds.ts';
import { foldedMatters, type MatterFact, matterOf, mattersOf } from '#src/domain/matters/matter.ts';

/** What the words of other rooms ask for. */
const OTHERS = {
  dueOn: '2026-11-20',
  subject: 'Thursday',
  from: '2026-11-01',
  back: '2026-12-01',
  on: '2026-11-18',
  cohort: 'London',
  cohortId: 'london',
  day: '2026-11-18',
  lostMinutes: 222,
  cause: 'duty_cover',
  place: 'Made-up court',
  kind: 'home_visit',
};

const fact = (change: Partial<MatterFact> = {}): MatterFact => ({
  kind: 'over-limit',
  id: 'one',
  traineeId: 'tom',
  traineeName: 'Tom Hughes',
  audience: 'tutor',
  since: '2026-11-20',
  details: {
    until: '2026-11-30',
    by: 'Kerry Bell',
    reason: 'Cover.',
    words: 'Said.',
    reference: 'AMBER-1',
    caseId: 'c',
    ...OTHERS,
  },
  ...change,
});

describe('a matter', () => {
  test.each(MATTER_KINDS)('%s has a sentence and leads somewhere', (kind) => {
    const { words, href } = matterOf(fact({ kind }));
    expect(words).not.toBe('');
    expect(words).not.toMatch(/undefined|null/);
    expect(href).toMatch(/^\/[a-z]/);
  });

  test('says until when a caseload may be over its limit', () => {
    expect(matterOf(fact()).words).toBe(
      'The caseload may be over its limit until Monday 30 November, agreed by Kerry Bell: Cover.',
    );
  });

  test('of seconds is of the day in London', () => {
    expect(matterOf(fact({ since: Date.UTC(2026, 5, 30, 23, 30) / 1000 })).since).toBe('2026-07-01');
  });

  test('goes when it was seen, unless something has to be done', () => {
    for (const kind of MATTER_KINDS) expect(matterOf(fact({ kind })).goesWhenSeen).toBe(!UNTIL_DONE.has(kind));
  });
});

test('newest first, and once for somebody who is tutor and manager of one trainee', () => {
  const matters = mattersOf([
    fact(),
    fact({ audience: 'manager' }),
    fact({ id: 'two', since: '2026-11-22' }),
    fact({ id: 'three', since: '2026-11-21' }),
  ]);
  expect(matters.map(({ id }) => id)).toEqual(['over-limit:two', 'over-limit:three', 'over-limit:one']);
});

describe('a long list of matters', () => {
  const listed = (count: number, kind: MatterFact['kind'] = 'study-lost') =>
    Array.from({ length: count }, (_, index) => matterOf(fact({ kind, id: `${kind} ${String(index)}` })));

  test('of twelve stands whole', () => {
    expect(foldedMatters(listed(12))).toEqual({ shown: listed(12), folded: [] });
  });

  test('shows the first twelve and whatever waits for an answer, and folds the others', () => {
    const [waiting] = listed(1, 'objection');
    const all = [...listed(14), ...(waiting ? [waiting] : [])];
    const { shown, folded } = foldedMatters(all);
    expect(shown).toEqual([...all.slice(0, 12), waiting]);
    expect(folded).toEqual(all.slice(12, 14));
  });
});
