import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  findMessage,
  findReceived,
  insertMessage,
  listReceived,
  listRecipients,
  listSent,
} from '#db/queries/messages/messages.ts';
import { listMatterFacts } from '#db/queries/matters.ts';
import { assignments, cohortMemberships, notices } from '#db/schema/index.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { readMessage, sendMessage } from '#src/server/messages/sending.ts';
import { removeContent } from '#src/server/retention/remove.ts';
import { type AccountsHouse, DAY } from '../../support/accounts.ts';
import { refusal } from '../../support/refusal.ts';
import { contactsHouse, gwen, ruth, trainee } from '../contacts/house.ts';

let house: AccountsHouse;
beforeEach(async () => {
  house = await contactsHouse();
});

const BOTH = [
  { traineeId: 'amara', name: 'amara' },
  { traineeId: 'tom', name: 'tom' },
];
const message = (change = {}) => ({
  ...{ id: randomUUID(), cohortId: 'london', subject: 'Thursday', words: 'At ten.', justifications: [] },
  ...{ chosen: 'everybody in the cohort', query: '', isEverybody: true, recipients: BOTH, shown: ['tom', 'amara'] },
  again: false,
  ...change,
});
const send = (sent: ReturnType<typeof message>, viewer: Viewer = ruth) =>
  house.database.write((tx) => sendMessage(tx, viewer, sent));
const received = (traineeId: string) => house.database.read((db) => listReceived(db, traineeId));
const told = () => house.database.read((db) => db.select().from(notices));

describe('a message', () => {
  test('goes to those who were shown, who are told without its words, and to nobody else', async () => {
    await send(message());
    for (const id of ['amara', 'tom'])
      expect(await received(id)).toMatchObject([{ subject: 'Thursday', readAt: null }]);
    expect(await received('nia')).toEqual([]);
    expect((await told()).map(({ personId, kind }) => `${kind} ${personId}`).sort()).toEqual([
      'message amara',
      'message tom',
    ]);
    expect(JSON.stringify(await told())).not.toMatch(/Thursday|ten/);
  });

  test('sent twice goes once; its id in the hands of another tutor is refused', async () => {
    const sent = message();
    await send(sent);
    await send(sent);
    expect(await received('tom')).toHaveLength(1);
    const hers = { ...sent, cohortId: 'wales', recipients: [{ traineeId: 'nia', name: 'nia' }], shown: ['nia'] };
    expect(await refusal(() => send(hers, gwen))).toBe('conflict');
  });

  test.each([
    ['fewer than the filters choose', { shown: ['tom'] }, 'conflict'],
    ['somebody of another cohort besides', { shown: ['tom', 'amara', 'nia'] }, 'conflict'],
    ['nobody', { recipients: [], shown: [] }, 'bad_input'],
    [
      'trainees of another cohort alone',
      { recipients: [{ traineeId: 'nia', name: 'nia' }], shown: ['nia'] },
      'bad_input',
    ],
  ])('to %s is not sent', async (_story, change, code) => {
    expect(await refusal(() => send(message(change)))).toBe(code);
    expect(await told()).toEqual([]);
  });

  test('is not sent where somebody left the cohort after it was shown', async () => {
    await house.database.write((tx) => tx.update(cohortMemberships).set({ leftOn: DAY }));
    expect(await refusal(() => send(message()))).toBe('bad_input');
  });

  test('is refused to a tutor of another cohort, and to one whose time has ended', async () => {
    expect(await refusal(() => send(message(), gwen))).toBe('not_found');
    await house.database.write((tx) => tx.update(assignments).set({ endsOn: DAY }));
    expect(await refusal(() => send(message()))).toBe('not_found');
  });
});

describe('the same message in a form with another id, as the back button brings it', () => {
  const alone = { recipients: BOTH.slice(1), shown: ['tom'] };

  test('is told at its box and not sent; with the box ticked it goes once more, and once', async () => {
    await send(message());
    const sent = message({ words: ' At ten. ' });
    await expect(send(sent)).rejects.toMatchObject({
      code: 'bad_input',
      fields: { again: expect.stringMatching(/^You sent this at \d{1,2}:\d\d[ap]m to the same people\./) as string },
    });
    expect([(await received('tom')).length, (await told()).length]).toEqual([1, 2]);
    await send({ ...sent, again: true });
    await send({ ...sent, again: true });
    expect([(await received('tom')).length, (await told()).length]).toEqual([2, 4]);
  });

  test.each([
    ['in other words', { words: 'At eleven.' }],
    ['under another heading', { subject: 'Friday' }],
    ['to some of them only', alone],
  ])('is another one %s', async (_story, change) => {
    await send(message());
    await send(message(change));
    expect(await received('tom')).toHaveLength(2);
  });

  test('is another one from a colleague, who has no way of knowing', async () => {
    await house.addPerson('imogen', []);
    await house.assign('tutor', 'imogen', { of: 'london' });
    await send(message());
    await send(message(), { ...ruth, id: 'imogen' });
    expect(await received('tom')).toHaveLength(2);
  });

  test.each([
    [59, 'bad_input'],
    [61, 'sent'],
  ])('%i minutes later: %s', async (minutes, outcome) => {
    const { id, cohortId, subject, words, chosen } = message();
    const sentAt = new Date(Date.now() - minutes * 60_000);
    const row = { id, cohortId, subject, words, chosen, senderId: 'ruth', sentAt, recipients: ['amara', 'tom'] };
    await house.database.write((tx) => insertMessage(tx, row));
    const again = send(message()).then(() => 'sent');
    expect(await again.catch((refused: unknown) => (isRefusal(refused) ? refused.code : refused))).toBe(outcome);
  });
});

describe('reading', () => {
  test('is what somebody says, once, and stands before her until then', async () => {
    const sent = message();
    await send(sent);
    const waits = (id: string) =>
      house.database.read(async (db) =>
        (await listMatterFacts(db, trainee(id), DAY)).filter(({ kind }) => kind === 'message'),
      );
    expect(await waits('tom')).toHaveLength(1);
    await house.database.write((tx) => readMessage(tx, trainee('tom'), sent.id));
    const [first] = await received('tom');
    await house.database.write((tx) => readMessage(tx, trainee('tom'), sent.id));
    expect((await received('tom'))[0]?.readAt).toEqual(first?.readAt);
    expect(await waits('tom')).toEqual([]);
    expect(await waits('amara'), 'somebody else’s').toHaveLength(1);
    expect(await refusal(() => house.database.write((tx) => readMessage(tx, trainee('nia'), sent.id)))).toBe(
      'not_found',
    );
  });

  test('is seen by every tutor of the cohort; of those who have left a number stays, and not what they read since', async () => {
    const sent = message();
    await send(sent);
    await house.database.write((tx) => readMessage(tx, trainee('tom'), sent.id));
    const imogen = { ...ruth, id: 'imogen' };
    const sentTo = (viewer: Viewer) => house.database.read((db) => listSent(db, viewer));
    expect(await sentTo(imogen)).toMatchObject([{ subject: 'Thursday', sent: 2, read: 1 }]);
    expect(await sentTo(gwen)).toEqual([]);
    const leave = (traineeId: string) =>
      house.database.write((tx) =>
        tx.update(cohortMemberships).set({ leftOn: DAY }).where(eq(cohortMemberships.traineeId, traineeId)),
      );
    const who = () => house.database.read((db) => listRecipients(db, ruth, sent.id));
    await leave('amara');
    const before = [await sentTo(ruth), await who()];
    expect(before).toMatchObject([[{ sent: 1, read: 1 }], { here: [{ name: 'tom' }], elsewhere: 1, read: 1 }]);
    await house.database.write((tx) => readMessage(tx, trainee('amara'), sent.id));
    expect([await sentTo(ruth), await who()], 'she reads it in the other cohort').toEqual(before);
    await leave('tom');
    expect(await who()).toEqual({ here: [], elsewhere: 2, read: 0 });
    expect(await sentTo(ruth)).toMatchObject([{ subject: 'Thursday', sent: 0, read: 0 }]);
  });
});

describe('when the time of a record is over', () => {
  const remove = (recordId: string) =>
    house.database.write((tx) =>
      removeContent(tx, { kind: 'work_record', recordId, reason: 'Its time is over', removedBy: null, at: new Date() }),
    );
  const words = async (id: string) => (await house.database.read((db) => findMessage(db, id)))?.words;
  const hers = async (id: string, who: string) => (await house.database.read((db) => findReceived(db, id, who)))?.words;

  test('a message is shown to that trainee no more, and its words go with the last of those who got it', async () => {
    const sent = message();
    await send(sent);
    expect(await remove('tom')).toBe('removed');
    expect([await hers(sent.id, 'tom'), await hers(sent.id, 'amara')]).toEqual(['', 'At ten.']);
    expect(await words(sent.id)).toBe('At ten.');
    expect(await remove('tom'), 'nothing of hers is left').toBe('before');
    expect(await remove('amara')).toBe('removed');
    expect(await words(sent.id)).toBe('');
    expect((await house.database.read((db) => findMessage(db, sent.id)))?.chosen).toBe('everybody in the cohort');
  });

  test('what is sent to somebody who came back is hers to read, and goes with the last again', async () => {
    await send(message());
    await remove('tom');
    const later = message({ words: 'Welcome back.' });
    await house.database.write((tx) => sendMessage(tx, ruth, later));
    await remove('amara');
    expect(await words(later.id)).toBe('');
  });
});
