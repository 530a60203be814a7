import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { PortalClient } from '../support/portalClient.ts';
import { startPortal, type PortalServer } from '../support/portalServer.ts';

const WRITES = 1000;
const AT_ONCE = 8;

/** Starts pieces of evidence until the server is gone or a thousand were sent; gives the ids it said yes to. */
async function write(client: PortalClient, acknowledged: Set<string>, onEach: () => void): Promise<void> {
  for (let sent = 0; sent < WRITES / AT_ONCE; sent += 1) {
    const id = randomUUID();
    const answer = await client.call('portfolio.start', formOf(id)).catch(() => null);
    if (answer === null) return;
    if (answer.status === 200) acknowledged.add(id);
    onEach();
  }
}

function formOf(id: string): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({
    id,
    kind: 'reflective_account',
    title: 'Written while the server dies',
    text: 'x'.repeat(500),
    criteria: '3.1',
  }))
    form.set(name, value);
  return form;
}

/** Writes from several browsers at once and kills the server when `after` of them were acknowledged. */
async function writeAndKill(portal: PortalServer, client: PortalClient, after: number): Promise<Set<string>> {
  const acknowledged = new Set<string>();
  const killed: Promise<void>[] = [];
  const onEach = () => {
    if (acknowledged.size >= after && killed.length === 0) killed.push(portal.crash());
  };
  await Promise.all(Array.from({ length: AT_ONCE }, () => write(client, acknowledged, onEach)));
  await Promise.all(killed);
  return acknowledged;
}

function keptIn(path: string) {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const whole =
      "select i.id from evidence_items i join evidence_claims c on c.evidence_id = i.id where i.title = 'Written while the server dies'";
    const items = "select count(*) as count from evidence_items where title = 'Written while the server dies'";
    return {
      whole: new Set(
        database
          .prepare(whole)
          .all()
          .map(({ id }) => String(id)),
      ),
      items: Number(database.prepare(items).get()?.['count']),
      check: database.prepare('pragma quick_check').get(),
    };
  } finally {
    database.close();
  }
}

test.each([[60], [275], [640]])(
  'a server killed in the middle of a thousand writes, after %i of them, lost none that it acknowledged and kept none by half',
  async (...[after]) => {
    const portal = await startPortal();
    try {
      const acknowledged = await writeAndKill(portal, await portal.signIn('amara'), after);
      expect(acknowledged.size).toBeGreaterThanOrEqual(after);
      expect(acknowledged.size).toBeLessThan(WRITES);
      await portal.startAgain();
      const { whole, items, check } = keptIn(portal.databasePath);
      expect([...acknowledged].filter((id) => !whole.has(id))).toEqual([]);
      expect(items).toBe(whole.size);
      expect({ ...check }).toEqual({ quick_check: 'ok' });
    } finally {
      await portal.stop();
    }
  },
);
