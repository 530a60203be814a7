import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { and, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { assignments, contactActions, jobRuns, notices, outbox, signalNotes } from '#db/schema/index.ts';
import { loadContent } from '#src/server/content.ts';
import { tellDueActions } from '#src/server/notices/dueActions.ts';
import { lookAtCohort, lookForSignals } from '#src/server/notices/newSignals.ts';
import { sweepNotices } from '#src/server/notices/sweep.ts';
import { makeDigests } from '#src/server/notices/weeklyDigest.ts';
import { loadCohortSignalsAsPortal } from '#src/server/signals/loadSignals.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { writeDemo } from '../../../scripts/demo/write.ts';

const NOW = new Date('2026-11-19T10:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'portal-rounds-'));
let database: Database;

beforeAll(async () => {
  const url = pathToFileURL(join(folder, 'portal.db')).href;
  const places = { keysDir: join(folder, 'keys'), anchorsDir: join(folder, 'anchors') };
  await writeDemo({ ...places, url, traineeCount: 25, now: NOW });
  database = await openDatabase({ url });
  const content = await loadContent(new URL('../../../', import.meta.url));
  const mail = { isSetUp: true, start: () => undefined, wake: () => undefined, close: () => Promise.resolve() };
  const settings = { programmeNow: NOW, publicUrl: new URL('https://learning.example.org') };
  installPortal({ database, content, settings, mail } as unknown as Portal);
});

afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const told = () =>
  database.read((db) =>
    db
      .select({
        personId: notices.personId,
        traineeId: notices.traineeId,
        readAt: notices.readAt,
        details: notices.details,
      })
      .from(notices)
      .where(like(notices.key, 'signal:%')),
  );
const mails = () => database.read((db) => db.select().from(outbox));
const clear = () =>
  database.write(async (tx) => {
    await tx.delete(outbox).where(like(outbox.id, '%'));
    await tx.delete(notices).where(like(notices.key, 'signal:%'));
  });

describe('looking for signals', () => {
  test('the first look at a cohort takes note of what stands and tells nobody', async () => {
    await lookForSignals(() => false);
    const all = await told();
    expect(all.length).toBeGreaterThan(5);
    expect(all.filter(({ readAt }) => readAt === null)).toEqual([]);
    expect(await mails()).toEqual([]);
    const looked = await database.read((db) => db.select({ name: jobRuns.name }).from(jobRuns));
    expect(looked.map(({ name }) => name).sort()).toEqual(['signals:london', 'signals:wales']);
  });

  test('a second look in the same hour does nothing', async () => {
    const before = await told();
    await lookForSignals(() => false);
    expect(await told()).toEqual(before);
  });

  test('what stood before is not told when it still stands', async () => {
    const before = (await told()).length;
    await lookAtCohort('london', false);
    expect(await told()).toHaveLength(before);
    expect(await mails()).toEqual([]);
  });

  test('what is new is told to the trainee and to the tutors of her cohort, in one e-mail each, and to nobody else', async () => {
    await clear();
    await lookAtCohort('london', false);
    const all = await told();
    const ofTom = all.filter(({ traineeId }) => traineeId === 'tom').map(({ personId }) => personId);
    expect(new Set(ofTom)).toEqual(new Set(['tom', ...(await tutorsOf('london'))]));
    expect(all.filter(({ personId }) => personId === 'gwen')).toEqual([]);
    const toRuth = (await mails()).filter(({ personId }) => personId === 'ruth');
    expect(toRuth).toHaveLength(1);
    const { noticeIds } = JSON.parse(toRuth[0]?.details ?? '{}') as { noticeIds: string[] };
    expect(noticeIds).toHaveLength(all.filter(({ personId }) => personId === 'ruth').length);
  });

  test('a check-in that is not shared is told to nobody', async () => {
    const kinds = (await told()).filter(({ traineeId }) => traineeId === 'tom').map(({ details }) => details);
    expect(kinds.join()).not.toContain('wellbeing');
  });
});

test('a signal that still stands when the note over it has run out is told once more, and only once', async () => {
  await lookAtCohort('london', false);
  const tom = (await database.read((db) => loadCohortSignalsAsPortal(db, 'london'))).find(
    ({ traineeId }) => traineeId === 'tom',
  );
  const stands = tom?.signals.find(({ note, earlierNote }) => note === null && earlierNote === null);
  if (!stands) throw new Error('Nothing stands about Tom.');
  const before = (await told()).length;
  const note = { id: 'ran-out', traineeId: 'tom', kind: stands.kind, factKey: stands.factKey, personId: 'ruth' };
  const days = { words: 'Made up.', returnsOn: '2026-11-19', notedAt: new Date('2026-11-05T10:00:00Z') };
  await database.write((tx) => tx.insert(signalNotes).values({ ...note, ...days }));
  await lookAtCohort('london', false);
  const again = (await told()).filter((one) => one.traineeId === 'tom' && one.details.includes('isBack'));
  expect(new Set(again.map(({ personId }) => personId))).toEqual(new Set(['tom', ...(await tutorsOf('london'))]));
  expect(await told()).toHaveLength(before + again.length);
  await lookAtCohort('london', false);
  expect(await told()).toHaveLength(before + again.length);
});

async function tutorsOf(cohortId: string): Promise<string[]> {
  const rows = await database.read((db) =>
    db
      .select({ personId: assignments.personId, startsOn: assignments.startsOn, endsOn: assignments.endsOn })
      .from(assignments)
      .where(and(eq(assignments.kind, 'tutor'), eq(assignments.cohortId, cohortId))),
  );
  const day = '2026-11-19';
  return rows
    .filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day))
    .map(({ personId }) => personId);
}

describe('the weekly e-mails', () => {
  const MONDAY = new Date('2026-11-23T07:30:00Z');

  test('are put in once for whoever may have something in hers, however often it is tried', async () => {
    await clear();
    await makeDigests(new Date('2026-11-22T12:00:00Z'));
    expect(await mails()).toEqual([]);
    await makeDigests(MONDAY);
    const first = await mails();
    expect(first.map(({ personId }) => personId)).toEqual(expect.arrayContaining(['ruth', 'gwen', 'tom']));
    expect(new Set(first.map(({ kind }) => kind))).toEqual(new Set(['digest']));
    await database.write((tx) => tx.delete(jobRuns).where(eq(jobRuns.name, 'digest')));
    await makeDigests(MONDAY);
    expect(await mails()).toHaveLength(first.length);
  });
});

test('an action whose day has come is told once to whoever is to do it, and one that is to come to nobody', async () => {
  const action = { traineeId: 'tom', words: 'Made up.', writerId: 'ruth', writtenAt: NOW } as const;
  await database.write((tx) =>
    tx.insert(contactActions).values([
      { ...action, id: 'due', ownerId: 'tom', dueOn: '2026-11-19' },
      { ...action, id: 'coming', ownerId: 'tom', dueOn: '2026-11-20' },
    ]),
  );
  await tellDueActions();
  await tellDueActions();
  const due = await database.read((db) => db.select().from(notices).where(like(notices.key, 'action-due:%')));
  expect(due.filter(({ key }) => key.endsWith(':coming'))).toEqual([]);
  expect(due.filter(({ key }) => key === 'action-due:due')).toMatchObject([{ personId: 'tom', traineeId: 'tom' }]);
});

test('notices go after 180 days and e-mails after 90, and nothing that still waits', async () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  await database.write(async (tx) => {
    const notice = { personId: 'tom', kind: 'message', traineeId: 'tom', details: '{}' } as const;
    for (const days of [179, 181])
      await tx
        .insert(notices)
        .values({ ...notice, id: `old-${String(days)}`, key: `old-${String(days)}`, createdAt: daysAgo(days) });
    const mail = {
      personId: 'tom',
      kind: 'account-safety',
      details: '{}',
      createdAt: daysAgo(200),
      dueAt: daysAgo(200),
    };
    for (const [id, ends] of [
      ['sent long ago', { sentAt: daysAgo(91) }],
      ['given up long ago', { droppedAt: daysAgo(91) }],
      ['sent', { sentAt: daysAgo(89) }],
      ['waits', {}],
    ] as const)
      await tx.insert(outbox).values({ ...mail, ...ends, id, key: id, messageId: id });
  });
  await sweepNotices();
  const kept = (await mails()).map(({ id }) => id);
  expect(['sent long ago', 'given up long ago', 'sent', 'waits'].filter((id) => kept.includes(id))).toEqual([
    'sent',
    'waits',
  ]);
  const left = await database.read((db) =>
    db.select({ id: notices.id }).from(notices).where(like(notices.id, 'old-%')),
  );
  expect(left).toEqual([{ id: 'old-179' }]);
});
