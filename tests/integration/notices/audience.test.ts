import { and, eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { insertNotices, listNotices, markRead, type NoticeRow } from '#db/queries/notices/notices.ts';
import { findReceiver } from '#db/queries/sessions.ts';
import { unreadOf } from '#db/queries/notices/stillHers.ts';
import { assignments, cohortMemberships, notices, personRoles, wellbeingChecks } from '#db/schema/index.ts';
import type { Writer } from '#db/client.ts';
import { mayBeTold } from '#src/domain/notices/audience.ts';
import { NOTICE_KINDS } from '#src/domain/notices/words.ts';
import { receiverOf } from '#src/server/sessions/viewer.ts';
import { mailHouse, type MailHouse, TODAY } from './mailHouse.ts';

const READERS = ['amara', 'nia', 'ruth', 'gwen', 'kerry', 'harvey'];
const DETAILS: readonly Readonly<Record<string, string>>[] = [
  {},
  { cohortId: 'london' },
  { cohortId: 'wales' },
  { signal: 'wellbeing' },
];

/** Every kind, to everybody, about everybody, as if something had been told to whomever it should not. */
async function everything(house: MailHouse): Promise<number> {
  const all = READERS.flatMap((personId) =>
    NOTICE_KINDS.flatMap((kind) =>
      [null, 'amara', 'nia'].flatMap((traineeId) =>
        DETAILS.map((details, index) => ({
          ...{ id: `${personId} ${kind} ${String(traineeId)} ${String(index)}`, personId, kind, traineeId, details },
          ...{ key: `${kind} ${String(traineeId)} ${String(index)}`, createdAt: new Date(), readAt: null },
        })),
      ),
    ),
  );
  await house.database.write((tx) => insertNotices(tx, all));
  return all.length / READERS.length;
}

/** What the database gives her, and what the rule says of everything that was told to her. */
async function bothSays(house: MailHouse, personId: string) {
  const person = await house.database.read((db) => findReceiver(db, personId, TODAY));
  if (!person) throw new Error('Nobody.');
  const viewer = receiverOf(person, TODAY);
  const listed = await house.database.read((db) => listNotices(db, { personId, day: TODAY, most: 1000 }));
  const cohortOf = await house.database.read((db) => db.select().from(cohortMemberships));
  const shared = await house.database.read((db) => db.select().from(wellbeingChecks));
  const told = await house.database.read((db) => db.select().from(notices).where(eq(notices.personId, personId)));
  const allowed = told.filter((row) => {
    const details = JSON.parse(row.details) as { cohortId?: string; signal?: string };
    const membership = cohortOf.find(({ traineeId, leftOn }) => traineeId === row.traineeId && leftOn === null);
    return mayBeTold(viewer, {
      ...row,
      traineeCohortId: membership?.cohortId ?? null,
      cohortId: details.cohortId ?? null,
      isWellbeing: details.signal === 'wellbeing',
      isShared: shared.some(({ traineeId, sharedAt }) => traineeId === row.traineeId && sharedAt !== null),
    });
  });
  const [count] = await house.database.read((db) =>
    db.all<{ n: number }>(sql`select ${unreadOf(personId, TODAY)} as n`),
  );
  return {
    listed,
    ids: listed.map(({ id }) => id).sort(),
    allowed: allowed.map(({ id }) => id).sort(),
    unread: count?.n,
  };
}

const others = (rows: readonly NoticeRow[], traineeId: string) =>
  rows.filter((row) => row.traineeId === traineeId && row.personId !== traineeId).map(({ kind }) => kind);

const CHANGES: readonly (readonly [string, (tx: Writer) => Promise<unknown>])[] = [
  ['as they are assigned', () => Promise.resolve()],
  [
    'after an assignment ended today',
    (tx) => tx.update(assignments).set({ endsOn: TODAY }).where(eq(assignments.personId, 'ruth')),
  ],
  [
    'before an assignment begins',
    (tx) => tx.update(assignments).set({ startsOn: '2026-11-24' }).where(eq(assignments.personId, 'ruth')),
  ],
  [
    'after a trainee left the cohort',
    (tx) => tx.update(cohortMemberships).set({ leftOn: TODAY }).where(eq(cohortMemberships.traineeId, 'amara')),
  ],
  [
    'after a trainee moved to the other cohort',
    (tx) => tx.update(cohortMemberships).set({ cohortId: 'wales' }).where(eq(cohortMemberships.traineeId, 'amara')),
  ],
  [
    'once somebody is a trainee no more',
    (tx) => tx.delete(personRoles).where(and(eq(personRoles.personId, 'amara'), eq(personRoles.role, 'trainee'))),
  ],
  [
    'with a check-in that is shared',
    (tx) =>
      tx.insert(wellbeingChecks).values({
        ...{ traineeId: 'amara', month: '2026-11', workload: 2, support: 2, balance: 2, words: '' },
        ...{ revision: 1, savedAt: new Date(), sharedAt: new Date() },
      }),
  ],
];

describe.each(CHANGES)('%s', (_story, change) => {
  test.each(READERS)(
    '%s is shown what the rule allows, in the list and in the number beside her name',
    async (reader) => {
      const house = await mailHouse();
      const each = await everything(house);
      await house.database.write(change);
      const { ids, allowed, unread } = await bothSays(house, reader);
      expect(ids).toEqual(allowed);
      expect(unread).toBe(Math.min(ids.length, 100));
      expect(ids.length).toBeLessThan(each);
    },
  );
});

describe('a tutor', () => {
  test('reads nothing of a cohort that is not hers, whatever she was told', async () => {
    const house = await mailHouse();
    await everything(house);
    const { listed } = await bothSays(house, 'gwen');
    expect(others(listed, 'amara')).toEqual([]);
    expect(new Set(others(listed, 'nia'))).toEqual(
      new Set([
        ...['caseload-breach', 'new-signal', 'action-due', 'message-answer', 'cohort-people'],
        ...['peer-session', 'peer-swap'],
      ]),
    );
    expect(listed.filter(({ cohortId, kind }) => kind.startsWith('peer-') && cohortId !== 'wales')).toEqual([]);
  });

  test('is told of a check-in only while it is shared', async () => {
    const house = await mailHouse();
    await everything(house);
    const { listed } = await bothSays(house, 'ruth');
    expect(listed.filter((row) => row.isWellbeing && row.traineeId === 'amara' && row.kind === 'new-signal')).toEqual(
      [],
    );
  });
});

test('somebody else’s notices cannot be marked as read', async () => {
  const house = await mailHouse();
  await everything(house);
  const ids = (await bothSays(house, 'ruth')).ids;
  await house.database.write((tx) => markRead(tx, { personId: 'gwen', ids, at: new Date() }));
  expect((await bothSays(house, 'ruth')).unread).toBe(ids.length);
  await house.database.write((tx) => markRead(tx, { personId: 'ruth', ids, at: new Date() }));
  expect((await bothSays(house, 'ruth')).unread).toBe(0);
});
