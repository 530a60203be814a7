import { randomUUID } from 'node:crypto';
import type { Database, Writer } from '#db/client.ts';
import { assessorStandings, assignments, enrolments, people, qualificationVersions } from '#db/schema/index.ts';
import type { Role } from '#src/domain/access/roles.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import { WHOLE_QUALIFICATION, type WordedSubject } from '#src/domain/portfolio/wording.ts';
import type { Keys } from '#src/server/keys.ts';
import type { Ledger } from '#src/server/ledger/index.ts';
import { installPortal, type Portal } from '#src/server/portal.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { candidateOf } from '#src/server/signing/candidates.ts';
import { loadSituation } from '#src/server/signing/situation.ts';
import { signSubject } from '#src/server/signing.ts';
import { aViewer } from '../../support/viewer.ts';
import { openWorld } from '../ledger/signedPortfolio.ts';

/** A qualification small enough to be signed whole: two units, three criteria. */
export const SMALL = qualificationSchema.parse({
  version: 'small-1',
  label: 'A small qualification',
  notice: 'Made up for tests.',
  units: [
    {
      id: '1',
      title: 'Working fairly',
      summary: 'Made up.',
      criteria: [
        { id: '1.1', text: 'Explains a decision.', neededTimes: 1, kinds: ['reflective_account'] },
        {
          id: '1.2',
          text: 'Works with another service.',
          neededTimes: 2,
          kinds: ['reflective_account', 'observation'],
          mustInclude: ['observation'],
          currentForMonths: 24,
        },
      ],
    },
    {
      id: '2',
      title: 'Writing clearly',
      summary: 'Made up too.',
      criteria: [
        { id: '2.1', text: 'Writes a plan.', neededTimes: 1, kinds: ['reflective_account', 'professional_discussion'] },
      ],
    },
  ],
});

/** A ledger on a real database with the portal's own functions over it. */
export interface SigningWorld {
  readonly database: Database;
  readonly ledger: Ledger;
  readonly keys: Keys;
  readonly anchorsDir: string;
}

const NAMES = {
  amara: 'Amara Okafor',
  tom: 'Tom Hale',
  daniel: 'Daniel Marsh',
  joan: 'Joan Merriman',
  owen: 'Owen Blakely',
  venetia: 'Venetia Cole',
  harvey: 'Harvey Pike',
} as const;
export type Person = keyof typeof NAMES;
/** Who assesses Amara. */
const ASSESSORS = ['daniel', 'joan', 'owen'] as const;

/** Opens keys and ledger under `folder`, and installs a portal over them whose criteria are `SMALL`. Opening the same folder again is a restart. */
export async function openSigningWorld(
  database: Database,
  { databaseUrl, folder }: { databaseUrl: string; folder: string },
): Promise<SigningWorld> {
  const world = await openWorld(database, { databaseUrl, folder });
  await database.write((tx) => insertCast(tx));
  const { ledger, keys, anchorsDir } = world;
  useWorld({ database, ledger });
  return { database, ledger, keys, anchorsDir };
}

/** Makes this database the one that the portal's functions write to. */
function useWorld({ database, ledger }: Pick<SigningWorld, 'database' | 'ledger'>): void {
  const content = { qualification: SMALL };
  const settings = { programmeNow: null, demo: null };
  installPortal({ database, ledger, content, settings } as unknown as Portal);
}

async function insertCast(tx: Writer): Promise<void> {
  const createdAt = new Date('2026-01-05T09:00:00Z');
  const rows = Object.entries(NAMES).map(([id, name]) => ({ id, name, email: `${id}@pqip.example`, createdAt }));
  await tx.insert(people).values(rows).onConflictDoNothing();
  const place = { routeId: 'standard', startedOn: '2026-01-05', hoursPerWeek: 37 };
  await tx
    .insert(enrolments)
    .values([
      { traineeId: 'amara', ...place },
      { traineeId: 'tom', ...place },
    ])
    .onConflictDoNothing();
  const assess = (personId: string, traineeId: string) => ({
    id: `${personId}-${traineeId}`,
    kind: 'assessor' as const,
    personId,
    traineeId,
    startsOn: '2026-01-05',
  });
  await tx
    .insert(assignments)
    .values([...ASSESSORS.map((id) => assess(id, 'amara')), assess('joan', 'tom'), assess('amara', 'tom')])
    .onConflictDoNothing();
  await tx
    .insert(qualificationVersions)
    .values({
      version: SMALL.version,
      label: SMALL.label,
      notice: SMALL.notice,
      units: JSON.stringify(SMALL.units),
      effectiveFrom: '2026-01-01',
      importedBy: 'harvey',
      importedAt: createdAt,
    })
    .onConflictDoNothing();
}

/** Owen is in training, and somebody is named to countersign what he decides. The same once more changes nothing. */
export async function nameCountersigner(tx: Writer, countersignerId: Person, effectiveFrom = '2026-01-05') {
  const named = { assessorId: 'owen', standing: 'in_training', countersignerId, effectiveFrom } as const;
  const entered = { reason: 'He began.', enteredBy: 'harvey', enteredAt: new Date('2026-01-05T09:00:00Z') };
  await tx
    .insert(assessorStandings)
    .values({ id: `owen-${effectiveFrom}`, ...named, ...entered })
    .onConflictDoNothing();
}

/** Somebody as the session would make her, with a password given a moment ago. */
export function viewerOf(id: Person): Viewer {
  const assessorOf = [...(ASSESSORS.some((one) => one === id) ? ['amara'] : []), ...(id === 'joan' ? ['tom'] : [])];
  const roles: Role[] = id === 'venetia' ? ['verifier'] : id === 'amara' || id === 'tom' ? ['trainee'] : ['assessor'];
  return aViewer(id, {
    roles,
    assessorOf: id === 'amara' ? ['tom'] : assessorOf,
    countersignerOf: id === 'joan' ? ['owen'] : [],
    session: { id: `session of ${id}`, authenticatedAt: new Date() },
  });
}

export const criterion = (subjectId: string): WordedSubject => ({ subject: 'criterion', subjectId });
export const unit = (subjectId: string): WordedSubject => ({ subject: 'unit', subjectId });
export const QUALIFICATION: WordedSubject = { subject: 'qualification', subjectId: WHOLE_QUALIFICATION };

/** What a page would show of a subject now. Throws where the criteria have no such subject. */
export async function shown({ database }: Pick<SigningWorld, 'database'>, wanted: WordedSubject, traineeId = 'amara') {
  return database.read(async (db) => {
    const qualifications = await readQualifications(db);
    const candidate = candidateOf(await loadSituation(db, { traineeId, qualifications }), wanted);
    if (!candidate) throw new Error(`There is no ${wanted.subject} ${wanted.subjectId}.`);
    return candidate;
  });
}

interface Signing {
  readonly by?: Person;
  readonly wanted: WordedSubject;
  readonly traineeId?: string;
  readonly shownDigest?: string;
  readonly signOffId?: string;
}

/** Opens the page, and signs what stands on it. */
export async function signAs(world: SigningWorld, { by = 'daniel', wanted, traineeId = 'amara', ...given }: Signing) {
  const shownDigest = given.shownDigest ?? (await shown(world, wanted, traineeId)).digest;
  const signOffId = given.signOffId ?? randomUUID();
  const request = { viewer: viewerOf(by), traineeId, ...wanted, signOffId, shownDigest, factorAt: new Date() };
  const signed = await world.database.write((tx) => signSubject(tx, request));
  await world.ledger.anchor();
  return signed;
}
