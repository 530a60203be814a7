import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { findAssessmentDraft } from '#db/queries/assessing.ts';
import { findAssessmentRecord } from '#db/queries/retention.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { assessments, assignments, people, submissions } from '#db/schema/index.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { assessmentHash } from '#src/server/ledger/hashes.ts';
import { addMet, decide, handIn, verifySample } from '../signing/decidedEvidence.ts';
import { criterion, signAs } from '../signing/signingWorld.ts';
import { type AssessingWorld, holdDraft, inTraining, openAssessingWorld, release, withdraw } from './assessingWorld.ts';

let world: AssessingWorld;
beforeEach(async () => {
  world = await openAssessingWorld();
  await world.database.write((tx) => handIn(tx, { id: 'visit', criteria: ['1.1'] }));
});

const kept = () => world.database.read((db) => db.select().from(assessments));
const codeOf = async (tried: Promise<unknown>) => {
  const error: unknown = await tried.then(
    () => null,
    (refused: unknown) => refused,
  );
  return isRefusal(error) ? error.code : error;
};

describe('what is released', () => {
  test('stands with its decisions and its notes in the order of the text, in format 3, and its draft is gone', async () => {
    await world.database.write((tx) => holdDraft(tx, 'visit-1', 'daniel', 'Held'));
    const notes = [
      { startsAt: 7, endsAt: 11, note: 'Second' },
      { startsAt: 0, endsAt: 1, note: 'First' },
    ];
    const assessmentId = randomUUID();
    await release(world.database, { submissionId: 'visit-1', assessmentId, comment: 'Good', notes, draftRevision: 1 });
    const [row] = await kept();
    expect(row).toMatchObject({ id: assessmentId, outcome: 'to_sign', format: 3, needsCountersign: false });
    await world.database.read(async (db) => {
      expect((await findAssessmentRecord(db, assessmentId))?.assessment).toMatchObject({
        annotations: [{ note: 'First' }, { note: 'Second' }],
      });
      expect(await findAssessmentDraft(db, { submissionId: 'visit-1', assessorId: 'daniel' })).toBeNull();
    });
  });

  test('has one text that a signature can vouch for: what is read back hashes the same', async () => {
    const assessmentId = randomUUID();
    const notes = [{ startsAt: 2, endsAt: 6, note: 'Tŷ?' }];
    await release(world.database, { submissionId: 'visit-1', assessmentId, comment: 'Good\n', notes });
    const [hashes, again] = await world.database.read(async (db) => {
      const read = async () => {
        const found = await findAssessmentRecord(db, assessmentId);
        if (!found) throw new Error('It was not kept.');
        return assessmentHash(found.assessment);
      };
      return [await read(), await read()];
    });
    expect(hashes).toMatch(/^[0-9a-f]{64}$/);
    expect(again).toBe(hashes);
  });

  test('of an assessor in training needs a countersignature from the day on which the training begins', async () => {
    await world.database.write(async (tx) => {
      await inTraining(tx, '2026-01-05');
      await handIn(tx, { id: 'other', criteria: ['1.1'] });
    });
    await release(world.database, { submissionId: 'visit-1', by: 'owen' });
    const found = await world.database.read((db) => findSubmission(db, 'visit-1'));
    expect(found?.assessment?.standing).toBe('to_countersign');
    expect(found?.assessment?.decisions.map(({ counts }) => counts)).toEqual([false]);
    await release(world.database, { submissionId: 'other-1', by: 'joan' });
    expect((await world.database.read((db) => findSubmission(db, 'other-1')))?.assessment?.standing).toBe('counts');
  });

  test('sent a second time changes nothing, and says the same', async () => {
    const assessmentId = randomUUID();
    const once = await release(world.database, { submissionId: 'visit-1', assessmentId });
    expect(await release(world.database, { submissionId: 'visit-1', assessmentId })).toEqual(once);
    expect(await kept()).toHaveLength(1);
  });
});

describe('nothing is released', () => {
  const refused = async (code: string, given: Parameters<typeof release>[1]) => {
    const before = await kept();
    expect(await codeOf(release(world.database, given))).toBe(code);
    expect(await kept()).toEqual(before);
  };

  test('by the trainee, by a stranger, by somebody whose assignment has ended a moment ago', async () => {
    await refused('not_found', { submissionId: 'visit-1', by: 'amara' });
    await refused('not_found', { submissionId: 'visit-1', by: 'venetia' });
    await world.database.write((tx) =>
      tx.update(assignments).set({ endsOn: '2026-01-06' }).where(eq(assignments.id, 'daniel-amara')),
    );
    await refused('not_found', { submissionId: 'visit-1' });
  });

  test('about what is not there, what was taken back, and a version that a newer one has overtaken', async () => {
    await refused('not_found', { submissionId: 'nothing' });
    await world.database.write((tx) => handIn(tx, { id: 'visit', criteria: ['1.1'], number: 2 }));
    await refused('conflict', { submissionId: 'visit-1' });
    await world.database.write((tx) => withdraw(tx, 'visit-2'));
    await refused('conflict', { submissionId: 'visit-2' });
  });

  test('about a record that not both have signed', async () => {
    await world.database.write((tx) =>
      handIn(tx, { id: 'seen', kind: 'observation', criteria: ['1.2'], writerId: 'daniel' }),
    );
    await refused('conflict', { submissionId: 'seen-1', outcomes: { '1.2': 'met' } });
  });

  test('on criteria that were not claimed, on some of them only, or with notes past the end', async () => {
    await refused('bad_input', { submissionId: 'visit-1', outcomes: { '1.1': 'met', '2.1': 'met' } });
    await refused('bad_input', { submissionId: 'visit-1', outcomes: {} });
    await refused('bad_input', { submissionId: 'visit-1', notes: [{ startsAt: 0, endsAt: 9_999, note: 'Where?' }] });
  });

  test('on the word of a witness nobody has made sure of', async () => {
    await world.database.write((tx) => handIn(tx, { id: 'word', kind: 'witness_testimony', criteria: ['1.1'] }));
    await refused('conflict', { submissionId: 'word-1' });
    await release(world.database, { submissionId: 'word-1', outcomes: { '1.1': 'not_met' } });
  });

  test('where the draft was changed in another tab since it was shown', async () => {
    await world.database.write((tx) => holdDraft(tx, 'visit-1', 'daniel', 'Held'));
    await refused('conflict', { submissionId: 'visit-1', draftRevision: 0 });
    await refused('conflict', { submissionId: 'visit-1', draftRevision: 2 });
  });

  test('under the id of somebody else’s assessment, or of one about something else', async () => {
    const assessmentId = randomUUID();
    await world.database.write((tx) => handIn(tx, { id: 'other', criteria: ['1.1'] }));
    await release(world.database, { submissionId: 'visit-1', by: 'joan', assessmentId });
    await refused('conflict', { submissionId: 'visit-1', assessmentId });
    await refused('conflict', { submissionId: 'other-1', by: 'joan', assessmentId });
  });
});

describe('two assessors at once', () => {
  test('one wins, the other is told by whom, and keeps the draft', async () => {
    await world.database.write((tx) => holdDraft(tx, 'visit-1', 'joan', 'Mine'));
    const tried = await Promise.allSettled([
      release(world.database, { submissionId: 'visit-1', by: 'daniel' }),
      release(world.database, { submissionId: 'visit-1', by: 'joan' }),
    ]);
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = tried.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(String(lost.reason)).toMatch(/(Daniel Marsh|Joan Merriman) decided on this after you opened the page/);
    expect(await kept()).toHaveLength(1);
    const [first] = await kept();
    const draft = await world.database.read((db) =>
      findAssessmentDraft(db, { submissionId: 'visit-1', assessorId: 'joan' }),
    );
    expect(draft === null).toBe(first?.assessorId === 'joan');
  });

  test('a hundred races leave one assessment each', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `race-${String(index)}`);
    await world.database.write(async (tx) => {
      for (const id of ids) await handIn(tx, { id, criteria: ['1.1'] });
    });
    const won: number[] = [];
    for (const id of ids) {
      const tried = await Promise.allSettled(
        (['daniel', 'joan', 'owen'] as const).map((by) => release(world.database, { submissionId: `${id}-1`, by })),
      );
      won.push(tried.filter(({ status }) => status === 'fulfilled').length);
    }
    expect(won).toEqual(ids.map(() => 1));
    expect(await kept()).toHaveLength(100);
  });
});

describe('after a signature', () => {
  beforeEach(async () => {
    await world.database.write((tx) => addMet(tx, { id: 'met', criteria: ['1.1', '2.1'] }));
    await signAs(world, { wanted: criterion('1.1') });
  });
  const again = (outcomes: Parameters<typeof release>[1]['outcomes']) =>
    release(world.database, { submissionId: 'met-1', shownAssessmentId: 'met-decided reopened', outcomes });

  test('decisions that it rests on stay, whoever tries', async () => {
    expect(await codeOf(again({ '1.1': 'not_met', '2.1': 'not_met' }))).toBe('conflict');
    expect(await kept()).toHaveLength(1);
  });

  test('opened again on another criterion, the signed decision is carried along as it was', async () => {
    await world.database.write((tx) =>
      verifySample(tx, {
        ...{ id: 'look', submissionId: 'met-1', assessmentId: 'met-decided' },
        outcomes: { '1.1': 'agree', '2.1': 'reject' },
      }),
    );
    expect(await codeOf(again({ '1.1': 'not_met', '2.1': 'not_met' }))).toBe('bad_input');
    await again({ '2.1': 'not_met' });
    const found = await world.database.read((db) => findSubmission(db, 'met-1'));
    const decisions = found?.assessment?.decisions.map(({ criterionId, outcome }) => [criterionId, outcome]);
    expect(decisions).toEqual([
      ['1.1', 'met'],
      ['2.1', 'not_met'],
    ]);
  });

  test('what was decided and not signed can be corrected, and the earlier stays to be read', async () => {
    await world.database.write(async (tx) => {
      const submissionId = await handIn(tx, { id: 'mended', criteria: ['1.1'] });
      await decide(tx, { id: 'first', submissionId, outcomes: { '1.1': 'not_met' } });
    });
    await release(world.database, { submissionId: 'mended-1', shownAssessmentId: 'first' });
    const found = await world.database.read((db) => findSubmission(db, 'mended-1'));
    expect(found?.assessment?.outcome).toBe('to_sign');
    const all = await world.database.read((db) =>
      db.select().from(assessments).where(eq(assessments.submissionId, 'mended-1')),
    );
    expect(all).toHaveLength(2);
  });
});

test('nothing of a trainee or a submission is changed by an assessment', async () => {
  const before = await world.database.read(async (db) => [
    await db.select().from(people),
    await db.select().from(submissions),
  ]);
  await release(world.database, { submissionId: 'visit-1' });
  const after = await world.database.read(async (db) => [
    await db.select().from(people),
    await db.select().from(submissions),
  ]);
  expect(after).toEqual(before);
});
