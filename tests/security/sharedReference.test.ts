import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { AT, inserter, LONG_AGO } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';

/** A case that Amara and Tom carry together, and one of Tom's alone. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  const points = { available_points: 435, used_points_before: 0, used_points_after: 0 };
  const carried = { manager_id: 'kerry', carrying: 'shadow', share_percent: 0, starts_on: LONG_AGO, allocated_at: AT };
  for (const [id, reference, people] of [
    ['both', 'ASPEN-71', ['amara', 'tom']],
    ['toms', 'ASPEN-72', ['tom']],
  ] as const) {
    insert('cases', { id, reference, tier: 'D2', kind: 'custody', created_at: AT });
    for (const trainee_id of people)
      insert('case_allocations', { id: `${id}-${trainee_id}`, case_id: id, trainee_id, ...carried, ...points });
  }
}

const portal = servedPortal({ prepare });

test('a case that two carry gets no name that the other one has for another case', async () => {
  const amara = await portal().signIn('amara');
  const rename = (reference: string) =>
    amara.post('/caseload?_action=caseload.rename', {
      ...{ changeId: randomUUID(), allocationId: 'both-amara', basedOn: '0', reference },
    });
  expect((await rename('ASPEN-72')).status).toBe(400);
  expect(portal().rows(`select id from case_changes where case_id = 'both'`)).toEqual([]);
  expect((await rename('ASPEN-73')).status).toBeLessThan(400);
  expect(portal().rows(`select reference from case_changes where case_id = 'both'`)).toEqual([
    { reference: 'ASPEN-73' },
  ]);
});
