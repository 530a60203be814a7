import { createHash } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import { assignments, cohortMemberships, cohorts, people, personRoles } from '#db/schema/index.ts';
import type { AssignmentKind, Role } from '#src/domain/access/roles.ts';
import { demoHash } from '#src/server/passwords.ts';
import { openSessions, type Sessions } from '#src/server/sessions/index.ts';
import { freshDatabase, type TestDatabase } from './database.ts';

export const PASSWORD = DEMO_PASSWORD;
/** The programme's day in these tests. */
export const DAY = '2026-11-23';

/** Sign-in over a database of the test's own, with a clock that moves only when told. */
export interface AccountsHouse {
  readonly database: TestDatabase;
  readonly sessions: Sessions;
  /** Moves the clock on. */
  pass(minutes: number): void;
  now(): Date;
  addPerson(id: string, roles?: readonly Role[]): Promise<void>;
  assign(kind: AssignmentKind, personId: string, to: Assigned): Promise<void>;
  /** A cohort, and a trainee in it from September on. */
  addCohort(cohortId: string, traineeId: string, leftOn?: string): Promise<void>;
  /** Signs in with the right password unless told otherwise. Every browser is a new one unless its cookies are given. */
  signIn(id: string, browser?: Partial<Browser>): ReturnType<Sessions['signIn']>;
}

/** `of` is a cohort for a tutor, a trainee for everybody else. */
export interface Assigned {
  readonly of: string;
  readonly startsOn?: string;
  readonly endsOn?: string;
}

export interface Browser {
  readonly password: string;
  readonly address: string;
  readonly device: string | null;
  readonly token: string | null;
  readonly sameOwnerOnly: boolean;
}

const NEW_BROWSER: Browser = {
  password: PASSWORD,
  address: '192.0.2.1',
  device: null,
  token: null,
  sameOwnerOnly: false,
};

let hash: Promise<string> | undefined;

export const testKeys = { secret: (name: string) => createHash('sha256').update(`test ${name}`).digest() };

/** Starts at this machine's second, because Lucia asks the machine and knows no other clock. */
export async function accountsHouse(): Promise<AccountsHouse> {
  const database = await freshDatabase();
  let time = Math.floor(Date.now() / 1000) * 1000;
  const now = () => new Date(time);
  const sessions = openSessions({ database, keys: testKeys, today: () => DAY, clock: now });
  const passwordHash = await (hash ??= demoHash(PASSWORD, 'everybody in these tests'));
  return {
    database,
    sessions,
    now,
    pass: (minutes) => void (time += minutes * 60_000),
    addPerson: (id, roles = ['trainee']) =>
      database.write(async (tx) => {
        await tx.insert(people).values({ id, email: `${id}@pqip.example`, name: id, passwordHash, createdAt: now() });
        for (const role of roles) await tx.insert(personRoles).values({ personId: id, role });
      }),
    assign: (kind, personId, { of, startsOn = '2026-09-01', endsOn }) =>
      database.write(async (tx) => {
        const subject = kind === 'tutor' ? { cohortId: of } : { traineeId: of };
        await tx
          .insert(assignments)
          .values({ id: `${kind}-${personId}-${of}`, kind, personId, ...subject, startsOn, endsOn });
      }),
    addCohort: (id, traineeId, leftOn) =>
      database.write(async (tx) => {
        await tx.insert(cohorts).values({ id, name: id, region: 'London', startsOn: '2026-09-01' });
        const joinedOn = '2026-09-01';
        await tx
          .insert(cohortMemberships)
          .values({ id: `${traineeId}-${id}`, traineeId, cohortId: id, joinedOn, leftOn });
      }),
    signIn: (id, browser = {}) => sessions.signIn({ ...NEW_BROWSER, ...browser, email: `${id}@pqip.example` }),
  };
}
