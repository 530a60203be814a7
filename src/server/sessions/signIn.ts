import type { Database, Writer } from '#db/client.ts';
import { insertAuditEntries } from '#db/queries/audit.ts';
import {
  deleteSession,
  deleteSessionsBeyond,
  findCredentials,
  updatePasswordHash,
  updatePersonSeen,
} from '#db/queries/sessions.ts';
import type { Role } from '#src/domain/access/roles.ts';
import { MOST_SESSIONS, sessionEndsAt } from '#src/domain/accounts/limits.ts';
import { normaliseEmail, WRONG } from '#src/domain/accounts/signIn.ts';
import { londonDay } from '#src/domain/calendar.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { Clock } from '../clock.ts';
import type { Passwords } from '../passwords.ts';
import type { Throttle, Try } from '../throttle.ts';
import type { Devices } from './device.ts';
import { accessWithin, openLucia } from './lucia.ts';
import type { Sessions } from './sessions.ts';
import { sessionTokens } from '../tokens.ts';

interface SignInWiring {
  readonly database: Pick<Database, 'read' | 'write'>;
  readonly clock: Clock;
  readonly today: () => string;
  readonly passwords: Passwords;
  readonly throttle: Throttle;
  readonly devices: Devices;
}

type Credentials = Awaited<ReturnType<typeof findCredentials>>;

/** Somebody says that she is this person, and has this password. */
interface Claim {
  readonly person: Credentials;
  readonly password: string;
  readonly wanted: Try;
  readonly refusal: Refusal;
}

/** Who has just proved to be herself: the hash that was checked, and the one to store instead where it was outdated. */
interface Proven {
  readonly id: string;
  readonly checked: string;
  readonly newHash: string | null;
}

const OTHER_OWNER =
  'This page was opened by somebody else. Nothing was sent. Open the portal in a new tab to sign in as yourself.';

const wrong = (field: 'email' | 'password', words: string) => new Refusal('bad_input', { fields: { [field]: words } });

function openProof({ passwords, throttle }: SignInWiring) {
  /** Looks at the password behind the throttle. Takes the same time whoever is asked for. */
  return async ({ person, password, wanted, refusal }: Claim): Promise<Proven> => {
    const ticket = await throttle.take(wanted);
    const verdict = await passwords.verify(person?.passwordHash ?? null, password).catch(async (error: unknown) => {
      await ticket.cancel();
      throw error;
    });
    if (!verdict.matches || !person?.passwordHash || person.disabledAt) throw refusal;
    await ticket.succeeded();
    const newHash = verdict.isOutdated ? await passwords.hash(password).catch(() => null) : null;
    return { id: person.id, checked: person.passwordHash, newHash };
  };
}

/** The stored hash is another one than the one that was checked: brought up to date by a sign-in at the same time, or a new password. */
class HashMoved extends Error {}

/** Once more where the hash moved meanwhile; against the new one the password is right or it is not. */
async function onceMore<T>(refusal: Refusal, enter: () => Promise<T>): Promise<T> {
  const again = (error: unknown) => {
    if (error instanceof HashMoved) return enter();
    throw error;
  };
  return enter()
    .catch(again)
    .catch((error: unknown) => {
      throw error instanceof HashMoved ? refusal : error;
    });
}

/** Keeps her sign-ins to so many; that one had to end stands in her history, once a day. */
async function endOldest(tx: Writer, { personId, latest, at }: { personId: string; latest: string; at: Date }) {
  if (!(await deleteSessionsBeyond(tx, { personId, latest, most: MOST_SESSIONS }))) return;
  const id = `sessions-beyond-${personId}-${londonDay(at)}`;
  await insertAuditEntries(tx, [
    { id, at, actorId: null, act: 'sessions.ended', personId, cohortId: null, details: { why: 'most' } },
  ]);
}

/** Ends the old session and starts another in one transaction, asking again whether the account still stands as it was checked. */
function openSwap({ clock, today }: SignInWiring) {
  return async (tx: Writer, proven: Proven, oldId: string | null): Promise<{ token: string; id: string; at: Date }> => {
    const at = clock();
    const { token, hash: id } = sessionTokens.make();
    const now = await findCredentials(tx, { personId: proven.id });
    if (!now || now.disabledAt) throw wrong('email', WRONG);
    if (now.passwordHash !== proven.checked) throw new HashMoved();
    const lucia = openLucia({ access: accessWithin(tx), clock, today });
    await lucia.deleteExpiredSessions();
    if (oldId !== null) await lucia.invalidateSession(oldId);
    const expiresAt = sessionEndsAt({ createdAt: at, lastSeenAt: at }, JSON.parse(now.roles) as Role[]);
    await lucia.createSession(
      proven.id,
      { createdAt: at, lastSeenAt: at, authenticatedAt: at, expiresAt },
      { sessionId: id },
    );
    await updatePersonSeen(tx, proven.id, at);
    await endOldest(tx, { personId: proven.id, latest: id, at });
    if (proven.newHash) await updatePasswordHash(tx, { personId: proven.id, from: proven.checked, to: proven.newHash });
    return { token, id, at };
  };
}

/** Signing in, and giving the password again. */
export function openSignIn(wiring: SignInWiring): Pick<Sessions, 'signIn' | 'confirmPassword'> {
  const { database, devices } = wiring;
  const [prove, swap] = [openProof(wiring), openSwap(wiring)];

  const signIn: Sessions['signIn'] = async ({ email, password, address, device, token, sameOwnerOnly = false }) => {
    const account = normaliseEmail(email);
    const known = devices.read(device);
    const refusal = wrong('email', WRONG);
    return onceMore(refusal, async () => {
      const person = await database.read((db) => findCredentials(db, { email: account }));
      const deviceId = known && known.personId === person?.id ? known.id : null;
      const proven = await prove({ person, password, wanted: { account, address, device: deviceId }, refusal });
      if (sameOwnerOnly && known && known.personId !== proven.id) throw new Refusal('conflict', { words: OTHER_OWNER });
      const session = await database.write((tx) => swap(tx, proven, sessionTokens.hashOf(token)));
      return { personId: proven.id, token: session.token, device: devices.cookieFor(proven.id, device) };
    });
  };

  const confirmPassword: Sessions['confirmPassword'] = async (viewer, password) => {
    const own = { account: viewer.id, address: '', device: 'signed in' };
    const refusal = wrong('password', 'The password is not right');
    const session = await onceMore(refusal, async () => {
      const person = await database.read((db) => findCredentials(db, { personId: viewer.id }));
      const proven = await prove({ person, password, wanted: own, refusal });
      return database.write(async (tx) => {
        if (!(await deleteSession(tx, viewer.session.id))) throw new Refusal('not_signed_in');
        return swap(tx, proven, null);
      });
    });
    return { token: session.token, viewer: { ...viewer, session: { id: session.id, authenticatedAt: session.at } } };
  };
  return { signIn, confirmPassword };
}
