import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { addHandedIn, CRITERIA, inserter, LONG_AGO } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';

/** Amara is a trainee and, made up for this, Tom's assessor too. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  insert('person_roles', { person_id: 'amara', role: 'assessor' });
  insert('person_roles', { person_id: 'amara', role: 'tutor' });
  insert('assignments', {
    id: 'amara-assesses-tom',
    kind: 'assessor',
    person_id: 'amara',
    cohort_id: null,
    trainee_id: 'tom',
    starts_on: LONG_AGO,
  });
  insert('assignments', {
    id: 'amara-tutors-london',
    kind: 'tutor',
    person_id: 'amara',
    cohort_id: 'london',
    trainee_id: null,
    starts_on: LONG_AGO,
  });
  addHandedIn(insert, { id: 'own', traineeId: 'amara', assessorId: 'amara' });
  addHandedIn(insert, { id: 'toms', traineeId: 'tom', assessorId: 'amara' });
  selfAssignment = refusal(() =>
    insert('assignments', {
      id: 'self',
      kind: 'assessor',
      person_id: 'amara',
      trainee_id: 'amara',
      starts_on: LONG_AGO,
    }),
  );
}

let selfAssignment = '';
function refusal(run: () => void): string {
  try {
    run();
    return 'allowed';
  } catch (error) {
    return (error as Error).message;
  }
}

const portal = servedPortal({ prepare });
const signed = (id: string) => portal().rows('select submission_id from sign_offs where submission_id = ?', id);
const form = (id: string) => ({ submissionId: `${id}-1`, assessmentId: `${id}-decided`, password: DEMO_PASSWORD });

describe('nobody signs her own work', () => {
  test('the database itself refuses to assign a trainee to herself', () => {
    expect(selfAssignment).toContain('CHECK constraint failed');
  });

  test('a trainee who is an assessor too can neither open, decide nor sign her own evidence', async () => {
    const amara = await portal().signIn('amara');
    for (const path of ['/assess/own-1', '/assess/own-1/sign']) expect((await amara.get(path)).status).toBe(404);
    const decisions = Object.fromEntries(CRITERIA.map((id) => [`decision-${id}`, 'met']));
    for (const page of ['/assess/own-1', '/account']) {
      expect((await amara.post(`${page}?_action=assess.decide`, { submissionId: 'own-1', ...decisions })).status).toBe(
        404,
      );
      expect((await amara.post(`${page}?_action=assess.sign`, form('own'))).status).toBe(404);
    }
    expect(signed('own-1')).toEqual([]);
    expect(portal().rows(`select count(*) as n from assessments where submission_id = 'own-1'`)).toEqual([{ n: 1 }]);
  });

  test('it is not in her queue', async () => {
    const { text } = await (await portal().signIn('amara')).get('/assess');
    expect(text.includes('/assess/toms-1')).toBe(true);
    expect(text.includes('/assess/own-1')).toBe(false);
  });

  test('she agrees to no placement of her own, although she tutors her cohort', async () => {
    const amara = await portal().signIn('amara');
    expect((await amara.post('/account?_action=placements.agree', { placementId: 'amara-premises' })).status).toBe(404);
    expect(portal().rows(`select person_id from placement_agreements where placement_id = 'amara-premises'`)).toEqual(
      [],
    );
  });

  test('she signs for the trainee she assesses', async () => {
    const amara = await portal().signIn('amara');
    expect((await amara.post('/assess/toms-1/sign?_action=assess.sign', form('toms'))).location).toBe(
      '/assess?signed=yes',
    );
    expect(signed('toms-1')).toHaveLength(1);
  });
});
