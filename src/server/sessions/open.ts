import type { Database } from '#db/client.ts';
import { deleteOwnSession, updatePersonSeen, updateSessionSeen } from '#db/queries/sessions.ts';
import { isOver, isTouchDue, sessionEndsAt } from '#src/domain/accounts/limits.ts';
import { type Clock, machineClock } from '../clock.ts';
import type { Keys } from '../keys.ts';
import { openPasswords } from '../passwords.ts';
import { openThrottle } from '../throttle.ts';
import { openDevices } from './device.ts';
import { openLucia } from './lucia.ts';
import type { Sessions, ValidSession } from './sessions.ts';
import { openSignIn } from './signIn.ts';
import { sessionTokens } from '../tokens.ts';
import { viewerOf } from './viewer.ts';

/** `clock` is the machine's except in tests; `today` is the programme's day, on which assignments count. */
export interface SessionsOptions {
  readonly database: Pick<Database, 'read' | 'write'>;
  readonly keys: Pick<Keys, 'secret'>;
  readonly today: () => string;
  readonly clock?: Clock;
}

/** Opens sign-in and sessions over a database. */
export function openSessions({ database, keys, today, clock = machineClock }: SessionsOptions): Sessions {
  const lucia = openLucia({ access: database, clock, today });
  const devices = openDevices(keys.secret('device'));
  const passwords = openPasswords({ pepper: keys.secret('pepper') });

  const validate: Sessions['validate'] = async (token) => {
    const id = sessionTokens.hashOf(token);
    if (id === null) return null;
    const { user } = await lucia.validateSession(id);
    if (!user) return null;
    const viewer = viewerOf(user.row, today());
    if (!isOver(user.row, viewer.roles, clock()))
      return { viewer, createdAt: user.row.createdAt, lastSeenAt: user.row.lastSeenAt };
    await lucia.invalidateSession(id);
    return null;
  };

  return {
    ...openSignIn({ database, clock, today, passwords, throttle: openThrottle(), devices }),
    validate,
    touch: openTouch(database, clock),
    hashPassword: passwords.hash,
    signOut: async (token) => {
      const id = sessionTokens.hashOf(token);
      if (id !== null) await lucia.invalidateSession(id);
    },
    signOutEverywhere: (personId) => lucia.invalidateUserSessions(personId),
    endOne: (personId, sessionId) => database.write((tx) => deleteOwnSession(tx, personId, sessionId)),
    list: async (personId) => {
      const rows = await lucia.getUserSessions(personId);
      return rows.map(({ id, createdAt, lastSeenAt, expiresAt }) => ({ id, createdAt, lastSeenAt, expiresAt }));
    },
    ownerMark: devices.ownerMark,
    mayHave: devices.mayHave,
  };
}

/** One write a minute and session, also where many requests of one page arrive together. */
function openTouch(database: SessionsOptions['database'], clock: Clock): Sessions['touch'] {
  const underWay = new Set<string>();
  return async ({ viewer, createdAt, lastSeenAt }: ValidSession) => {
    const at = clock();
    const { id } = viewer.session;
    if (!isTouchDue(lastSeenAt, at) || underWay.has(id)) return;
    underWay.add(id);
    const expiresAt = sessionEndsAt({ createdAt, lastSeenAt: at }, viewer.roles);
    const seen = database.write(async (tx) => {
      await updateSessionSeen(tx, { id, at, expiresAt });
      await updatePersonSeen(tx, viewer.id, at);
    });
    await seen.finally(() => underWay.delete(id));
  };
}
