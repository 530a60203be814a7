import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { listContactActions } from '#db/queries/contacts/contacts.ts';
import { listContacts, type LogAsked } from '#db/queries/contacts/log.ts';
import { listMatterFacts } from '#db/queries/matters.ts';
import { findTraineeWithGrid } from '#db/queries/trainees.ts';
import { assignments, cohortMemberships, contacts, notices } from '#db/schema/index.ts';
import { addDays } from '#src/domain/calendar.ts';
import { ENTRIES_A_PAGE } from '#src/domain/contacts/log.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { addAction, endAction, type TypedContact, writeContact } from '#src/server/contacts/writing.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { type AccountsHouse, DAY } from '../../support/accounts.ts';
import { aViewer } from '../../support/viewer.ts';
import { aContact, contactsHouse, gwen, ruth, trainee } from './house.ts';

let house: AccountsHouse;
beforeEach(async () => {
  house = await contactsHouse();
});

const write = (typed: TypedContact, viewer: Viewer = ruth) =>
  house.database.write((tx) => writeContact(tx, viewer, typed));
const end = (endedId: string, viewer: Viewer, outcome: 'done' | 'dropped' = 'done') =>
  house.database.write((tx) => endAction(tx, viewer, { endedId, outcome, endWords: '' }));
const page = (asked: Partial<LogAsked> = {}) =>
  house.database.read((db) => listContacts(db, { traineeId: 'tom', ...asked }));
const log = async () => (await page()).entries;
const actions = (day = DAY) => house.database.read((db) => listContactActions(db, 'tom', day));
const matters = (viewer: Viewer, day = DAY) =>
  house.database.read(async (db) =>
    (await listMatterFacts(db, viewer, day)).flatMap((fact) => (fact.kind === 'contact-action' ? [fact] : [])),
  );
const agreed = (ownerId: string, dueOn = addDays(DAY, 7)) => ({ action: 'Ask the office.', ownerId, dueOn });

async function refusal(attempt: () => Promise<unknown>): Promise<string> {
  const error: unknown = await attempt().then(
    () => null,
    (refused: unknown) => refused,
  );
  if (!isRefusal(error)) throw new Error('It was not refused.');
  return Object.keys(error.fields).join(' ') || error.code;
}

describe('an entry', () => {
  test('stands with who wrote it and what was agreed, and the one who is to do it is told', async () => {
    const typed = aContact({ signal: 'over-limit 2026-11', ...agreed('tom') });
    await write(typed);
    expect(await log()).toMatchObject([{ words: 'We spoke.', writerName: 'ruth', signal: 'over-limit 2026-11' }]);
    expect(await actions()).toMatchObject([{ id: typed.actionId, contactId: typed.id, ownerName: 'tom', end: null }]);
    const told = await house.database.read((db) => db.select().from(notices));
    expect(told).toMatchObject([{ personId: 'tom', kind: 'action-due', traineeId: 'tom' }]);
    expect(told[0]?.details).not.toContain('office');
  });

  test('sent twice stands once, and its id opens nothing of somebody else', async () => {
    const typed = aContact(agreed('tom'));
    await write(typed);
    await write({ ...typed, words: 'Other words.' });
    expect(await log()).toHaveLength(1);
    expect(await actions()).toHaveLength(1);
    expect(await refusal(() => write({ ...typed, traineeId: 'amara' }))).toBe('conflict');
  });

  test('with an action that is not whole keeps nothing of both', async () => {
    expect(await refusal(() => write(aContact({ action: 'Ask.' })))).toBe('ownerId dueOn');
    expect(await refusal(() => write(aContact(agreed('daniel'))))).toBe('ownerId');
    expect(await refusal(() => write(aContact({ happenedOn: addDays(DAY, 1) })))).toBe('happenedOn');
    expect(await log()).toEqual([]);
  });

  test('is put right by another one, once, and both stay', async () => {
    const first = aContact();
    await write(first);
    const second = aContact({ corrects: first.id, words: 'It was another day.' });
    await write(second);
    const entries = await log();
    const [wrong, right] = [first, second].map(({ id }) => entries.find((entry) => entry.id === id));
    expect(wrong).toMatchObject({ words: 'We spoke.', correctedBy: { id: second.id, writerName: 'ruth' } });
    expect(right).toMatchObject({ corrects: first.id, correctedAt: wrong?.writtenAt, correctedBy: null });
    expect(await refusal(() => write(aContact({ corrects: first.id })))).toBe('conflict');
    expect(await refusal(() => write(aContact({ corrects: 'nowhere' })))).toBe('not_found');
  });

  test('about somebody of another cohort puts nothing right here', async () => {
    const amaras = aContact({ traineeId: 'amara' });
    await write(amaras);
    expect(await refusal(() => write(aContact({ corrects: amaras.id })))).toBe('not_found');
  });

  test('is refused to a tutor of another cohort, and to one whose time ended while she wrote', async () => {
    expect(await refusal(() => write(aContact(), gwen))).toBe('not_found');
    await house.database.write((tx) => tx.update(assignments).set({ endsOn: DAY }));
    expect(await refusal(() => write(aContact()))).toBe('not_found');
  });

  test('is refused once the trainee has gone to another cohort', async () => {
    await house.database.write((tx) => tx.update(cohortMemberships).set({ leftOn: DAY }));
    expect(await refusal(() => write(aContact()))).toBe('not_found');
  });
});

describe('a long log', () => {
  const many = (count: number) =>
    house.database.write((tx) =>
      tx.insert(contacts).values(
        Array.from({ length: count }, (_none, index) => ({
          ...{ id: `c${String(index)}`, traineeId: 'tom', writerId: 'ruth', kind: 'call' as const, words: 'So.' },
          ...{ happenedOn: addDays(DAY, -index), writtenAt: new Date(1_800_000_000_000) },
          corrects: index === 0 ? `c${String(count - 1)}` : null,
        })),
      ),
    );
  const ids = async (asked: Partial<LogAsked>) => (await page(asked)).entries.map(({ id }) => id);

  test('comes a page at a time, newest contact first; past the last page is the last one', async () => {
    await many(ENTRIES_A_PAGE + 5);
    expect(await page()).toMatchObject({ page: 1, pages: 2, total: ENTRIES_A_PAGE + 5 });
    expect((await ids({})).slice(0, 2)).toEqual(['c0', 'c1']);
    const last = ['c20', 'c21', 'c22', 'c23', 'c24'];
    expect(await ids({ page: 2 })).toEqual(last);
    expect([await ids({ page: 999 }), (await page({ page: 999 })).page]).toEqual([last, 2]);
  });

  test('opens at the page of an entry; what puts another right is named wherever that stands', async () => {
    await many(ENTRIES_A_PAGE + 5);
    expect((await page({ entryId: 'c24' })).page).toBe(2);
    expect((await page({ entryId: 'of nobody' })).page).toBe(1);
    const [first] = (await page()).entries;
    expect(first).toMatchObject({ corrects: 'c24', correctedAt: new Date(1_800_000_000_000) });
    expect((await page({ page: 2 })).entries.at(-1)?.correctedBy).toMatchObject({ id: 'c0' });
  });

  test('of one day, what was written last stands first', async () => {
    for (const [id, hour] of [
      ['early', '09'],
      ['late', '17'],
    ] as const)
      await house.database.write((tx) =>
        tx.insert(contacts).values({
          ...{ id, traineeId: 'tom', writerId: 'ruth', kind: 'call', words: 'So.', happenedOn: DAY },
          writtenAt: new Date(`${DAY}T${hour}:00:00Z`),
        }),
      );
    expect(await ids({})).toEqual(['late', 'early']);
  });

  test('an empty one has one page', async () => {
    expect(await page()).toEqual({ entries: [], page: 1, pages: 1, total: 0 });
  });
});

describe('an action', () => {
  test('is ended by the trainee whose it is, and by her tutor; the first end stands', async () => {
    const typed = aContact(agreed('tom'));
    await write(typed);
    expect(await refusal(() => end(typed.actionId, trainee('amara')))).toBe('not_found');
    await end(typed.actionId, trainee('tom'));
    await end(typed.actionId, ruth);
    expect(await refusal(() => end(typed.actionId, ruth, 'dropped'))).toBe('conflict');
    expect(await actions()).toMatchObject([{ end: { outcome: 'done', byName: 'tom' } }]);
  });

  test('of the tutor’s is not for the trainee to end', async () => {
    const typed = aContact(agreed('ruth'));
    await write(typed);
    expect(await refusal(() => end(typed.actionId, trainee('tom')))).toBe('not_found');
    expect(await refusal(() => end(typed.actionId, gwen))).toBe('not_found');
    await end(typed.actionId, ruth);
  });

  test('may be added without an entry, once', async () => {
    const typed = { traineeId: 'tom', actionId: randomUUID(), ...agreed('kerry') };
    const add = () => house.database.write((tx) => addAction(tx, ruth, typed));
    await add();
    await add();
    expect(await actions()).toMatchObject([{ contactId: null, ownerName: 'kerry', isOwnerHere: true }]);
  });

  test('is not lost when whoever was to do it has gone: it stays open, and the tutor sees it', async () => {
    const typed = aContact(agreed('kerry', addDays(DAY, 1)));
    await write(typed);
    await house.database.write((tx) => tx.update(assignments).set({ endsOn: addDays(DAY, 2) }));
    const later = addDays(DAY, 3);
    expect(await actions(later)).toMatchObject([{ ownerName: 'kerry', isOwnerHere: false, end: null }]);
    expect(await matters(ruth, later)).toMatchObject([{ id: typed.actionId, audience: 'tutor' }]);
  });

  test.each([
    ['two weeks before its day', 14, { tom: 1, ruth: 0, kerry: 0 }],
    ['earlier', 15, { tom: 0, ruth: 0, kerry: 0 }],
    ['on its day', 0, { tom: 1, ruth: 0, kerry: 0 }],
    ['overdue', -1, { tom: 1, ruth: 1, kerry: 0 }],
  ])('of the trainee’s stands before people %s', async (_story, days, seen) => {
    await write(aContact(agreed('tom', addDays(DAY, 30))));
    const day = addDays(DAY, 30 - days);
    const kerry = aViewer('kerry', { roles: ['manager'], managerOf: ['tom'] });
    expect({
      tom: (await matters(trainee('tom'), day)).length,
      ruth: (await matters(ruth, day)).length,
      kerry: (await matters(kerry, day)).length,
    }).toEqual(seen);
    expect(await matters(gwen, day)).toEqual([]);
    expect(await matters(trainee('amara'), day)).toEqual([]);
  });

  test('is counted on the trainee’s page with the day of the last contact', async () => {
    await write(aContact(agreed('tom')));
    const { contacts: facts } = await house.database.read((db) => findTraineeWithGrid(db, 'tom'));
    expect(facts).toEqual({ lastOn: DAY, due: [addDays(DAY, 7)] });
    const none = await house.database.read((db) => findTraineeWithGrid(db, 'amara'));
    expect(none.contacts).toEqual({ lastOn: null, due: [] });
  });
});
