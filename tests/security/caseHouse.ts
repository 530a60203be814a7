import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { beforeAll, expect } from 'vitest';
import { endCases } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';

/** Where the portal said no. */
export const refused = ({ status }: { status: number }) => status >= 400 && status < 500;

/** A portal in which Amara, Jonah and Priya carry nothing, so that no limit stands in the way, and these people are signed in. */
export function caseHouse(people: readonly string[], prepare: (database: DatabaseSync) => void = () => undefined) {
  const portal = servedPortal({
    prepare: (database) => {
      for (const trainee of ['amara', 'jonah', 'priya']) endCases(database, trainee);
      prepare(database);
    },
  });
  const clients = new Map<string, PortalClient>();
  beforeAll(async () => {
    for (const person of people) clients.set(person, await portal().signIn(person));
  });
  const send = (person: string, page: string, action: string, fields: Fields) =>
    clients.get(person)!.post(`${page}?_action=caseload.${action}`, fields);

  let made = 0;
  /** A made-up reference that no other case has. */
  const newReference = () => `LARCH-${(made += 1)}`;

  /** A case of Kerry's, given to one of hers; its allocation's id. */
  async function given(traineeId: string, more: Fields = {}): Promise<string> {
    const allocationId = randomUUID();
    const wanted = { allocationId, traineeId, reference: newReference(), tier: 'D2', kind: 'custody', ...more };
    const { status, text } = await send('kerry', '/caseload/allocate', 'allocate', wanted);
    expect(status, text.slice(0, 200)).toBe(303);
    return allocationId;
  }
  const caseOf = (allocationId: string) =>
    String(portal().rows('select case_id from case_allocations where id = ?', allocationId)[0]?.case_id);
  return { portal, clients, send, newReference, given, caseOf };
}
