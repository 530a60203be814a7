import { beforeEach, describe, expect, test } from 'vitest';
import { countersignatures, samples } from '#db/schema/index.ts';
import { factsOf } from '#src/domain/portfolio/queue.ts';
import { loadQueue, loadReadyCriteria } from '#src/server/assessorQueue.ts';
import { firstDecisionsOf } from '#src/server/firstDecisions.ts';
import { gridOfTrainee } from '#src/server/grid.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { listSubmissionsOfTrainee } from '#db/queries/submissions.ts';
import { addMet, decide, handIn, sample, verifySample } from '../signing/decidedEvidence.ts';
import { criterion, type Person, signAs, viewerOf } from '../signing/signingWorld.ts';
import {
  type AssessingWorld,
  holdDraft,
  inTraining,
  openAssessingWorld,
  release,
  signPart,
  withdraw,
} from './assessingWorld.ts';

let world: AssessingWorld;
beforeEach(async () => {
  world = await openAssessingWorld();
});

const queueOf = (id: Person) => world.database.read((db) => loadQueue(db, viewerOf(id)));
const waitingFor = async (id: Person) => (await queueOf(id)).waiting.map((one) => one.id);

describe('what waits for an assessor', () => {
  test('is what her trainees handed in and nobody decided on, and nothing of others', async () => {
    await world.database.write(async (tx) => {
      await handIn(tx, { id: 'hers', criteria: ['1.1'] });
      await handIn(tx, { id: 'toms', traineeId: 'tom', criteria: ['1.1'] });
      await addMet(tx, { id: 'decided', criteria: ['1.1'] });
    });
    expect(await waitingFor('daniel')).toEqual(['hers-1']);
    expect((await waitingFor('joan')).sort()).toEqual(['hers-1', 'toms-1']);
    expect(await waitingFor('venetia')).toEqual([]);
  });

  test('is the newest version alone, not what was taken back, and a record once both have signed it', async () => {
    await world.database.write(async (tx) => {
      await handIn(tx, { id: 'twice', criteria: ['1.1'] });
      await handIn(tx, { id: 'twice', criteria: ['1.1'], number: 2 });
      await handIn(tx, { id: 'back', criteria: ['1.1'] });
      await withdraw(tx, 'back-1');
      await handIn(tx, { id: 'seen', kind: 'observation', criteria: ['1.2'], writerId: 'daniel' });
    });
    expect(await waitingFor('daniel')).toEqual(['twice-2']);
    const [record] = factsOf((await queueOf('daniel')).facts, 'record');
    expect(record).toMatchObject({ evidenceId: 'seen', isWithTrainee: true, refused: null });
    await addMetAndSign();
    await world.database.write(async (tx) => {
      await signPart(tx, 'seen-1', 'assessor', 1);
    });
    expect(await waitingFor('daniel')).toEqual(['twice-2']);
  });

  test('comes back with the words of the quality assurer, first in the queue', async () => {
    await world.database.write(async (tx) => {
      await handIn(tx, { id: 'older', criteria: ['1.1'] });
      await addMet(tx, { id: 'doubted', criteria: ['1.1', '2.1'] });
      await sample(tx, 'doubted-1');
      await verifySample(tx, {
        ...{ id: 'look', submissionId: 'doubted-1', assessmentId: 'doubted-decided' },
        outcomes: { '1.1': 'agree', '2.1': 'reject' },
      });
    });
    const { waiting } = await queueOf('daniel');
    expect(waiting.map(({ id }) => id)).toEqual(['doubted-1', 'older-1']);
    expect(waiting[0]?.reopened).toEqual({
      ...{ by: 'Venetia Cole', as: 'verifier', words: 'I read it.' },
      reasons: [['2.1', 'Because.']],
    });
    await release(world.database, {
      ...{ submissionId: 'doubted-1', shownAssessmentId: 'doubted-decided reopened' },
      outcomes: { '1.1': 'met', '2.1': 'working_towards' },
    });
    expect(await waitingFor('daniel')).toEqual(['older-1']);
  });

  test('comes back with the words of the countersigner, and waits for her before that', async () => {
    await world.database.write(async (tx) => {
      await inTraining(tx, '2026-01-05');
      await handIn(tx, { id: 'owens', criteria: ['1.1'] });
    });
    const { submissionId } = await release(world.database, { submissionId: 'owens-1', by: 'owen', assessmentId: 'o' });
    expect(factsOf((await queueOf('joan')).facts, 'countersign')).toMatchObject([
      { submissionId, assessorName: 'Owen Blakely' },
    ]);
    expect(factsOf((await queueOf('daniel')).facts, 'countersign')).toEqual([]);
    expect(await waitingFor('owen')).toEqual([]);
    await addMetAndSign();
    await world.database.write((tx) =>
      tx.insert(countersignatures).values({
        ...{ assessmentId: 'o', personId: 'joan', outcome: 'sent_back', words: 'Ask for the reason.', ledgerSeq: 1 },
        signedAt: new Date('2026-06-17T09:00:00Z'),
      }),
    );
    const [again] = (await queueOf('owen')).waiting;
    expect(again).toMatchObject({ id: 'owens-1', reopened: { as: 'countersigner', words: 'Ask for the reason.' } });
    expect(factsOf((await queueOf('joan')).facts, 'countersign')).toEqual([]);
  });

  test('says where she holds a draft, and not where a colleague does', async () => {
    await world.database.write(async (tx) => {
      await handIn(tx, { id: 'held', criteria: ['1.1'] });
      await holdDraft(tx, 'held-1', 'joan', 'Mine');
    });
    expect((await queueOf('joan')).waiting[0]?.heldAt).not.toBeNull();
    expect((await queueOf('daniel')).waiting[0]?.heldAt).toBeNull();
  });
});

/** An entry in the ledger for rows that name one. */
async function addMetAndSign(): Promise<void> {
  await world.database.write((tx) => addMet(tx, { id: 'signed', criteria: ['2.1'] }));
  await signAs(world, { wanted: criterion('2.1') });
}

test('the turnaround counts first decisions of hers in the last twelve weeks, and no others', async () => {
  const days = (count: number) => new Date(Date.now() - count * 86_400_000);
  await world.database.write(async (tx) => {
    for (const id of ['mine', 'old', 'hers', 'waits']) await handIn(tx, { id, criteria: ['1.1'] });
    const met = { outcomes: { '1.1': 'met' } } as const;
    await decide(tx, { id: 'a', submissionId: 'mine-1', at: days(10), ...met });
    await decide(tx, { id: 'b', submissionId: 'mine-1', at: days(2), ...met });
    await decide(tx, { id: 'c', submissionId: 'old-1', at: days(100), ...met });
    await decide(tx, { id: 'd', submissionId: 'hers-1', at: days(3), assessorId: 'joan', ...met });
  });
  const { turnaround } = await queueOf('daniel');
  expect(turnaround.count).toBe(1);
  expect(turnaround.medianDays).toBe(turnaround.longestDays);
  expect((await queueOf('owen')).turnaround).toEqual({ count: 0, medianDays: null, longestDays: null });
});

test('a first decision is in the turnaround at once, a second one never, and each once however often she looks', async () => {
  const decideNow = (id: string, submissionId: string) =>
    world.database.write((tx) => decide(tx, { id, submissionId, at: new Date(), outcomes: { '1.1': 'met' } }));
  await world.database.write(async (tx) => {
    for (const id of ['one', 'two']) await handIn(tx, { id, criteria: ['1.1'] });
  });
  const count = async () => (await queueOf('daniel')).turnaround.count;
  expect([await count(), await count()]).toEqual([0, 0]);
  await decideNow('a', 'one-1');
  expect([await count(), await count()]).toEqual([1, 1]);
  await decideNow('b', 'one-1');
  await decideNow('c', 'two-1');
  expect([await count(), await count()]).toEqual([2, 2]);
});

test('decisions leave the turnaround when they are too old for it, and come back where more is asked for', async () => {
  const at = (day: number) => Date.UTC(2026, 5, day) / 1000;
  await world.database.write(async (tx) => {
    for (const [id, day] of [
      ['early', 1],
      ['late', 20],
    ] as const) {
      await handIn(tx, { id, criteria: ['1.1'] });
      await decide(tx, { id, submissionId: `${id}-1`, at: new Date(at(day) * 1000), outcomes: { '1.1': 'met' } });
    }
  });
  const since = (day: number) => world.database.read((db) => firstDecisionsOf(db, 'daniel', at(day)));
  expect((await since(1)).map(({ to }) => to)).toEqual([at(1), at(20)]);
  expect((await since(10)).map(({ to }) => to)).toEqual([at(20)]);
  expect((await since(1)).map(({ to }) => to)).toEqual([at(1), at(20)]);
});

describe('criteria that may be signed off', () => {
  const ready = () => world.database.read((db) => loadReadyCriteria(db, ['amara', 'tom']));
  /** The grid of the trainee's own page. */
  const onGrid = () =>
    world.database.read(async (db) => {
      const grid = gridOfTrainee(await readQualifications(db), await listSubmissionsOfTrainee(db, 'amara'));
      return grid.units.flatMap(({ criteria }) =>
        criteria.filter(({ readyToSign }) => readyToSign).map(({ id }) => id),
      );
    });

  test('are those of the grid at every step: too little, enough, signed, opened', async () => {
    expect([...(await ready())]).toEqual([]);
    await world.database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1', '1.2', '2.1'] }));
    expect([...(await ready())]).toEqual([['amara', ['1.1', '2.1']]]);
    expect(await onGrid()).toEqual(['1.1', '2.1']);
    await world.database.write((tx) => addMet(tx, { id: 'seen', kind: 'observation', criteria: ['1.2'] }));
    expect((await ready()).get('amara')).toEqual(await onGrid());
    await signAs(world, { wanted: criterion('1.1') });
    expect((await ready()).get('amara')).toEqual(['1.2', '2.1']);
    expect(await onGrid()).toEqual(['1.2', '2.1']);
    await world.database.write((tx) =>
      verifySample(tx, {
        ...{ id: 'look', submissionId: 'account-1', assessmentId: 'account-decided' },
        outcomes: { '2.1': 'reject' },
      }),
    );
    expect((await ready()).get('amara') ?? []).toEqual(await onGrid());
  });

  test('do not count what a countersigner has not seen', async () => {
    await world.database.write((tx) =>
      addMet(tx, { id: 'owens', criteria: ['1.1'], assessorId: 'owen', needsCountersign: true }),
    );
    expect([...(await ready())]).toEqual([]);
    expect(await onGrid()).toEqual([]);
  });
});

test('being sampled changes nothing in the queue', async () => {
  await world.database.write(async (tx) => {
    await handIn(tx, { id: 'hers', criteria: ['1.1'] });
    await tx
      .insert(samples)
      .values({ submissionId: 'hers-1', verifierId: 'venetia', sampledAt: new Date('2026-06-16T09:00:00Z') });
  });
  expect(await waitingFor('daniel')).toEqual(['hers-1']);
});
