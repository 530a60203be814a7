import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHash } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { sessionDay } from '#db/demo/timing.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';

const NOW = new Date('2026-11-19T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'portal-demo-test-'));

/** Writes a demo of its own and gives it back to read. */
async function demoOf(name: string, traineeCount: number): Promise<DatabaseSync> {
  const home = join(folder, name);
  await writeDemo({
    url: pathToFileURL(join(home, 'portal.db')).href,
    keysDir: join(home, 'keys'),
    anchorsDir: join(home, 'anchors'),
    traineeCount,
    now: NOW,
  });
  return new DatabaseSync(join(home, 'portal.db'), { readOnly: true });
}

const TELLING = [
  'people',
  'person_roles',
  'cohorts',
  'cohort_memberships',
  'assignments',
  'enrolments',
  'programme_pauses',
  'module_openings',
  'section_ticks',
  'check_attempts',
  'module_completions',
  'evidence_items',
  'submissions',
  'criterion_decisions',
  'placements',
  'cases',
  'case_allocations',
];

/** Everything the demo tells, as one hash. What a key signs differs by key and is left out. */
function fingerprint(demo: DatabaseSync): string {
  const hash = createHash('sha256');
  for (const table of TELLING) hash.update(JSON.stringify(demo.prepare(`select * from ${table} order by rowid`).all()));
  return hash.digest('hex');
}

const numberOf = (demo: DatabaseSync, sql: string) => Number(Object.values(demo.prepare(sql).get() ?? {})[0]);

let demo: DatabaseSync;
beforeAll(async () => {
  demo = await demoOf('first', 25);
  return () => {
    demo.close();
    rmSync(folder, { recursive: true, force: true });
  };
});

test('a demo of the same size and day is the same every time', async () => {
  const again = await demoOf('again', 25);
  expect(fingerprint(again)).toBe(fingerprint(demo));
  again.close();
});

test('sixteen trainees are in London and nine in Wales', () => {
  const sizes = demo
    .prepare(
      'select cohort_id, count(*) as trainees from cohort_memberships where left_on is null group by cohort_id order by cohort_id',
    )
    .all();
  expect(sizes.map((row) => ({ ...row }))).toEqual([
    { cohort_id: 'london', trainees: 16 },
    { cohort_id: 'wales', trainees: 9 },
  ]);
});

test('Tom came into his cohort after a break in learning', () => {
  const tom = demo
    .prepare(
      "select p.ends_on as back, m.joined_on as joined, e.route_id as route from programme_pauses p join cohort_memberships m using (trainee_id) join enrolments e using (trainee_id) where trainee_id = 'tom' and m.left_on is null",
    )
    .get();
  expect({ ...tom }).toEqual({ back: '2026-09-21', joined: '2026-09-21', route: 'standard-21' });
});

test('every signature has an entry in the ledger, and there are some', () => {
  expect(numberOf(demo, 'select count(*) from portfolio_sign_offs')).toBeGreaterThan(5);
  const withoutEntry =
    'select count(*) from portfolio_sign_offs s left join ledger_entries l on l.seq = s.ledger_seq where l.seq is null';
  const withoutBasis =
    "select count(*) from portfolio_sign_offs s where s.subject = 'criterion' and not exists (select 1 from sign_off_basis b where b.sign_off_id = s.id)";
  expect(numberOf(demo, withoutEntry)).toBe(0);
  expect(numberOf(demo, withoutBasis)).toBe(0);
});

test('Amara has criteria signed off, one on the way, and evidence of more than one kind', () => {
  const signed = "select count(*) from portfolio_sign_offs where trainee_id = 'amara' and subject = 'criterion'";
  const kinds = "select count(distinct kind) from submissions where trainee_id = 'amara'";
  expect(numberOf(demo, signed)).toBeGreaterThanOrEqual(2);
  expect(numberOf(demo, kinds)).toBeGreaterThanOrEqual(3);
});

test('Daniel has evidence waiting, and an assignment that has ended', () => {
  const waiting =
    "select count(*) from submissions s where s.trainee_id in ('amara','tom') and s.writer_id is null and not exists (select 1 from assessments a where a.submission_id = s.id)";
  expect(numberOf(demo, waiting)).toBe(2);
  expect(numberOf(demo, "select count(*) from assignments where person_id = 'daniel' and ends_on is not null")).toBe(1);
});

test.each([1, 2, 3, 10])('a demo of %i has that many trainees and nobody else’s records', async (count) => {
  const small = await demoOf(`small-${String(count)}`, count);
  expect(numberOf(small, 'select count(*) from enrolments')).toBe(count);
  expect(numberOf(small, "select count(*) from person_roles where role = 'trainee'")).toBe(count);
  expect(numberOf(small, 'select count(*) from pragma_foreign_key_check')).toBe(0);
  small.close();
});

test('a larger demo has that many trainees, each with a cohort, an assessor and a manager, and one who withdrew besides', async () => {
  const large = await demoOf('large', 120);
  const left = `select trainee_id from programme_endings where kind = 'withdrawn'`;
  expect(numberOf(large, `select count(*) from enrolments where trainee_id not in (${left})`)).toBe(120);
  expect(numberOf(large, `select count(*) from (${left})`)).toBe(1);
  const alone = `select count(*) from enrolments e where e.trainee_id not in (${left}) and ((select count(*) from assignments a where a.trainee_id = e.trainee_id and a.ends_on is null) <> 2 or not exists (select 1 from cohort_memberships m where m.trainee_id = e.trainee_id and m.left_on is null))`;
  expect(numberOf(large, alone)).toBe(0);
  expect(numberOf(large, 'select count(*) from pragma_foreign_key_check')).toBe(0);

  // A caseload follows its stage: in its tenth month it fills most of twice the points, and never more than there were.
  const crowd = "from case_allocations a join enrolments e using (trainee_id) where trainee_id like 'trainee-%'";
  expect(numberOf(large, `select count(*) ${crowd} and used_points_after > available_points`)).toBe(0);
  const grown = `select trainee_id, max(used_points_after) as used, max(available_points) as available ${crowd} and e.started_on between '2025-12-01' and '2026-02-09' group by trainee_id having count(*) > 9`;
  expect(numberOf(large, `select count(*) from (${grown})`)).toBeGreaterThan(10);
  expect(numberOf(large, `select count(*) from (${grown}) where used < 0.6 * available`)).toBe(0);
  large.close();
});

test('nothing in the demo lies after the day it tells of, but placements ahead', () => {
  const last = Math.floor(NOW.getTime() / 1000) + 86_400;
  for (const [table, column] of [
    ['section_ticks', 'ticked_at'],
    ['submissions', 'submitted_at'],
    ['module_completions', 'completed_at'],
    ['case_allocations', 'allocated_at'],
  ]) {
    expect(numberOf(demo, `select count(*) from ${table} where ${column} > ${last}`), table).toBe(0);
  }
});

test.each([
  ['on a working day it stays', 19, '2026-12-11'],
  ['on a weekend to come, the Monday after', 20, '2026-12-14'],
  ['on a weekend gone by, the Friday before', -8, '2026-11-13'],
  ['on Christmas Day, the Tuesday after Boxing Day was moved', 33, '2026-12-29'],
  ['on New Year’s Day, the Monday after', 40, '2027-01-04'],
])('a peer session %s', (_story, days, expected) => {
  const holidays = { days: ['2026-12-25', '2026-12-28', '2027-01-01'].map((day) => ({ day, name: 'Bank holiday' })) };
  expect(sessionDay({ today: '2026-11-22', monday: '2026-11-16' }, days, holidays)).toBe(expected);
});
