import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { messageIdOf } from '#src/domain/notices/messageId.ts';
import { type MailServerHere, startMailServer } from '../support/mailServer.ts';
import { type PortalServer, startPortal } from '../support/portalServer.ts';

const MAILS = 36;

/** So many e-mails about her account for everybody in turn, due at once. */
function putIn(database: DatabaseSync): void {
  const people = database.prepare('select id from people order by id').all();
  const insert = database.prepare(
    `insert into outbox (id, person_id, kind, key, details, message_id, created_at, due_at)
     values (?, ?, 'account-safety', ?, '{"what":"password-set"}', ?, 1700000000, 1700000000)`,
  );
  for (let index = 0; index < MAILS; index += 1) {
    const id = randomUUID();
    insert.run(
      id,
      String(people[index % people.length]?.['id']),
      `test:${String(index)}`,
      messageIdOf(id, 'here.example'),
    );
  }
}

function messageIds(portal: PortalServer): string[] {
  return portal.rows('select message_id from outbox order by message_id').map((row) => String(row['message_id']));
}

const isOver = (portal: PortalServer) =>
  portal.rows('select count(*) as count from outbox where sent_at is null')[0]?.['count'] === 0;

/** Everything that was put in has arrived, and no more than `again` e-mails came once too often. */
function expectWhole(server: MailServerHere, portal: PortalServer, again: number): void {
  const times = Map.groupBy(server.received, ({ messageId }) => messageId);
  expect([...times.keys()].sort()).toEqual(messageIds(portal));
  expect(server.received.length - times.size).toBeLessThanOrEqual(again);
}

test('a portal killed three times in the middle of sending loses no e-mail, and repeats at most the one in flight, under the same Message-ID', async () => {
  const server = await startMailServer({ slowMs: 10 });
  const portal = await startPortal({ env: { SMTP_URL: server.url }, prepare: putIn });
  try {
    for (const after of [8, 17, 26]) {
      await server.until(after);
      await portal.crash();
      expect(server.received.length).toBeLessThan(MAILS);
      await portal.startAgain();
    }
    await server.until(MAILS);
    await expect.poll(() => isOver(portal), { timeout: 20_000 }).toBe(true);
    expectWhole(server, portal, 3);
  } finally {
    await portal.stop();
    await server.close();
  }
});

test('a portal that is stopped as an operator does ends the one in flight, and nothing goes twice', async () => {
  const server = await startMailServer({ slowMs: 10 });
  const portal = await startPortal({ env: { SMTP_URL: server.url }, prepare: putIn });
  try {
    await server.until(12);
    await portal.halt();
    await portal.startAgain();
    await server.until(MAILS);
    await expect.poll(() => isOver(portal), { timeout: 20_000 }).toBe(true);
    expectWhole(server, portal, 0);
  } finally {
    await portal.stop();
    await server.close();
  }
});
