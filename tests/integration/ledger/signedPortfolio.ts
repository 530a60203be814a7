import { join } from 'node:path';
import type { Database, Writer } from '#db/client.ts';
import { people } from '#db/schema/accounts.ts';
import {
  assessments,
  criterionDecisions,
  evidenceItems,
  signOffs,
  submissionClaims,
  submissions,
} from '#db/schema/portfolio.ts';
import { signOffBody, type SignOffBody } from '#src/domain/ledger/entryBody.ts';
import type { AssessmentRecord } from '#src/domain/portfolio/assessmentRecord.ts';
import type { Snapshot } from '#src/domain/portfolio/snapshot.ts';
import { openKeys, type Keys } from '#src/server/keys.ts';
import { assessmentHash, sessionRef, snapshotHash } from '#src/server/ledger/hashes.ts';
import { openLedger, type Ledger } from '#src/server/ledger/index.ts';

/** A ledger on a real database, with what it needs around it and what it complained about. */
export interface LedgerWorld {
  readonly database: Database;
  readonly databaseUrl: string;
  readonly keys: Keys;
  readonly ledger: Ledger;
  readonly anchorsDir: string;
  readonly alarms: string[];
}

const START = Date.UTC(2026, 10, 21, 10, 0, 0);

/** The moment of the n-th sign-off in these tests: ten minutes apart, each with a part of a second that no table keeps. */
export function momentOf(n: number): Date {
  return new Date(START + n * 600_000 + 321);
}

/** Opens keys and ledger under `folder`; Amara and Daniel are there. Opening the same folder again is a restart. */
export async function openWorld(
  database: Database,
  { databaseUrl, folder }: { databaseUrl: string; folder: string },
): Promise<LedgerWorld> {
  const keys = await openKeys({ dir: join(folder, 'keys'), create: true });
  const anchorsDir = join(folder, 'anchors');
  const alarms: string[] = [];
  const ledger = await openLedger({
    database,
    databaseUrl,
    keys,
    anchorsDir,
    now: () => momentOf(0),
    alarm: (sentence) => alarms.push(sentence),
  });
  await database.write((tx) => insertPeople(tx));
  return { database, databaseUrl, keys, ledger, anchorsDir, alarms };
}

async function insertPeople(tx: Writer): Promise<void> {
  const person = (id: string, name: string) => ({ id, name, email: `${id}@pqip.example`, createdAt: momentOf(0) });
  await tx
    .insert(people)
    .values([person('amara', 'Amara Okafor'), person('daniel', 'Daniel Marsh')])
    .onConflictDoNothing();
}

/** The n-th piece of Amara's evidence, submitted and found met by Daniel, ready to be signed. */
export async function insertDecidedEvidence(tx: Writer, n: number): Promise<SignOffBody> {
  const snapshot = snapshotOf(n);
  const assessment = assessmentOf(n);
  const { id: _id, criteria, ...rest } = snapshot;
  await tx.insert(evidenceItems).values({
    id: snapshot.evidenceId,
    traineeId: 'amara',
    kind: snapshot.kind,
    title: snapshot.title,
    text: snapshot.text,
    revision: 1,
    createdAt: momentOf(n),
    savedAt: momentOf(n),
  });
  await tx.insert(submissions).values({ ...rest, id: snapshot.id, sha256: snapshotHash(snapshot) });
  await tx.insert(submissionClaims).values(criteria.map((criterionId) => ({ submissionId: snapshot.id, criterionId })));
  const { decisions, ...row } = assessment;
  await tx.insert(assessments).values(row);
  await tx
    .insert(criterionDecisions)
    .values(decisions.map((decision) => ({ assessmentId: assessment.id, ...decision })));
  return bodyOf(snapshot, assessment, n);
}

function snapshotOf(n: number): Snapshot {
  const about = {
    id: `submission-${n}`,
    evidenceId: `evidence-${n}`,
    traineeId: 'amara',
    number: 1,
    kind: 'reflective_account' as const,
  };
  const words = {
    title: `Visit number ${n}`,
    text: `I read the plan – twice.\nThen I went to visit ${n}. Tŷ 🏠`,
    criteria: ['3.2', '3.10'],
  };
  return { ...about, ...words, qualificationVersion: 'demo-1', submittedAt: momentOf(n) };
}

function assessmentOf(n: number): AssessmentRecord {
  const decisions = ['3.2', '3.10'].map((criterionId) => ({
    criterionId,
    outcome: 'met' as const,
    feedback: `Clear on ${criterionId}`,
  }));
  return {
    id: `assessment-${n}`,
    submissionId: `submission-${n}`,
    assessorId: 'daniel',
    outcome: 'to_sign',
    comment: `Well argued, ${n}`,
    assessedAt: momentOf(n),
    decisions,
  };
}

function bodyOf(snapshot: Snapshot, assessment: AssessmentRecord, n: number): SignOffBody {
  return signOffBody({
    viewerId: 'daniel',
    sessionRef: sessionRef('a session'),
    factorAt: momentOf(n),
    submission: { ...snapshot, sha256: snapshotHash(snapshot) },
    assessment: { ...assessment, sha256: assessmentHash(assessment) },
    at: momentOf(n),
  });
}

/** Entry and row in one transaction, as the portal writes them. */
export async function signOff({ ledger }: Pick<LedgerWorld, 'ledger'>, tx: Writer, n: number): Promise<number> {
  const body = await insertDecidedEvidence(tx, n);
  const { seq } = await ledger.append(tx, body);
  await tx.insert(signOffs).values({
    submissionId: body.submissionId,
    assessmentId: body.assessmentId,
    signedBy: 'daniel',
    signedAt: momentOf(n),
    ledgerSeq: seq,
  });
  return seq;
}

/** Signs off the pieces from one number to another, each in a transaction of its own, each anchored. */
export async function signOffEach({ first, last }: { first: number; last: number }, world: LedgerWorld): Promise<void> {
  for (let n = first; n <= last; n += 1) {
    await world.database.write((tx) => signOff(world, tx, n));
    await world.ledger.anchor();
  }
}
