import { beforeEach, describe, expect, test } from 'vitest';
import { countersignatures } from '#db/schema/index.ts';
import type { Writer } from '#db/client.ts';
import { listAssessorFigures, listEveryAssessorId } from '#db/queries/qualityAssessors.ts';
import { countDecided, listDecidedPieces } from '#db/queries/qualityPopulation.ts';
import type { UnitNow } from '#src/domain/portfolio/earlierCriteria.ts';
import { type Population, populationOf, populationTogether } from '#src/domain/quality/population.ts';
import { SAMPLING_STAGES, type SamplingStage } from '#src/domain/quality/words.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import { addMet, decide, handIn, sample, verifySample } from '../signing/decidedEvidence.ts';
import { criterion, openSigningWorld, signAs } from '../signing/signingWorld.ts';

let database: TestDatabase;

/** Two pieces of Daniel's, of which one is signed on and one sampled; one of Joan's, of Tom; one of Owen's that waits for Joan. */
async function decideFour(tx: Writer): Promise<void> {
  await addMet(tx, { id: 'signed', criteria: ['1.1', '2.1'] });
  await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation' });
  await addMet(tx, { id: 'toms', criteria: ['2.1'], traineeId: 'tom', assessorId: 'joan' });
  await addMet(tx, { id: 'owens', criteria: ['1.1'], assessorId: 'owen', needsCountersign: true });
  await handIn(tx, { id: 'waiting', criteria: ['1.1'] });
  await sample(tx, 'seen-1');
}

beforeEach(async () => {
  database = await freshDatabase();
  const world = await openSigningWorld(database, { databaseUrl: database.url, folder: freshFolder() });
  await database.write(decideFour);
  await signAs(world, { wanted: criterion('2.1') });
});

const pieces = (stage: SamplingStage, verifierId = 'venetia', assessorIds: readonly string[] | null = null) =>
  database.read((db) => listDecidedPieces(db, { stage, assessorIds, verifierId, units: [] }));
const ids = async (...asked: Parameters<typeof pieces>) =>
  (await pieces(...asked)).map(({ submissionId }) => submissionId);
const figures = (at: number, days: number) =>
  database.read(async (db) =>
    listAssessorFigures(db, { assessorIds: await listEveryAssessorId(db), at, day: '2026-11-20', days }),
  );
/** In one order, whatever order the database tells them in. */
const sorted = ({ assessors, ...rest }: Population) => ({
  ...rest,
  assessors: assessors.toSorted((one, other) => (one.assessorId < other.assessorId ? -1 : 1)),
});

describe('what was decided', () => {
  test.each(SAMPLING_STAGES)('counted assessor by assessor it is the same together: %s', async (stage) => {
    const counted = (who: readonly string[] | null) => database.read((db) => countDecided(db, who, []));
    const everybody = await database.read(listEveryAssessorId);
    const parts = await Promise.all(everybody.map((id) => counted([id])));
    const together = populationTogether(
      stage,
      parts.map((part) => part[stage]),
    );
    expect(everybody).toEqual(expect.arrayContaining(['daniel', 'joan', 'owen']));
    expect(together).toEqual(sorted((await counted(null))[stage]));
  });

  test('is interim until a signature rests on it, and not there while it waits for a countersignature', async () => {
    expect(await ids('interim')).toEqual(['seen-1', 'toms-1']);
    expect(await ids('final')).toEqual(['signed-1']);
  });

  test('comes in once it was countersigned', async () => {
    const said = { assessmentId: 'owens-decided', personId: 'joan', outcome: 'agreed', words: '' } as const;
    await database.write((tx) => tx.insert(countersignatures).values({ ...said, signedAt: new Date(), ledgerSeq: 1 }));
    expect(await ids('interim')).toEqual(['owens-1', 'seen-1', 'toms-1']);
    expect(await ids('interim', 'joan'), 'but not for her who countersigned, nor what she decided').toEqual(['seen-1']);
  });

  test('is never about whoever is to look, nor by her', async () => {
    expect(await ids('interim', 'tom')).toEqual(['seen-1']);
    expect(await ids('interim', 'joan')).toEqual(['seen-1']);
  });

  test('can be asked of some assessors only', async () => {
    expect(await ids('interim', 'venetia', ['joan'])).toEqual(['toms-1']);
    expect(await ids('interim', 'venetia', [])).toEqual([]);
  });

  test('counts newest decisions alone, each piece once', async () => {
    const again = { id: 'again', submissionId: 'toms-1', assessorId: 'daniel', outcomes: { '2.1': 'met' } } as const;
    await database.write((tx) => decide(tx, again));
    const toms = (await pieces('interim')).filter(({ submissionId }) => submissionId === 'toms-1');
    expect(toms.map(({ assessorId }) => assessorId)).toEqual(['daniel']);
  });

  test.each(SAMPLING_STAGES)('counted by the database and piece by piece is the same: %s', async (stage) => {
    const counted = await database.read((db) => countDecided(db, null, []));
    expect(sorted(counted[stage])).toEqual(populationOf(stage, await pieces(stage)));
    const some = await database.read((db) => countDecided(db, ['daniel'], []));
    expect(sorted(some[stage])).toEqual(populationOf(stage, await pieces(stage, 'venetia', ['daniel'])));
  });
});

test('turnaround is of first decisions, agreement of the newest look at each assessment', async () => {
  const look = (id: string, said: 'agree' | 'reject') => ({
    ...{ id, submissionId: 'signed-1', assessmentId: 'signed-decided' },
    outcomes: { '1.1': said, '2.1': 'agree' as const },
  });
  await database.write((tx) => verifySample(tx, look('first', 'reject')));
  await database.write((tx) => verifySample(tx, look('second', 'agree')));
  const at = Math.floor(Date.now() / 1000);
  const rows = await figures(at, 3650);
  const daniel = rows.find(({ assessorId }) => assessorId === 'daniel');
  expect(daniel).toMatchObject({
    decided: 2,
    medianDays: 0,
    longestDays: 0,
    waiting: 1,
    looked: 1,
    criteria: 2,
    agreed: 2,
  });
  expect(rows.find(({ assessorId }) => assessorId === 'joan')).toMatchObject({ decided: 1, looked: 0, criteria: 0 });
  const none = await figures(at, 1);
  expect(none.find(({ assessorId }) => assessorId === 'daniel')).toMatchObject({ decided: 0, medianDays: null });
});

test('the middle of an even number of decisions lies between the two in the middle', async () => {
  const hour = 3_600_000;
  const submittedAt = new Date('2026-06-15T10:00:00Z').getTime();
  await database.write(async (tx) => {
    for (const [index, hours] of [24, 48, 96, 240, 480].entries()) {
      const id = `late-${String(index)}`;
      const submissionId = await handIn(tx, { id, criteria: ['1.1'], traineeId: 'tom' });
      const at = new Date(submittedAt + hours * hour);
      await decide(tx, { id: `${id}-decided`, submissionId, assessorId: 'owen', outcomes: { '1.1': 'met' }, at });
    }
  });
  const at = Math.floor(Date.now() / 1000);
  const rows = await figures(at, 3650);
  // With the one that he decided at once: 0, 1, 2, 4, 10 and 20 days.
  expect(rows.find(({ assessorId }) => assessorId === 'owen')).toMatchObject({
    decided: 6,
    medianDays: 3,
    longestDays: 20,
  });
});

test('what was decided in an earlier version counts in the units of today, and in none where it was dropped', async () => {
  const unitsOf = async (units: readonly UnitNow[]) => {
    const counted = await database.read((db) => countDecided(db, null, units));
    const found = await database.read((db) =>
      listDecidedPieces(db, { stage: 'interim', assessorIds: null, verifierId: 'venetia', units }),
    );
    expect(sorted(counted.interim)).toEqual(populationOf('interim', found));
    return [...new Set(found.flatMap((piece) => piece.units))].sort();
  };
  const before = await unitsOf([]);
  expect(before.length).toBeGreaterThan(1);
  const criteria = ['1.1', '1.2', '2.1'];
  const moved = (unit: string | null) => criteria.map((id) => ({ version: 'small-1', id, unit }));
  expect(await unitsOf(moved('7'))).toEqual(['7']);
  expect(await unitsOf([...moved('7'), ...moved('8')])).toEqual(['7', '8']);
  expect(await unitsOf(moved(null))).toEqual([]);
});
