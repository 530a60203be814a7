import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { assignments, cohortMemberships, cohorts, outbox, people, personRoles } from '#db/schema/index.ts';
import type { Role } from '#src/domain/access/roles.ts';
import { openLinkTries } from '#src/server/links/linkTries.ts';
import { openMac } from '#src/server/mac.ts';
import { MailLine } from '#src/server/mail/mailLine.ts';
import { readMailServer } from '#src/server/mail/mailServer.ts';
import { openTransport } from '#src/server/mail/transport.ts';
import type { DigestCohort } from '#src/server/notices/standingCohorts.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type MailServerHere, type MailServerOptions, startMailServer } from '../../support/mailServer.ts';

export const TODAY = '2026-11-23';
const CREATED = new Date('2026-01-05T09:00:00Z');
export const PUBLIC_URL = new URL('https://learning.example.org');
export const mac = openMac(Buffer.alloc(32, 7));

/** A database with a cohort in London and one in Wales, their tutors, and a portal over it that sends e-mail. */
export interface MailHouse {
  readonly database: TestDatabase;
  readonly server: MailServerHere;
  /** The line that sends; another with every call, as after a restart. */
  line(): MailLine;
  /** Sends until nothing is due any more. */
  sendAll(): Promise<void>;
  rows(): Promise<(typeof outbox.$inferSelect)[]>;
  /** Sets the clock of the line on by so many minutes. */
  later(minutes: number): void;
}

const PEOPLE: readonly (readonly [string, Role])[] = [
  ['amara', 'trainee'],
  ['nia', 'trainee'],
  ['ruth', 'tutor'],
  ['gwen', 'tutor'],
  ['kerry', 'manager'],
  ['harvey', 'admin'],
];

async function fill(database: TestDatabase): Promise<void> {
  await database.write(async (tx) => {
    for (const [id, role] of PEOPLE) {
      await tx.insert(people).values({ id, name: `Name of ${id}`, email: `${id}@pqip.example`, createdAt: CREATED });
      await tx.insert(personRoles).values({ personId: id, role });
    }
    for (const [id, traineeId, tutorId] of [
      ['london', 'amara', 'ruth'],
      ['wales', 'nia', 'gwen'],
    ] as const) {
      await tx.insert(cohorts).values({ id, name: id, region: 'x', startsOn: '2026-01-05' });
      await tx.insert(cohortMemberships).values({ id, traineeId, cohortId: id, joinedOn: '2026-01-05' });
      const tutor = { id: `${tutorId}-${id}`, kind: 'tutor', personId: tutorId, cohortId: id } as const;
      await tx.insert(assignments).values({ ...tutor, startsOn: '2026-01-05' });
    }
    const manager = { id: 'kerry-amara', kind: 'manager', personId: 'kerry', traineeId: 'amara' } as const;
    await tx.insert(assignments).values({ ...manager, startsOn: '2026-01-05' });
  });
}

export interface HouseOptions extends MailServerOptions {
  readonly standing?: readonly DigestCohort[];
  /** Whether the portal has a mail server. Default: yes. */
  readonly isSetUp?: boolean;
  /** In place of the right one. */
  readonly password?: string;
}

export async function mailHouse({
  standing = [],
  isSetUp = true,
  password,
  ...options
}: HouseOptions = {}): Promise<MailHouse> {
  const database = await freshDatabase();
  const server = await startMailServer(options);
  onTestFinished(() => server.close());
  await fill(database);
  const mail = { isSetUp, start: () => undefined, wake: () => undefined, close: () => Promise.resolve() };
  const settings = { publicUrl: PUBLIC_URL, demo: null, programmeNow: new Date(`${TODAY}T12:00:00Z`) };
  const linkTries = openLinkTries();
  installPortal({ database, settings, mac, mail, linkTries, content: { routes: new Map() } } as unknown as Portal);
  let shiftMs = 0;
  const desk = {
    ...{ mac, publicUrl: PUBLIC_URL, today: () => TODAY, standing: () => Promise.resolve(standing) },
    now: () => new Date(Date.now() + shiftMs),
  };
  const line = () => {
    const smtpUrl = password === undefined ? server.url : server.url.replace(/:[^:@/]+@/u, `:${password}@`);
    const transport = openTransport(readMailServer({ smtpUrl, mailFrom: null, publicUrl: PUBLIC_URL }));
    return new MailLine({ database, desk, transport, log: pino({ level: 'silent' }) });
  };
  return {
    ...{ database, server, line },
    sendAll: async () => {
      await line().sendWhatIsDue();
    },
    rows: () => database.read((db) => db.select().from(outbox).orderBy(outbox.createdAt, outbox.key)),
    later: (minutes) => {
      shiftMs += minutes * 60_000;
    },
  };
}
