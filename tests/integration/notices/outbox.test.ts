import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { people } from '#db/schema/index.ts';
import { claimMail, releaseClaims } from '#db/queries/notices/sending.ts';
import { queueMail, queueMails } from '#src/server/notices/outbox.ts';
import type { Manner } from '../../support/mailServer.ts';
import { mailHouse } from './mailHouse.ts';

/** An e-mail about her account, which nobody can say no to. */
const safety = (personId: string, key = `key-${personId}`) =>
  ({ personId, kind: 'account-safety', key, details: { what: 'password-set' } }) as const;

describe('an e-mail that is put in', () => {
  test('goes once, with the Message-ID that it had from the beginning', async () => {
    const house = await mailHouse();
    await house.database.write((tx) => queueMail(tx, safety('amara')));
    const [before] = await house.rows();
    await house.sendAll();
    await house.sendAll();
    expect(house.server.received).toMatchObject([{ to: 'amara@pqip.example', messageId: before?.messageId }]);
    expect(before?.messageId).toBe(`<${before?.id ?? ''}@learning.example.org>`);
    expect(await house.rows()).toMatchObject([
      { attempts: 1, startedAt: null, droppedAt: null, sentAt: expect.any(Date) as Date },
    ]);
  });

  test('is put in once for the same occasion', async () => {
    const house = await mailHouse();
    const put = await house.database.write(async (tx) => [
      await queueMail(tx, safety('amara')),
      await queueMail(tx, safety('amara')),
    ]);
    expect(put).toEqual([true, false]);
    expect(await house.rows()).toHaveLength(1);
  });

  test('goes with its transaction or not at all', async () => {
    const house = await mailHouse();
    const broken = house.database.write(async (tx) => {
      await queueMail(tx, safety('amara'));
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await house.rows()).toEqual([]);
  });

  test('waits for its day', async () => {
    const house = await mailHouse();
    const dueAt = new Date(Date.now() + 60 * 60_000);
    await house.database.write((tx) => queueMail(tx, { ...safety('amara'), dueAt }));
    await house.sendAll();
    expect(house.server.received).toEqual([]);
    house.later(61);
    await house.sendAll();
    expect(house.server.received).toHaveLength(1);
  });

  test('goes to the address that it was put in for, or to the one she has when it is sent', async () => {
    const house = await mailHouse();
    await house.database.write(async (tx) => {
      await queueMails(tx, [{ ...safety('amara', 'old'), address: 'before@pqip.example' }, safety('amara', 'new')]);
      await tx.update(people).set({ email: 'after@pqip.example' }).where(eq(people.id, 'amara'));
    });
    await house.sendAll();
    expect(house.server.received.map(({ to }) => to).sort()).toEqual(['after@pqip.example', 'before@pqip.example']);
  });

  test('is put in by thousands in a moment, each for herself', async () => {
    const house = await mailHouse();
    const many = Array.from({ length: 2600 }, (_, index) => safety('amara', `many-${String(index)}`));
    const began = performance.now();
    expect(await house.database.write((tx) => queueMails(tx, many))).toBe(2600);
    expect(performance.now() - began).toBeLessThan(1500);
    expect(new Set((await house.rows()).map(({ messageId }) => messageId)).size).toBe(2600);
  });
});

describe('a mail server', () => {
  const manners: Record<string, Manner> = { 'amara@pqip.example': 'refuse', 'nia@pqip.example': 'refuse data' };

  test('that refuses for good ends it, with why and without an address, and the others still go', async () => {
    const house = await mailHouse({ manner: (to) => manners[to] ?? 'accept' });
    await house.database.write((tx) => queueMails(tx, [safety('amara'), safety('nia'), safety('ruth')]));
    await house.sendAll();
    expect(house.server.received.map(({ to }) => to)).toEqual(['ruth@pqip.example']);
    expect(await house.rows()).toMatchObject([
      { personId: 'amara', lastError: 'refused 550', droppedAt: expect.any(Date) as Date },
      { personId: 'nia', lastError: 'refused 554', droppedAt: expect.any(Date) as Date },
      { personId: 'ruth', lastError: null, droppedAt: null },
    ]);
    expect(JSON.stringify(await house.rows())).not.toContain('pqip.example"');
  });

  test('that cannot now is asked again later, under the same Message-ID', async () => {
    let manner: Manner = 'later';
    const house = await mailHouse({ manner: () => manner });
    await house.database.write((tx) => queueMail(tx, safety('amara')));
    await house.sendAll();
    const [before] = await house.rows();
    expect(before).toMatchObject({ lastError: 'not-now 451', attempts: 1, sentAt: null, droppedAt: null });
    manner = 'accept';
    await house.sendAll();
    expect(house.server.received).toEqual([]);
    house.later(2);
    await house.sendAll();
    expect(house.server.received).toMatchObject([{ messageId: before?.messageId }]);
    expect(await house.rows()).toMatchObject([{ attempts: 2, lastError: null }]);
  });

  test('that puts it off for more than five days is not asked any more', async () => {
    const house = await mailHouse({ manner: () => 'later' });
    await house.database.write((tx) => queueMail(tx, safety('amara')));
    await house.sendAll();
    house.later(6 * 24 * 60);
    await house.sendAll();
    expect(await house.rows()).toMatchObject([{ lastError: 'too-old', droppedAt: expect.any(Date) as Date }]);
  });

  test('that breaks off in the middle gets it again, under the same Message-ID', async () => {
    let manner: Manner = 'drop';
    const house = await mailHouse({ manner: () => manner });
    await house.database.write((tx) => queueMail(tx, safety('amara')));
    await house.sendAll();
    expect(await house.rows()).toMatchObject([{ lastError: 'no-connection', sentAt: null, droppedAt: null }]);
    manner = 'accept';
    house.later(2);
    await house.sendAll();
    expect(house.server.arrived).toHaveLength(2);
    expect(new Set(house.server.arrived).size).toBe(1);
    expect(house.server.received).toHaveLength(1);
  });

  test('that is not there loses nothing, however long it stays away', async () => {
    const house = await mailHouse();
    await house.server.close();
    await house.database.write((tx) => queueMails(tx, [safety('amara'), safety('nia')]));
    await house.sendAll();
    house.later(30 * 24 * 60);
    await house.sendAll();
    expect((await house.rows()).filter(({ sentAt, droppedAt }) => sentAt ?? droppedAt)).toEqual([]);
    await house.server.open();
    house.later(24 * 60);
    await house.sendAll();
    expect(house.server.received).toHaveLength(2);
  });

  test('that asks for a name and a password gets them, whatever characters are in them', async () => {
    const house = await mailHouse({ auth: { user: 'portal@x', pass: 'one%two:3' } });
    await house.database.write((tx) => queueMail(tx, safety('amara')));
    await house.sendAll();
    expect(house.server.received).toHaveLength(1);
  });

  test('that refuses name and password keeps everything waiting', async () => {
    const house = await mailHouse({ auth: { user: 'portal', pass: 'right' }, password: 'wrong' });
    await house.database.write((tx) => queueMails(tx, [safety('amara'), safety('nia')]));
    await house.sendAll();
    const waiting = { sentAt: null, droppedAt: null };
    expect(await house.rows()).toMatchObject([{ ...waiting, lastError: 'sign-in-refused' }, waiting]);
  });
});

test('a portal that ended while it handed something over sends it again, under the same Message-ID', async () => {
  const house = await mailHouse();
  await house.database.write((tx) => queueMail(tx, safety('amara')));
  const [row] = await house.rows();
  const at = new Date();
  await house.database.write((tx) => claimMail(tx, { at, staleBefore: new Date(0) }));
  await house.sendAll();
  expect(house.server.received).toEqual([]);
  await house.database.write(releaseClaims);
  await house.sendAll();
  expect(house.server.received).toMatchObject([{ messageId: row?.messageId }]);
});
