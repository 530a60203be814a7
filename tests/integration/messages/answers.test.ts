import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { listAnswers, listThreads } from '#db/queries/messages/answers.ts';
import { findReceived, listSent } from '#db/queries/messages/messages.ts';
import { listMatterFacts } from '#db/queries/matters.ts';
import { assignments, cohortMemberships, messageAnswers, notices } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { writeAnswer } from '#src/server/messages/answering.ts';
import { sendMessage } from '#src/server/messages/sending.ts';
import { removeContent } from '#src/server/retention/remove.ts';
import { ROOM } from '#src/server/room.ts';
import { viewerNow } from '#src/server/viewerNow.ts';
import { type AccountsHouse, DAY } from '../../support/accounts.ts';
import { refusal } from '../../support/refusal.ts';
import { aViewer } from '../../support/viewer.ts';
import { contactsHouse, gwen, ruth, trainee } from '../contacts/house.ts';

let house: AccountsHouse;
const MESSAGE = randomUUID();
beforeEach(async () => {
  house = await contactsHouse();
  const both = ['amara', 'tom'].map((traineeId) => ({ traineeId, name: traineeId }));
  const message = {
    ...{ id: MESSAGE, cohortId: 'london', subject: 'Thursday', words: 'At ten.', justifications: [] },
    ...{ chosen: 'everybody in the cohort', query: '', isEverybody: true, recipients: both, shown: ['tom', 'amara'] },
    again: false,
  };
  await house.database.write((tx) => sendMessage(tx, ruth, message));
  await house.database.write((tx) => tx.delete(notices));
});

const answer = (change = {}) => ({
  ...{ id: randomUUID(), messageId: MESSAGE, traineeId: 'tom', words: ' I come later. ', justifications: [] },
  ...change,
});
/** As the action does: with the viewer as she is inside the transaction. */
const write = (viewer: Viewer, typed: ReturnType<typeof answer>) =>
  house.database.write(async (tx) => writeAnswer(tx, await viewerNow(tx, viewer), typed));
const answers = (traineeId = 'tom') => house.database.read((db) => listAnswers(db, { messageId: MESSAGE, traineeId }));
const threads = (viewer: Viewer) => house.database.read((db) => listThreads(db, viewer, MESSAGE));
const told = async () =>
  (await house.database.read((db) => db.select().from(notices))).map(({ kind, personId }) => `${kind} ${personId}`);
const waits = async (viewer: Viewer) =>
  (await house.database.read((db) => listMatterFacts(db, viewer, DAY))).filter(({ kind }) => kind === 'message-answer');
const tom = trainee('tom');
const leave = (traineeId: string) =>
  house.database.write((tx) =>
    tx.update(cohortMemberships).set({ leftOn: DAY }).where(eq(cohortMemberships.traineeId, traineeId)),
  );

describe('an answer', () => {
  test('is read by the two, says that the message was read, and is told to the sender without its words', async () => {
    await write(tom, answer());
    expect(await answers()).toMatchObject([{ writerId: 'tom', words: 'I come later.' }]);
    expect(await told()).toEqual(['message-answer ruth']);
    expect(JSON.stringify(await house.database.read((db) => db.select().from(notices)))).not.toContain('later');
    const read = (await house.database.read((db) => findReceived(db, MESSAGE, 'tom')))?.readAt;
    expect(read).toBeInstanceOf(Date);
  });

  test('waits for the sender until she writes back, and then for the trainee', async () => {
    await write(tom, answer());
    expect(await waits(ruth)).toMatchObject([{ traineeId: 'tom', details: { messageId: MESSAGE } }]);
    expect(await waits(tom)).toEqual([]);
    await write(ruth, answer({ words: 'That is well.' }));
    expect([await waits(ruth), (await waits(tom)).length]).toEqual([[], 1]);
    expect(await told()).toEqual(['message-answer ruth', 'message-answer tom']);
  });

  test('sent twice is kept once; its id in another thread, or from the other one, is refused', async () => {
    const typed = answer();
    await write(tom, typed);
    await write(tom, typed);
    expect(await answers()).toHaveLength(1);
    expect(await told()).toHaveLength(1);
    expect(await refusal(() => write(trainee('amara'), { ...typed, traineeId: 'amara' }))).toBe('conflict');
    expect(await refusal(() => write(ruth, typed))).toBe('conflict');
  });

  test('does not come from the sender first: what she has to say to everybody is a message', async () => {
    expect(await refusal(() => write(ruth, answer()))).toBe('bad_input');
    expect(await answers()).toEqual([]);
  });

  test('has room under one message, and no more', async () => {
    const rows = Array.from({ length: ROOM.messageAnswers.most }, (_none, index) => ({
      ...{
        id: `a${String(index)}`,
        recipientId: `${MESSAGE}:tom`,
        writerId: 'tom',
        words: 'So.',
        writtenAt: new Date(),
      },
    }));
    await house.database.write((tx) => tx.insert(messageAnswers).values(rows));
    expect(await refusal(() => write(tom, answer()))).toBe('bad_input');
  });
});

describe('nobody else', () => {
  const imogen = aViewer('imogen', { roles: ['tutor'], tutorOf: ['london'] });
  const kerry = aViewer('kerry', { roles: ['manager'], managerOf: ['tom'] });

  test.each([
    ['another who got it', trainee('amara')],
    ['another tutor of the cohort', imogen],
    ['the tutor of another cohort', gwen],
  ])('writes in it: %s', async (_story, viewer) => {
    await house.addPerson('imogen', []);
    await house.assign('tutor', 'imogen', { of: 'london' });
    await write(tom, answer());
    expect(await refusal(() => write(viewer, answer()))).toMatch(/not_found|not_allowed/u);
    expect(await answers()).toHaveLength(1);
  });

  test('is told that there is one, in a list or in a count: other tutors, managers', async () => {
    await write(tom, answer());
    const sent = (viewer: Viewer) => house.database.read((db) => listSent(db, viewer));
    expect([(await threads(ruth)).get('tom')?.count, (await sent(ruth))[0]?.answered]).toEqual([1, 1]);
    expect([(await threads(imogen)).size, (await sent(imogen))[0]?.answered]).toEqual([0, 0]);
    for (const viewer of [imogen, kerry, gwen, trainee('amara')]) expect(await waits(viewer)).toEqual([]);
  });
});

describe('once the trainee is somebody else’s', () => {
  test('the sender neither sees nor writes in the thread; the trainee still reads it and cannot write there', async () => {
    await write(tom, answer());
    await leave('tom');
    expect((await threads(ruth)).size).toBe(0);
    expect(await waits(ruth)).toEqual([]);
    expect(await refusal(() => write(ruth, answer()))).toBe('not_found');
    expect(await refusal(() => write(tom, answer()))).toBe('bad_input');
    expect(await answers()).toHaveLength(1);
  });

  test('the same where the sender’s time as a tutor has ended', async () => {
    await write(tom, answer());
    await house.database.write((tx) =>
      tx.update(assignments).set({ endsOn: DAY }).where(eq(assignments.personId, 'ruth')),
    );
    expect(await refusal(() => write(ruth, answer()))).toBe('not_allowed');
    expect(await refusal(() => write(tom, answer()))).toBe('bad_input');
  });
});

test('the words of a thread go with the record of the trainee, both sides, and not with that of another', async () => {
  await write(tom, answer());
  await write(ruth, answer({ words: 'That is well.' }));
  const remove = (recordId: string) =>
    house.database.write((tx) =>
      removeContent(tx, { kind: 'work_record', recordId, reason: 'Its time is over', removedBy: null, at: new Date() }),
    );
  await remove('amara');
  expect((await answers()).map(({ words }) => words)).toEqual(['I come later.', 'That is well.']);
  expect(await remove('tom')).toBe('removed');
  expect((await answers()).map(({ words }) => words)).toEqual(['', '']);
  expect(await waits(tom), 'nothing is left to read').toEqual([]);
});
