import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { findDesk, listAssessedBy } from '#db/queries/assessing.ts';
import { assignments, evidenceItems, handOvers, people, personRoles } from '#db/schema/index.ts';
import { addDays } from '#src/domain/calendar.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { draftOf } from '#src/domain/portfolio/assessmentDraft.ts';
import { type HandOver, handOver, loadHandOver } from '#src/server/handOver.ts';
import { today } from '#src/server/portal.ts';
import { addMet, handIn } from '../signing/decidedEvidence.ts';
import { criterion, signAs } from '../signing/signingWorld.ts';
import { type AssessingWorld, holdDraft, inTraining, openAssessingWorld, release } from './assessingWorld.ts';

let world: AssessingWorld;
const NEXT = 'priya';

beforeEach(async () => {
  world = await openAssessingWorld();
  await world.database.write(async (tx) => {
    const createdAt = new Date('2026-01-05T09:00:00Z');
    await tx.insert(people).values({ id: NEXT, name: 'Priya Nair', email: 'next@pqip.example', createdAt });
    await tx
      .insert(personRoles)
      .values([NEXT, 'daniel', 'joan', 'owen'].map((personId) => ({ personId, role: 'assessor' as const })));
    await handIn(tx, { id: 'waits', criteria: ['1.1'] });
  });
});

const asked = (change: Partial<HandOver> = {}): HandOver => ({
  ...{ id: randomUUID(), fromId: 'daniel', toId: NEXT, startsOn: today(), shown: ['amara'], anyway: false },
  countersignerId: '',
  ...change,
});
const confirm = (change: Partial<HandOver> = {}) =>
  world.database.write((tx) => handOver(tx, { id: 'harvey' }, asked(change)));
const assesses = (id: string, day = today()) => world.database.read((db) => listAssessedBy(db, id, day));
const all = () => world.database.read((db) => db.select().from(assignments));
const preview = (change: Partial<HandOver> = {}) => world.database.read((db) => loadHandOver(db, asked(change)));

async function refusedWith(field: string, change: Partial<HandOver>): Promise<void> {
  const before = await all();
  const error: unknown = await confirm(change).then(
    () => null,
    (refused: unknown) => refused,
  );
  expect(isRefusal(error) && (error.fields[field] ?? error.code)).toBeTruthy();
  expect(isRefusal(error) && (Object.keys(error.fields)[0] ?? error.code)).toBe(field);
  expect(await all()).toEqual(before);
}

test('from that day the one assesses nobody of them and the other all, and it is written down who did it', async () => {
  const startsOn = addDays(today(), 4);
  await confirm({ startsOn });
  expect(await assesses('daniel')).toEqual(['amara']);
  expect(await assesses('daniel', startsOn)).toEqual([]);
  expect(await assesses(NEXT, addDays(startsOn, -1))).toEqual([]);
  expect(await assesses(NEXT, startsOn)).toEqual(['amara']);
  const rows = await world.database.read((db) => db.select().from(handOvers));
  expect(rows).toMatchObject([{ fromId: 'daniel', toId: NEXT, startsOn, trainees: ['amara'], handedBy: 'harvey' }]);
});

test('the preview counts what waits, what is held and what is unfinished, and changes nothing', async () => {
  const before = await all();
  await world.database.write(async (tx) => {
    await holdDraft(tx, 'waits-1', 'daniel', 'Held');
    await addMet(tx, { id: 'decided', criteria: ['1.1'] });
    await handIn(tx, { id: 'seen', kind: 'observation', criteria: ['1.2'], writerId: 'daniel' });
    const at = new Date('2026-06-15T10:00:00Z');
    await tx.insert(evidenceItems).values({
      ...{ id: 'begun', traineeId: 'amara', kind: 'observation', title: 'Begun', text: '', writerId: 'daniel' },
      ...{ revision: 1, createdAt: at, savedAt: at },
    });
  });
  const { facts, problems, people: choices } = await preview();
  expect(problems).toEqual({});
  expect(facts.trainees).toEqual([
    {
      ...{ traineeId: 'amara', name: 'Amara Okafor', managerIds: [], hasNew: false },
      ...{ waiting: 1, held: 1, unfinished: 1 },
    },
  ]);
  expect(choices.find(({ id }) => id === 'daniel')?.trainees).toBe(1);
  expect(await all()).toEqual(before);
});

test('nothing in the queue is lost: what waited waits for the other, and a held draft goes along as a note', async () => {
  await world.database.write((tx) => holdDraft(tx, 'waits-1', 'daniel', 'Ask about the phone call.'));
  const desk = (assessorId: string) =>
    world.database.read((db) =>
      findDesk(db, { submissionId: 'waits-1', evidenceId: 'waits', assessorId, day: today() }),
    );
  expect((await desk('joan')).colleagues, 'while he assesses her, a draft is his alone').toEqual([]);
  await confirm();
  const { draft, colleagues } = await desk(NEXT);
  expect(draft).toBeNull();
  expect(colleagues.map(({ name, body }) => [name, draftOf(body).comment])).toEqual([
    ['Daniel Marsh', 'Ask about the phone call.'],
  ]);
  await release(world.database, { submissionId: 'waits-1', by: NEXT as 'joan' });
  await expect(release(world.database, { submissionId: 'waits-1', by: 'daniel' })).rejects.toThrow();
});

test('what the one signed stays signed', async () => {
  await world.database.write((tx) => addMet(tx, { id: 'met', criteria: ['1.1'] }));
  const signed = await signAs(world, { wanted: criterion('1.1') });
  await confirm();
  expect(signed).toBeTruthy();
  await expect(signAs(world, { wanted: criterion('1.1'), by: 'daniel' })).rejects.toThrow();
});

test('sent twice it is done once; under the same id nothing else is done', async () => {
  const once = asked();
  await confirm(once);
  const before = await all();
  await confirm(once);
  expect(await all()).toEqual(before);
  await refusedWith('conflict', { ...once, toId: 'joan' });
});

test('a trainee who has the other already is not given her twice', async () => {
  await confirm({ toId: 'joan' });
  expect(await assesses('joan')).toEqual(expect.arrayContaining(['amara', 'tom']));
  expect((await all()).filter(({ personId, traineeId }) => personId === 'joan' && traineeId === 'amara')).toHaveLength(
    1,
  );
});

test('an assignment that would only have begun later does not begin', async () => {
  await world.database.write((tx) =>
    tx
      .update(assignments)
      .set({ startsOn: addDays(today(), 30) })
      .where(eq(assignments.id, 'daniel-amara')),
  );
  await confirm();
  expect(await assesses('daniel', addDays(today(), 31))).toEqual([]);
  expect(await assesses(NEXT, addDays(today(), 31))).toEqual(['amara']);
});

describe('is refused', () => {
  test.each<[string, string, Partial<HandOver>]>([
    ['to the same person', 'to', { toId: 'daniel' }],
    ['to one of the trainees', 'to', { toId: 'amara' }],
    ['to somebody who is no assessor', 'to', { toId: 'venetia' }],
    ['to nobody', 'to', { toId: 'nobody' }],
    ['from somebody who assesses nobody', 'from', { fromId: NEXT, toId: 'joan' }],
    ['from yesterday on', 'startsOn', { startsOn: '2026-01-06' }],
    ['where other trainees were shown', 'conflict', { shown: ['amara', 'tom'] }],
    ['where nobody was shown', 'conflict', { shown: [] }],
  ])('%s', async (_story, field, change) => {
    await refusedWith(field, change);
  });

  test('to somebody whose account is switched off', async () => {
    await world.database.write((tx) =>
      tx
        .update(people)
        .set({ disabledAt: new Date('2026-06-01T09:00:00Z') })
        .where(eq(people.id, NEXT)),
    );
    await refusedWith('to', {});
  });

  test('to the line manager of one of them', async () => {
    await world.database.write((tx) =>
      tx
        .insert(assignments)
        .values({ id: 'm', kind: 'manager', personId: NEXT, traineeId: 'amara', startsOn: '2026-01-05' }),
    );
    await refusedWith('to', {});
  });

  test('with records that nobody else can finish, until that is ticked', async () => {
    const at = new Date('2026-06-15T10:00:00Z');
    await world.database.write((tx) =>
      tx.insert(evidenceItems).values({
        ...{ id: 'begun', traineeId: 'amara', kind: 'observation', title: 'Begun', text: '', writerId: 'daniel' },
        ...{ revision: 1, createdAt: at, savedAt: at },
      }),
    );
    await refusedWith('anyway', {});
    await confirm({ anyway: true });
    expect(await assesses('daniel')).toEqual([]);
  });
});

test('to somebody in training it is done, and her decisions need a countersignature', async () => {
  await world.database.write((tx) => inTraining(tx, '2026-01-05'));
  const { facts } = await preview({ toId: 'owen' });
  expect(facts.to?.standing).toMatchObject({ needsCountersign: true, countersignerId: 'joan' });
  await confirm({ toId: 'owen' });
  expect((await release(world.database, { submissionId: 'waits-1', by: 'owen' })).needsCountersign).toBe(true);
});
