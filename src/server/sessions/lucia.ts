import { type Adapter, Lucia } from 'lucia';
import type { Database } from '#db/client.ts';
import * as queries from '#db/queries/sessions.ts';
import type { SessionRow } from '#db/queries/sessions.ts';
import type { Clock } from '../clock.ts';

// The only file that knows Lucia. It never sees a token: the id it is given is the digest (token.ts).
declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof openLucia>;
    DatabaseSessionAttributes: NewSession;
    DatabaseUserAttributes: { row: SessionRow };
  }
}

/** What the portal itself says about a new session. Lucia's own lifetime, one for everybody, is not used. */
export interface NewSession {
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly authenticatedAt: Date;
  readonly expiresAt: Date;
}

export type Access = Pick<Database, 'read' | 'write'>;

/** Reads and writes of one transaction, so that ending the old session and starting the new one is one step. */
export function accessWithin(tx: Parameters<Parameters<Database['write']>[0]>[0]): Access {
  return { read: (run) => run(tx), write: (run) => run(tx) };
}

interface Wiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly today: () => string;
}

/** Our own adapter: one joined query for a session and its person. */
function adapterOver({ access, clock, today }: Wiring): Adapter {
  const { read, write } = access;
  return {
    getSessionAndUser: async (id) => {
      const row = await read((db) => queries.findSession(db, id, today()));
      if (!row) return [null, null];
      const session = { id, userId: row.personId, expiresAt: row.expiresAt, attributes: row };
      // Without a user Lucia deletes the session: a person who has been switched off has none.
      return [session, row.disabledAt ? null : { id: row.personId, attributes: { row } }];
    },
    getUserSessions: async (personId) => {
      const rows = await read((db) => queries.listSessions(db, personId, clock()));
      return rows.map((row) => ({
        id: row.id,
        userId: personId,
        expiresAt: row.expiresAt,
        attributes: { ...row, authenticatedAt: row.createdAt },
      }));
    },
    setSession: ({ id, userId, attributes }) =>
      write((tx) => queries.insertSession(tx, { ...attributes, id, personId: userId })),
    // Lucia prolongs by its own half-way rule, past our limits. `touch` in sessions.ts moves the end exactly, so there is nothing to do here.
    updateSessionExpiration: async () => {},
    deleteSession: async (id) => void (await write((tx) => queries.deleteSession(tx, id))),
    deleteUserSessions: (personId) => write((tx) => queries.deleteSessionsOf(tx, personId)),
    deleteExpiredSessions: () => write((tx) => queries.deleteExpiredSessions(tx, clock())),
  };
}

/** Lucia over the portal's tables. */
export function openLucia(wiring: Wiring) {
  return new Lucia(adapterOver(wiring), {
    getUserAttributes: ({ row }) => ({ row }),
    getSessionAttributes: ({ createdAt, lastSeenAt }) => ({ createdAt, lastSeenAt }),
  });
}
