import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { findCountersigning } from '#db/queries/countersigning.ts';
import { notices, personRoles } from '#db/schema/index.ts';
import { factsHash } from '#src/server/signing/assessmentHashes.ts';
import { countersign } from '#src/server/signing.ts';
import { aViewer } from '../../support/viewer.ts';
import { type AssessingWorld, inTraining, openAssessingWorld, release } from '../assess/assessingWorld.ts';
import { addMet, decide, handIn } from '../signing/decidedEvidence.ts';

let world: AssessingWorld;
beforeEach(async () => {
  world = await openAssessingWorld();
  await world.database.write((tx) => handIn(tx, { id: 'visit', criteria: ['1.1'] }));
});

const told = () => world.database.read((db) => db.select().from(notices));

describe('a trainee whose evidence is decided', () => {
  const returned = { submissionId: 'visit-1', outcomes: { '1.1': 'not_met' } } as const;

  test('is told once that it came back, however often the form arrives', async () => {
    const assessmentId = randomUUID();
    await release(world.database, { ...returned, assessmentId });
    await release(world.database, { ...returned, assessmentId });
    expect(await told()).toMatchObject([
      { personId: 'amara', traineeId: 'amara', kind: 'evidence-returned', details: '{"evidenceId":"visit"}' },
    ]);
  });

  test('is told nothing where every claim was met', async () => {
    await release(world.database, { submissionId: 'visit-1' });
    expect(await told()).toEqual([]);
  });

  test('is told nothing of what an assessor in training decided, before it counts', async () => {
    await world.database.write((tx) => inTraining(tx, '2026-01-05'));
    await release(world.database, { ...returned, by: 'owen' });
    expect(await told()).toEqual([]);
  });
});

describe('what an assessor in training decided', () => {
  beforeEach(() =>
    world.database.write(async (tx) => {
      await tx
        .insert(personRoles)
        .values(['joan', 'owen'].map((personId) => ({ personId, role: 'assessor' as const })));
      await inTraining(tx, '2026-01-05');
    }),
  );

  async function says(outcome: 'agreed' | 'sent_back', assessmentId: string): Promise<void> {
    const viewer = aViewer('joan', { roles: ['assessor'], countersignerOf: ['owen'] });
    await world.database.write(async (tx) => {
      const found = await findCountersigning(tx, assessmentId);
      const shownSha256 = factsHash(found!.assessment);
      const words = 'Look at it again.';
      await countersign(tx, { viewer, assessmentId, outcome, words, shownSha256, factorAt: new Date() });
    });
  }

  test.each([
    ['told to the trainee once it is countersigned', 'agreed', ['returned:visit-decided']],
    ['not told where it is sent back to the assessor', 'sent_back', []],
  ] as const)('and returned is %s', async (...[_story, outcome, keys]) => {
    await world.database.write((tx) =>
      decide(tx, {
        ...{ id: 'visit-decided', submissionId: 'visit-1', assessorId: 'owen' },
        ...{ outcomes: { '1.1': 'not_met' }, needsCountersign: true },
      }),
    );
    await says(outcome, 'visit-decided');
    expect((await told()).map(({ key }) => key)).toEqual(keys);
  });

  test('and found met is not told when it is countersigned: nothing is to be done about it', async () => {
    await world.database.write((tx) =>
      addMet(tx, { id: 'met', criteria: ['1.1'], assessorId: 'owen', needsCountersign: true }),
    );
    await says('agreed', 'met-decided');
    expect(await told()).toEqual([]);
  });
});
