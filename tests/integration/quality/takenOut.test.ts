import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { listAssessorFigures } from '#db/queries/qualityAssessors.ts';
import { countDecided, listDecidedPieces } from '#db/queries/qualityPopulation.ts';
import { listReadyFacts } from '#db/queries/readyCriteria.ts';
import { countOpenSamples } from '#db/queries/signingFacts.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { assignments, evidenceItems, witnessAnswers, witnessRequests } from '#db/schema/index.ts';
import { factsOf } from '#src/domain/portfolio/queue.ts';
import { loadQueue } from '#src/server/assessorQueue.ts';
import { signRecord } from '#src/server/signing.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import { addMet, handIn, sample } from '../signing/decidedEvidence.ts';
import { openSigningWorld, viewerOf } from '../signing/signingWorld.ts';

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase();
  await openSigningWorld(database, { databaseUrl: database.url, folder: freshFolder() });
});

const takeOut = (id: string) =>
  database.write((tx) => tx.update(evidenceItems).set({ removedAt: new Date() }).where(eq(evidenceItems.id, id)));

test('what a trainee took out is in no population, makes nothing ready and holds nothing up', async () => {
  await database.write(async (tx) => {
    await addMet(tx, { id: 'account', criteria: ['1.1'] });
    await sample(tx, 'account-1');
  });
  const counts = async () => ({
    counted: (await database.read((db) => countDecided(db, null, []))).interim.assessors.length,
    pieces: await database.read((db) =>
      listDecidedPieces(db, { stage: 'interim', assessorIds: null, verifierId: 'venetia', units: [] }).then(
        (all) => all.length,
      ),
    ),
    ready: (await database.read((db) => listReadyFacts(db, { traineeIds: ['amara'], reshaped: [] }))).decided.length,
    open: await database.read((db) => countOpenSamples(db, 'amara')),
  });
  expect(await counts()).toEqual({ counted: 1, pieces: 1, ready: 1, open: 1 });
  await takeOut('account');
  expect(await counts()).toEqual({ counted: 0, pieces: 0, ready: 0, open: 0 });
});

test('nobody is asked who the witness of a piece is that was taken out', async () => {
  const words = { name: 'Ann Reed', job: 'Officer', relationship: 'She works here.', text: 'I saw it.' };
  await database.write(async (tx) => {
    await handIn(tx, { id: 'seen', criteria: ['1.1'], kind: 'witness_testimony' });
    await tx.insert(witnessRequests).values({
      ...{ id: 'asked', evidenceId: 'seen', tokenHash: 'b'.repeat(64), witnessName: 'Ann Reed', witnessJob: 'Officer' },
      ...{ question: 'What did you see?', madeBy: 'amara', madeAt: new Date(), expiresAt: new Date() },
    });
    const answer = { evidenceId: 'seen', requestId: 'asked', ...words, answeredAt: new Date(), sha256: 'a'.repeat(64) };
    await tx.insert(witnessAnswers).values(answer);
  });
  const asked = async () => factsOf((await database.read((db) => loadQueue(db, viewerOf('daniel')))).facts, 'witness');
  expect(await asked()).toHaveLength(1);
  await takeOut('seen');
  expect(await asked()).toEqual([]);
});

test('what waits is counted for whoever assesses on the day, a record from the second signature on', async () => {
  const waitingOf = async (id: string, day: string) => {
    const at = Math.floor(Date.now() / 1000);
    const rows = await database.read((db) =>
      listAssessorFigures(db, { assessorIds: ['daniel', 'joan', 'owen'], at, day, days: 3650 }),
    );
    return rows.find(({ assessorId }) => assessorId === id)?.waiting ?? 0;
  };
  await database.write(async (tx) => {
    await handIn(tx, { id: 'account', criteria: ['1.1'] });
    await handIn(tx, { id: 'record', criteria: ['1.2'], kind: 'observation', writerId: 'daniel' });
    await tx.update(assignments).set({ endsOn: '2026-12-01' }).where(eq(assignments.id, 'daniel-amara'));
  });
  expect(await waitingOf('daniel', '2026-11-30')).toBe(1);
  expect(await waitingOf('daniel', '2026-12-01')).toBe(0);
  expect(await waitingOf('joan', '2026-01-04')).toBe(0);
  for (const [part, by] of [
    ['assessor', 'daniel'],
    ['trainee', 'amara'],
  ] as const)
    await database.write(async (tx) => {
      const { sha256: shownSha256 = '' } = (await findSubmission(tx, 'record-1')) ?? {};
      const given = { submissionId: 'record-1', part, words: '', shownSha256, factorAt: new Date() };
      await signRecord(tx, { ...given, viewer: viewerOf(by) });
    });
  expect(await waitingOf('daniel', '2026-11-30')).toBe(2);
});
