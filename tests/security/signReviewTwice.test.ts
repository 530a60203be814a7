import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addPerson, inserter, LONG_AGO } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addReview, reviewSha256 } from '../support/supervisionRecords.ts';
import { countEntries } from '../support/signing.ts';

const ROUNDS = 10;
const races = Array.from({ length: ROUNDS }, (_, index) => `race-${index}`);

/** Rita tutors London beside Ruth. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  addPerson(database, { id: 'rita', name: 'Rita Second' });
  const assignment = { id: 'rita-london', kind: 'tutor', person_id: 'rita', cohort_id: 'london', starts_on: LONG_AGO };
  insert('assignments', assignment);
  for (const id of ['double', ...races]) addReview(insert, { id, traineeId: 'amara', writer: 'ruth', isReady: true });
}

const portal = servedPortal({ prepare });
const entries = () => countEntries(portal());
const signed = (id: string) =>
  portal()
    .rows('select part, person_id from supervision_signatures where review_id = ? order by ledger_seq', id)
    .map((row) => `${String(row.part)}: ${String(row.person_id)}`);
const sign = (client: PortalClient, reviewId: string, part: string) =>
  client.post(`/supervision/${reviewId}/sign?_action=supervision.sign`, {
    ...{ reviewId, part, shownSha256: reviewSha256(portal(), reviewId), password: DEMO_PASSWORD },
  });

describe('at the same moment', () => {
  test(`two tutors sign for one part, ${ROUNDS} times: one wins, the other is told`, { timeout: 60_000 }, async () => {
    const [ruth, rita] = [await portal().signIn('ruth'), await portal().signIn('rita')];
    const before = entries();
    for (const id of races) {
      const answers = await Promise.all([sign(ruth, id, 'tutor'), sign(rita, id, 'tutor')]);
      expect(
        answers.map(({ status }) => status).toSorted((one, other) => one - other),
        id,
      ).toEqual([303, 409]);
      expect(answers.find(({ status }) => status === 409)?.text).toMatch(/has signed for the tutor in the meantime/);
      expect(signed(id)).toHaveLength(1);
    }
    expect(entries()).toBe(before + ROUNDS);
  });

  test('the same form again changes nothing', async () => {
    const ruth = await portal().signIn('ruth');
    const before = entries();
    await Promise.all([sign(ruth, 'double', 'tutor'), sign(ruth, 'double', 'tutor')]);
    expect((await sign(ruth, 'double', 'tutor')).location).toBe('/supervision/double?signed=yes');
    expect(signed('double')).toEqual(['tutor: ruth']);
    expect(entries()).toBe(before + 1);
  });
});
