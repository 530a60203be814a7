import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { eq } from 'drizzle-orm';
import { type Database, openDatabase, type Writer } from '#db/client.ts';
import { listQueueFacts } from '#db/queries/assessorQueue.ts';
import { listStandingSubmissions, type StandingSubmission } from '#db/queries/standingSubmissions.ts';
import { listSubmissionsOfTrainee, type SubmissionRecord } from '#db/queries/submissions.ts';
import {
  contentRemovals,
  criterionMappings,
  evidenceFiles,
  evidenceItems,
  people,
  qualificationVersions,
} from '#db/schema/index.ts';
import { loadContent } from '#src/server/content.ts';
import { factsOf } from '#src/domain/portfolio/queue.ts';
import { gridOfTrainee, versionNews } from '#src/server/grid.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';
import { freshDatabase, freshFolder } from '../../support/database.ts';
import { decide, addMet, handIn, sample, verifySample } from '../signing/decidedEvidence.ts';
import { folderSignedWhole } from '../signing/signedWhole.ts';
import { criterion, openSigningWorld, signAs, SMALL } from '../signing/signingWorld.ts';
import { aViewer } from '../../support/viewer.ts';
import { withdraw } from '../assess/assessingWorld.ts';

const NOW = new Date('2026-11-19T10:00:00Z');

/** A full record with what the narrow one leaves out taken away, signatures in one order. */
function narrow(record: SubmissionRecord | StandingSubmission): StandingSubmission {
  const { id, evidenceId, number, kind, title, happenedOn, writer, qualificationVersion, submittedAt } = record;
  const { claims, hasClosedFile, isNewest, withdrawnAt, awaitsSignatures, signOff, contentRemoved = null } = record;
  const { assessment, heldFrom } = record;
  const inOrder = record.signedCriteria.toSorted((a, b) => a.signOffId.localeCompare(b.signOffId));
  return {
    ...{ id, evidenceId, number, kind, title, happenedOn, writer, qualificationVersion, submittedAt },
    ...{ claims, hasClosedFile, isNewest, withdrawnAt, awaitsSignatures, signOff, contentRemoved, heldFrom },
    assessment: assessment && {
      ...{ id: assessment.id, outcome: assessment.outcome, assessedAt: assessment.assessedAt },
      ...{ standing: assessment.standing, decisions: assessment.decisions },
    },
    signedCriteria: inOrder.map((one) => ({ ...one, claims: one.claims.toSorted() })),
  };
}

/** Compares both readings, and the grids from both, for everybody there is; gives all that was read. */
async function compared(database: Database): Promise<StandingSubmission[]> {
  return database.read(async (db) => {
    const qualifications = await readQualifications(db);
    const everybody = await db.select({ id: people.id }).from(people);
    const all: StandingSubmission[] = [];
    for (const { id } of everybody) {
      const [full, standing] = [await listSubmissionsOfTrainee(db, id), await listStandingSubmissions(db, id)];
      expect(standing.map(narrow)).toEqual(full.map(narrow));
      expect(gridOfTrainee(qualifications, standing)).toEqual(gridOfTrainee(qualifications, full));
      expect(versionNews(qualifications, standing)).toEqual(versionNews(qualifications, full));
      all.push(...standing);
    }
    return all;
  });
}

async function installed(database: Database): Promise<Database> {
  const content = await loadContent(new URL('../../../', import.meta.url));
  installPortal({ database, content, settings: { programmeNow: NOW } } as unknown as Portal);
  return database;
}

/** That an assessor's queue counts the waiting of each piece from the same instant as its trainee's pages do; gives how many wait. */
async function waitsAlike(database: Database, all: readonly StandingSubmission[]): Promise<number> {
  const held = new Map(all.map(({ id, heldFrom }) => [id, heldFrom.getTime() / 1000]));
  return database.read(async (db) => {
    const everybody = await db.select({ id: people.id }).from(people);
    const viewer = aViewer('daniel', { roles: ['assessor'], assessorOf: everybody.map(({ id }) => id) });
    const facts = await listQueueFacts(db, viewer, { day: '2026-11-19', releasedId: '' });
    const waiting = factsOf(facts, 'waiting');
    expect(waiting.map(({ id, since }) => [id, since])).toEqual(waiting.map(({ id }) => [id, held.get(id)]));
    return waiting.length;
  });
}

const standings = (all: readonly StandingSubmission[]) => new Set(all.map(({ assessment }) => assessment?.standing));

test('what stands is read as the whole records say it, and makes the same grid, for everybody in the demo', async () => {
  const folder = freshFolder();
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const places = { keysDir: join(folder, 'keys'), anchorsDir: join(folder, 'anchors') };
  await writeDemo({ url, ...places, traineeCount: 25, now: NOW });
  const database = await installed(await openDatabase({ url }));
  onTestFinished(() => database.close());
  const all = await compared(database);
  expect(all.length).toBeGreaterThan(25);
  expect(all.some(({ signedCriteria }) => signedCriteria.length > 0)).toBe(true);
  expect(all.some(({ writer }) => writer !== null)).toBe(true);
  expect(all.some(({ isNewest }) => !isNewest)).toBe(true);
  expect(standings(all)).toContain('to_countersign');
  expect(await waitsAlike(database, all)).toBeGreaterThan(2);
});

test('the same with signatures of every kind: under the whole, opened again, countersigned and sent back', async () => {
  const folder = await folderSignedWhole();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const database = await installed(await openDatabase({ url: pathToFileURL(join(folder, 'portal.db')).href }));
  onTestFinished(() => database.close());
  const all = await compared(database);
  expect(all.some(({ signOff }) => signOff !== null)).toBe(true);
  expect(standings(all)).toContain('sent_back');
  expect(await waitsAlike(database, all)).toBeGreaterThan(0);
});

/** Looked at twice, decided twice, handed in twice, taken back, taken out, words removed, a file that may not be opened. */
async function everythingTwice(tx: Writer): Promise<void> {
  for (const id of ['looked', 'again', 'gone', 'out', 'closed'])
    await addMet(tx, { id, criteria: ['1.1', '2.1'], withFile: true });
  await sample(tx, 'looked-1');
  const look = { submissionId: 'looked-1', assessmentId: 'looked-decided' };
  await verifySample(tx, { ...look, id: 'first', outcomes: { '1.1': 'agree', '2.1': 'reject' } });
  await verifySample(tx, { ...look, id: 'second', outcomes: { '2.1': 'agree', '1.1': 'reject' } });
  await decide(tx, { id: 'again-later', submissionId: 'again-1', outcomes: { '1.1': 'not_met', '2.1': 'met' } });
  await handIn(tx, { id: 'gone', criteria: ['1.2'], number: 2 });
  await withdraw(tx, 'gone-2');
  await tx.update(evidenceItems).set({ removedAt: NOW }).where(eq(evidenceItems.id, 'out'));
  const removal = { recordId: 'again-1', removedAt: NOW, reason: 'Its time was over.', sha256: 'a'.repeat(64) };
  await tx.insert(contentRemovals).values({ kind: 'submission', ...removal } as typeof contentRemovals.$inferInsert);
  await tx.update(evidenceFiles).set({ scan: 'pending' }).where(eq(evidenceFiles.id, 'file-closed'));
}

/** A version in which what was 1.1 is 2.1. */
async function renumber(tx: Writer): Promise<void> {
  await tx.insert(qualificationVersions).values({
    ...{ version: 'small-2', label: 'Second', notice: 'Made up.', units: JSON.stringify(SMALL.units.slice(1)) },
    ...{ effectiveFrom: '2026-02-01', importedBy: 'harvey', importedAt: new Date('2026-01-20T09:00:00Z') },
  });
  const step = { fromVersion: 'small-1', toVersion: 'small-2', newId: '2.1', carries: true };
  await tx.insert(criterionMappings).values(['1.1', '2.1'].map((oldId) => ({ ...step, id: oldId, oldId })));
}

test('the same with what was looked at, decided or handed in twice, taken away, and criteria that were put together', async () => {
  const database = await freshDatabase();
  const world = await openSigningWorld(database, { databaseUrl: database.url, folder: freshFolder() });
  await database.write((tx) => addMet(tx, { id: 'signed', criteria: ['1.1', '2.1'] }));
  for (const id of ['1.1', '2.1']) await signAs(world, { wanted: criterion(id) });
  await database.write(everythingTwice);
  const before = await compared(database);
  expect(standings(before)).toContain('reopened');
  expect(before.map(({ id }) => id)).not.toContain('out-1');
  expect(before.some(({ hasClosedFile }) => hasClosedFile)).toBe(true);
  expect(before.some(({ contentRemoved }) => contentRemoved)).toBe(true);
  expect(before.some(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  await database.write(renumber);
  const after = await compared(database);
  expect(after.flatMap(({ signedCriteria }) => signedCriteria)).not.toHaveLength(0);
});
