import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listQueueFacts } from '#db/queries/assessorQueue.ts';
import { findCountersigning, listToCountersign } from '#db/queries/countersigning.ts';
import { findSession } from '#db/queries/sessions.ts';
import { findSubmission } from '#db/queries/submissions.ts';
import { assessorStandings, assignments, people, personRoles, sessions } from '#db/schema/index.ts';
import { addDays } from '#src/domain/calendar.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { factsOf } from '#src/domain/portfolio/queue.ts';
import type { AssessorStanding } from '#src/domain/quality/words.ts';
import { loadDesk } from '#src/server/desk.ts';
import { handOver, type HandOver, loadHandOver } from '#src/server/handOver.ts';
import { today } from '#src/server/portal.ts';
import { readAssessors } from '#src/server/quality/population.ts';
import { viewerOf } from '#src/server/sessions/viewer.ts';
import { countersign } from '#src/server/signing.ts';
import { factsHash } from '#src/server/signing/assessmentHashes.ts';
import { type AssessingWorld, inTraining, openAssessingWorld, withdraw } from '../assess/assessingWorld.ts';
import { addMet, handIn } from '../signing/decidedEvidence.ts';

type Assessor = 'daniel' | 'joan' | 'owen';
const DECISION = 'waits-decided';

let world: AssessingWorld;
beforeEach(async () => {
  world = await openAssessingWorld();
  await world.database.write(async (tx) => {
    const role = (personId: Assessor) => ({ personId, role: 'assessor' as const });
    await tx.insert(personRoles).values([role('daniel'), role('joan'), role('owen')]);
    await inTraining(tx, '2026-01-05');
    await addMet(tx, { id: 'waits', criteria: ['1.1'], assessorId: 'owen', needsCountersign: true });
  });
});

/** Somebody as her session makes her, on a day. */
async function signedIn(personId: Assessor, day = today()) {
  const at = new Date();
  const times = { createdAt: at, lastSeenAt: at, authenticatedAt: at, expiresAt: new Date(at.getTime() + 60_000) };
  const id = randomUUID();
  await world.database.write((tx) => tx.insert(sessions).values({ id, personId, ...times }));
  const row = await world.database.read((db) => findSession(db, id, day));
  return viewerOf(row!, day);
}

/** What waits for somebody to countersign: on the page of it, and beside her queue. They never differ. */
async function waitsFor(personId: Assessor, day = today()): Promise<string[]> {
  const viewer = await signedIn(personId, day);
  const listed = await world.database.read((db) => listToCountersign(db, viewer));
  const facts = await world.database.read((db) => listQueueFacts(db, viewer, { day, releasedId: '' }));
  const beside = factsOf(facts, 'countersign').map(({ assessmentId }) => assessmentId);
  expect(beside).toEqual(listed.map(({ assessmentId }) => assessmentId));
  return beside;
}

const enter = (standing: AssessorStanding, countersignerId: Assessor | null, effectiveFrom = today()) =>
  world.database.write((tx) =>
    tx.insert(assessorStandings).values({
      ...{ id: randomUUID(), assessorId: 'owen', standing, countersignerId, effectiveFrom },
      ...{ reason: 'It is time', enteredBy: 'venetia', enteredAt: new Date() },
    }),
  );
const switchOff = (personId: Assessor) =>
  world.database.write((tx) => tx.update(people).set({ disabledAt: new Date() }).where(eq(people.id, personId)));
const owen = async () => {
  const { assessors } = await world.database.read(readAssessors);
  return assessors.find(({ id }) => id === 'owen');
};

async function says(by: Assessor, outcome: 'agreed' | 'sent_back'): Promise<void> {
  const viewer = await signedIn(by);
  await world.database.write(async (tx) => {
    const found = await findCountersigning(tx, DECISION);
    const shownSha256 = factsHash(found!.assessment);
    await countersign(tx, {
      ...{ viewer, assessmentId: DECISION, outcome, words: 'Look at it again.', shownSha256, factorAt: new Date() },
    });
  });
}

describe('a decision that waits for a countersignature stands in somebody’s queue', () => {
  test('while he is in training, in that of whoever is named, and of nobody else', async () => {
    expect(await waitsFor('joan')).toEqual([DECISION]);
    expect(await waitsFor('daniel')).toEqual([]);
    expect(await waitsFor('owen')).toEqual([]);
  });

  test('after he has left training with nobody named, in that of who was named last; she can countersign it', async () => {
    await enter('qualified', null);
    expect(await waitsFor('joan')).toEqual([DECISION]);
    await says('joan', 'agreed');
    expect((await signedIn('joan')).countersignerOf, 'nothing waits any more, so the right ends').toEqual([]);
  });

  test('after he has left training and another takes it, in hers alone', async () => {
    await enter('qualified', 'daniel');
    expect(await waitsFor('daniel')).toEqual([DECISION]);
    expect(await waitsFor('joan')).toEqual([]);
    await expect(says('joan', 'agreed')).rejects.toMatchObject({ code: 'not_found' });
    await says('daniel', 'agreed');
  });

  test('from the first day of another countersigner on in hers, and until then where it was', async () => {
    await enter('in_training', 'daniel', addDays(today(), 3));
    expect(await waitsFor('joan', addDays(today(), 2))).toEqual([DECISION]);
    expect(await waitsFor('daniel', addDays(today(), 2))).toEqual([]);
    expect(await waitsFor('joan', addDays(today(), 3))).toEqual([]);
    expect(await waitsFor('daniel', addDays(today(), 3))).toEqual([DECISION]);
  });

  test('when nobody is there it is said, and naming somebody puts it into her queue', async () => {
    expect(await owen()).toMatchObject({ waitsForNobody: false, countersignerId: 'joan' });
    await switchOff('joan');
    expect(await owen()).toMatchObject({
      ...{ waitsForNobody: true, countersignerId: null },
      toCountersign: { decisions: 1, traineeIds: ['amara'] },
    });
    await enter('in_training', 'daniel');
    expect(await owen()).toMatchObject({ waitsForNobody: false, countersignerId: 'daniel' });
    expect(await waitsFor('daniel')).toEqual([DECISION]);
  });

  test('the desk of who is in training says who looks at her decisions, and when nobody is named yet', async () => {
    await world.database.write((tx) => handIn(tx, { id: 'next', criteria: ['1.1'] }));
    const viewer = await signedIn('owen');
    const desk = async () =>
      world.database.read(async (db) => loadDesk(db, viewer, (await findSubmission(db, 'next-1'))!));
    expect((await desk()).countersigner).toBe('Joan Merriman');
    await switchOff('joan');
    expect((await desk()).countersigner).toMatch(/whom a quality assurer has yet to name/);
    await enter('qualified', 'daniel');
    expect((await desk()).countersigner, 'what she decides from now on needs nobody').toBeNull();
  });

  test('who lost the role of an assessor countersigns nothing', async () => {
    await world.database.write(async (tx) => {
      await tx.delete(personRoles).where(eq(personRoles.personId, 'joan'));
      await tx.delete(assignments).where(eq(assignments.personId, 'joan'));
    });
    expect(await waitsFor('joan')).toEqual([]);
    expect(await owen()).toMatchObject({ waitsForNobody: true });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['the trainee took the evidence back', () => world.database.write((tx) => withdraw(tx, 'waits-1'))],
    [
      'there is a newer version',
      () => world.database.write((tx) => handIn(tx, { id: 'waits', criteria: ['1.1'], number: 2 })),
    ],
    ['it was countersigned', () => says('joan', 'agreed')],
    ['it was sent back', () => says('joan', 'sent_back')],
  ])('nothing waits once %s', async (_story, happen) => {
    await happen();
    expect(await waitsFor('joan')).toEqual([]);
    expect(await owen()).toMatchObject({ toCountersign: null, waitsForNobody: false });
  });
});

const asked = (change: Partial<HandOver>): HandOver => ({
  ...{ id: randomUUID(), fromId: 'joan', toId: 'daniel', startsOn: today(), shown: ['amara', 'tom'], anyway: true },
  countersignerId: '',
  ...change,
});
const confirm = (change: Partial<HandOver> = {}) =>
  world.database.write((tx) => handOver(tx, { id: 'harvey' }, asked(change)));
const standings = () => world.database.read((db) => db.select().from(assessorStandings));

describe('a hand-over', () => {
  test('of who countersigns says for whom and how many wait', async () => {
    const { facts } = await world.database.read((db) => loadHandOver(db, asked({})));
    expect(facts.countersigning.toName).toEqual([{ assessorId: 'owen', name: 'Owen Blakely', waiting: 1 }]);
  });

  test.each([
    ['nobody', ''],
    ['the one in training himself', 'owen'],
    ['somebody who is no assessor', 'venetia'],
  ])('leaves nothing to %s', async (_story, countersignerId) => {
    const before = [await standings(), await world.database.read((db) => db.select().from(assignments))];
    const error: unknown = await confirm({ countersignerId }).catch((refused: unknown) => refused);
    expect(isRefusal(error) && Object.keys(error.fields)).toEqual(['countersignerId']);
    expect([await standings(), await world.database.read((db) => db.select().from(assignments))]).toEqual(before);
  });

  test('puts what waits into the queue of who takes it, written down with who did it; twice changes nothing', async () => {
    const once = asked({ countersignerId: 'daniel' });
    await world.database.write((tx) => handOver(tx, { id: 'harvey' }, once));
    await world.database.write((tx) => handOver(tx, { id: 'harvey' }, once));
    expect(await waitsFor('joan')).toEqual([]);
    expect(await waitsFor('daniel')).toEqual([DECISION]);
    const [, entered, ...more] = await standings();
    expect(entered).toMatchObject({
      ...{ assessorId: 'owen', standing: 'in_training', countersignerId: 'daniel', enteredBy: 'harvey' },
      effectiveFrom: today(),
    });
    expect(more).toEqual([]);
  });

  test('may leave it with her, and then enters nothing', async () => {
    await confirm({ countersignerId: 'joan' });
    expect(await waitsFor('joan')).toEqual([DECISION]);
    expect(await standings()).toHaveLength(1);
  });

  test('of who is in training leaves what waits with who countersigns it; what is sent back waits for the new assessor', async () => {
    const mine = asked({ fromId: 'owen', toId: 'daniel', shown: ['amara'] });
    const { facts } = await world.database.read((db) => loadHandOver(db, mine));
    expect(facts.countersigning).toEqual({
      ...{ toName: [], mayGoOn: false, ownWaiting: { decisions: 1, countersignerId: 'joan' } },
    });
    await confirm(mine);
    expect(await waitsFor('joan')).toEqual([DECISION]);
    await says('joan', 'sent_back');
    const queue = async (personId: Assessor) => {
      const viewer = await signedIn(personId);
      const question = { day: today(), decidedFrom: new Date(), releasedId: '' };
      const waiting = await world.database.read((db) => listQueueFacts(db, viewer, question));
      return factsOf(waiting, 'waiting').map(({ id }) => id);
    };
    expect(await queue('owen')).toEqual([]);
    expect(await queue('daniel')).toEqual(['waits-1']);
  });

  test('of who is in training and whose countersigner is gone has somebody named', async () => {
    await switchOff('joan');
    const mine = asked({ fromId: 'owen', toId: 'daniel', shown: ['amara'] });
    const error: unknown = await confirm(mine).catch((refused: unknown) => refused);
    expect(isRefusal(error) && error.fields['countersignerId']).toMatch(/Choose who countersigns/);
    await confirm({ ...mine, countersignerId: 'daniel' });
    expect(await waitsFor('daniel')).toEqual([DECISION]);
    expect(await owen()).toMatchObject({ waitsForNobody: false });
  });
});
