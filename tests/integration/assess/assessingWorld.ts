import { randomUUID } from 'node:crypto';
import { assessorStandings, recordSignatures, withdrawals } from '#db/schema/index.ts';
import type { Writer } from '#db/client.ts';
import { saveAssessmentDraft } from '#db/queries/assessing.ts';
import type { Decision } from '#src/domain/portfolio/deciding.ts';
import type { CriterionOutcome } from '#src/domain/portfolio/words.ts';
import { type Release, releaseAssessment } from '#src/server/assessing.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import { openSigningWorld, type Person, type SigningWorld } from '../signing/signingWorld.ts';

export interface AssessingWorld extends SigningWorld {
  readonly database: TestDatabase;
}

/** The people of the signing tests on a fresh database: Daniel, Joan and Owen assess Amara. */
export async function openAssessingWorld(): Promise<AssessingWorld> {
  const database = await freshDatabase();
  const world = await openSigningWorld(database, { databaseUrl: database.url, folder: freshFolder() });
  return { ...world, database };
}

export const decisionsOf = (outcomes: Readonly<Record<string, CriterionOutcome>>): Decision[] =>
  Object.entries(outcomes).map(([criterionId, outcome]) => ({
    ...{ criterionId, outcome },
    feedback: outcome === 'met' ? '' : 'Say more.',
  }));

export interface Releasing extends Partial<Omit<Release, 'viewer' | 'decisions'>> {
  readonly submissionId: string;
  readonly by?: Person;
  readonly outcomes?: Readonly<Record<string, CriterionOutcome>>;
}

/** Releases as the page would: nothing had been decided when it was shown, unless it is said. */
export function release(database: TestDatabase, { by = 'daniel', outcomes = { '1.1': 'met' }, ...given }: Releasing) {
  const asked: Release = {
    viewer: { id: by },
    assessmentId: randomUUID(),
    shownAssessmentId: '',
    draftRevision: null,
    comment: '',
    notes: [],
    decisions: decisionsOf(outcomes),
    ...given,
  };
  return database.write((tx) => releaseAssessment(tx, asked));
}

/** Owen is in training from a day on, and Joan countersigns. */
export async function inTraining(tx: Writer, effectiveFrom: string): Promise<void> {
  await tx.insert(assessorStandings).values({
    ...{ id: `owen-${effectiveFrom}`, assessorId: 'owen', standing: 'in_training', countersignerId: 'joan' },
    ...{ effectiveFrom, reason: 'He began', enteredBy: 'venetia', enteredAt: new Date('2026-01-06T09:00:00Z') },
  });
}

export async function withdraw(tx: Writer, submissionId: string): Promise<void> {
  await tx.insert(withdrawals).values({ submissionId, withdrawnAt: new Date('2026-06-16T09:00:00Z') });
}

/** A signature under a record, without its entry in the ledger being looked at. */
export async function signPart(tx: Writer, submissionId: string, part: 'assessor' | 'trainee', ledgerSeq: number) {
  await tx.insert(recordSignatures).values({
    ...{ submissionId, part, personId: part === 'assessor' ? 'daniel' : 'amara', ledgerSeq },
    signedAt: new Date('2026-06-16T09:00:00Z'),
  });
}

export const holdDraft = (tx: Writer, submissionId: string, assessorId: string, comment: string) =>
  saveAssessmentDraft(tx, {
    ...{ submissionId, assessorId, basedOn: 0, at: new Date('2026-06-16T09:00:00Z') },
    body: JSON.stringify({ decisions: [], comment, notes: [], unplaced: null }),
  });
