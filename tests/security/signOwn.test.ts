import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { CRITERIA, inserter, LONG_AGO } from '../support/demoRecords.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addMetPiece, countersignFields, type MetPiece, signaturesUnder, signFields } from '../support/signing.ts';

/** Criteria that nothing else in the demo claims. */
const CRITERION = '6.5';
const OWN: MetPiece = { id: 'own', traineeId: 'amara', assessorId: 'daniel', criteria: [CRITERION] };
const TOMS: MetPiece = { id: 'toms', traineeId: 'tom', assessorId: 'amara', criteria: [CRITERION] };
const TRAINED: MetPiece = { ...OWN, id: 'trained', assessorId: 'owen', criteria: ['1.1'], needsCountersign: true };
const HERS: MetPiece = { ...TOMS, id: 'hers', criteria: ['1.1'], needsCountersign: true };

/** Amara is a trainee and, made up for this, Tom's assessor too, and countersigns for Owen and for herself. */
function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  insert('person_roles', { person_id: 'amara', role: 'assessor' });
  insert('person_roles', { person_id: 'amara', role: 'tutor' });
  const assign = (kind: string, subject: { cohort_id: string } | { trainee_id: string }) =>
    insert('assignments', { id: `amara-${kind}`, kind, person_id: 'amara', ...subject, starts_on: LONG_AGO });
  assign('assessor', { trainee_id: 'tom' });
  assign('tutor', { cohort_id: 'london' });
  for (const id of ['owen', 'amara'])
    insert('assessor_standings', {
      ...{ id: `${id}-trains`, assessor_id: id, standing: 'in_training', countersigner_id: 'amara' },
      ...{ effective_from: '2026-11-20', reason: 'Made up.', entered_by: 'venetia', entered_at: 1_895_000_000 },
    });
  for (const piece of [OWN, TOMS, TRAINED, HERS]) addMetPiece(insert, piece);
  selfAssignment = refusal(() =>
    insert('assignments', {
      ...{ id: 'self', kind: 'assessor', person_id: 'amara', trainee_id: 'amara', starts_on: LONG_AGO },
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
const signed = (traineeId: string) => signaturesUnder(portal(), traineeId, CRITERION);

describe('nobody signs her own work', () => {
  test('the database itself refuses to assign a trainee to herself', () => {
    expect(selfAssignment).toContain('CHECK constraint failed');
  });

  test('a trainee who is an assessor too can neither open, decide nor sign her own evidence', async () => {
    const amara = await portal().signIn('amara');
    for (const path of ['/assess/own-1', '/assess/own-1/sign', '/assess/trainees/amara/sign'])
      expect((await amara.get(path)).status, path).toBe(404);
    const decisions = Object.fromEntries(CRITERIA.map((id) => [`decision-${id}`, 'met']));
    for (const page of ['/assess/own-1', '/account']) {
      const decided = await amara.post(`${page}?_action=assess.decide`, { submissionId: 'own-1', ...decisions });
      expect(decided.status).toBe(404);
      expect((await amara.post(`${page}?_action=signing.sign`, signFields(CRITERION, [OWN]))).status).toBe(404);
    }
    expect(signed('amara')).toEqual([]);
    expect(portal().rows(`select count(*) as n from assessments where submission_id = 'own-1'`)).toEqual([{ n: 1 }]);
  });

  test('nor by naming another trainee in the form', async () => {
    const amara = await portal().signIn('amara');
    const fields = { ...signFields(CRITERION, [OWN]), traineeId: 'tom' };
    expect((await amara.post('/account?_action=signing.sign', fields)).status).toBe(409);
    expect([...signed('amara'), ...signed('tom')]).toEqual([]);
  });

  test('it is not in her queue', async () => {
    const { text } = await (await portal().signIn('amara')).get('/assess');
    expect(text.includes('/assess/own-1')).toBe(false);
  });

  test('she countersigns neither decisions about herself nor decisions of her own', async () => {
    const amara = await portal().signIn('amara');
    for (const piece of [TRAINED, HERS]) {
      expect((await amara.get(`/assess/countersign/${piece.id}-decided`)).status, piece.id).toBe(404);
      const answer = await amara.post('/account?_action=signing.countersign', countersignFields(piece));
      expect(answer.status, piece.id).toBe(404);
    }
    const waiting = (await amara.get('/assess/countersign')).text;
    for (const { id } of [TRAINED, HERS]) expect(waiting.includes(`${id}-decided`), id).toBe(false);
    const given = "select person_id from countersignatures where assessment_id in ('trained-decided', 'hers-decided')";
    expect(portal().rows(given)).toEqual([]);
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
    const answer = await amara.post('/assess/toms-1/sign?_action=signing.sign', signFields(CRITERION, [TOMS]));
    expect(answer.location).toBe('/assess?signed=yes');
    expect(signed('tom')).toEqual([{ signed_by: 'amara' }]);
  });
});
