import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { inserter, LONG_AGO } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';

/** Kerry, who manages Amara, is a tutor of Amara's cohort as well. */
function prepare(database: DatabaseSync): void {
  inserter(database)('assignments', {
    ...{ id: 'kerry-tutor', kind: 'tutor', person_id: 'kerry', cohort_id: 'london' },
    ...{ starts_on: LONG_AGO, ends_on: null },
  });
}

const portal = servedPortal({ prepare });

test('a manager who is a tutor too does not set a rule aside as the tutor: another tutor does', async () => {
  const kerry = await portal().signIn('kerry');
  const allocate = (approverTutor: string, reference: string) =>
    kerry.post('/caseload/allocate?_action=caseload.allocate', {
      ...{ allocationId: randomUUID(), traineeId: 'amara', reference, tier: 'D2', kind: 'custody' },
      ...{ attributes: ['domestic-abuse'], approverTutor, overrideReason: 'She knows the person from co-working.' },
    });
  expect((await allocate('kerry', 'HAZEL-1')).status).toBe(400);
  expect((await allocate('ruth', 'HAZEL-2')).status).toBe(303);
  expect(portal().rows(`select approver_id from case_overrides where approver_id = 'kerry'`)).toEqual([]);
});
