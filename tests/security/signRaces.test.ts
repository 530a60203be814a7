import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import type { Database, Writer } from '#db/client.ts';
import { listSignOffsOfTrainee } from '#db/queries/signing.ts';
import { assignments, people, portfolioSignOffs } from '#db/schema/index.ts';
import { isRefusal } from '#src/domain/errors.ts';
import { signSubject, unlockSignOff } from '#src/server/signing.ts';
import { addMet, decide, handIn, sample, verifySample } from '../integration/signing/decidedEvidence.ts';
import {
  criterion,
  openSigningWorld,
  type Person,
  shown,
  signAs,
  type SigningWorld,
  viewerOf,
} from '../integration/signing/signingWorld.ts';
import { freshDatabase, freshFolder } from '../support/database.ts';
import { canRunSqld, type SqldServer, startSqld } from '../support/sqldServer.ts';
import { verifyLedger } from '../../scripts/verify/verifyLedger.ts';

/**
 * Two assessors sign the same criterion at the same moment: one signature, one entry, and the other is told in words. The same where
 * something under it changes at that moment: what was signed is what stands.
 */
const IN_FILE = { trainees: 40, each: 25 };
const ON_SERVER = { trainees: 6, each: 10 };

/** What came of something that was tried: `done`, or the words of the refusal. Anything else is a bug and is thrown. */
async function outcome(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => 'done',
    (error: unknown) => {
      if (isRefusal(error)) return error.message;
      throw error;
    },
  );
}

interface Race {
  readonly world: SigningWorld;
  /** Two ways to the same database: on a server two clients of their own. */
  readonly doors: readonly [Database, Database];
}

const signThrough = (door: Database, by: Person, shownDigest: string, traineeId = 'amara') =>
  outcome(
    door.write((tx) =>
      signSubject(tx, {
        ...{ viewer: viewerOf(by), traineeId, ...criterion('1.1'), shownDigest },
        ...{ signOffId: randomUUID(), factorAt: new Date() },
      }),
    ),
  );

const standing = async ({ database }: SigningWorld, traineeId = 'amara') =>
  (await database.read((db) => listSignOffsOfTrainee(db, traineeId))).filter(({ unlock }) => unlock === null);

/** Opens what stands again, so that the next round can be signed. */
async function openAll(world: SigningWorld, traineeId = 'amara'): Promise<void> {
  for (const { id } of await standing(world, traineeId)) {
    const request = { signOffId: id, viewer: viewerOf('venetia'), reason: 'Another round.', factorAt: new Date() };
    await world.database.write((tx) => unlockSignOff(tx, request));
  }
}

/** So many rounds with each of so many trainees, one after the other. */
interface Rounds {
  readonly trainees: number;
  readonly each: number;
}

async function raceToSign(race: Race, { trainees, each }: Rounds): Promise<void> {
  const wrong: string[][] = [];
  for (let number = 1; number <= trainees; number += 1) {
    const traineeId = `trainee-${number}`;
    await race.world.database.write((tx) => insertTrainee(tx, traineeId));
    const { digest } = await shown(race.world, criterion('1.1'), traineeId);
    for (let round = 1; round <= each; round += 1) wrong.push(...(await raceOnce(race, { traineeId, digest })));
  }
  expect(wrong).toEqual([]);
  const rounds = await race.world.database.read((db) =>
    db.select({ id: portfolioSignOffs.id }).from(portfolioSignOffs),
  );
  expect(rounds).toHaveLength(trainees * each);
}

/** Both at once, then what stands is opened again. Gives the answers back where they are not one signature and one that is told. */
async function raceOnce({ world, doors }: Race, { traineeId, digest }: { traineeId: string; digest: string }) {
  const sign = (door: Database, by: Person) => signThrough(door, by, digest, traineeId);
  const answers = await Promise.all([sign(doors[0], 'daniel'), sign(doors[1], 'joan')]);
  const told = answers.filter((one) => /^Criterion 1\.1 was signed off by (Daniel Marsh|Joan Merriman) on /.test(one));
  const signed = await standing(world, traineeId);
  await openAll(world, traineeId);
  const isOne = answers.filter((one) => one === 'done').length === 1 && told.length === 1 && signed.length === 1;
  return isOne ? [] : [answers];
}

/** A trainee of Daniel's and Joan's with evidence that one criterion can be signed on, in Venetia's sample. */
async function insertTrainee(tx: Writer, traineeId: string): Promise<void> {
  const createdAt = new Date('2026-01-05T09:00:00Z');
  await tx.insert(people).values({ id: traineeId, name: traineeId, email: `${traineeId}@pqip.example`, createdAt });
  for (const personId of ['daniel', 'joan'])
    await tx
      .insert(assignments)
      .values({ id: `${personId}-${traineeId}`, kind: 'assessor', personId, traineeId, startsOn: '2026-01-05' });
  await addMet(tx, { id: `account-${traineeId}`, criteria: ['1.1'], traineeId });
  await sample(tx, `account-${traineeId}-1`);
}

/** Something that changes what is under the signature, at the same moment as the signature. */
type Change = (tx: Writer, round: number) => Promise<unknown>;

/** Every round in a fresh trainee's place: the evidence of a round has ids of its own. */
async function raceAgainst({ world, doors }: Race, rounds: number, change: Change): Promise<readonly string[]> {
  const answers: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    await world.database.write((tx) => addMet(tx, { id: `piece-${round}`, criteria: ['1.1'] }));
    const { digest } = await shown(world, criterion('1.1'));
    const first = round % 2 === 0;
    const sign = () => signThrough(doors[0], 'daniel', digest);
    const other = () => outcome(doors[1].write((tx) => change(tx, round)));
    const [one, two] = await Promise.all(first ? [sign(), other()] : [other(), sign()]);
    answers.push(first ? one : two);
    if ((await standing(world)).length > 1) answers.push('signed twice');
    await openAll(world);
  }
  return answers;
}

const findings = async (world: SigningWorld, databaseUrl: string) =>
  (await verifyLedger({ databaseUrl, anchors: world.anchorsDir, publicKeyFile: world.keys.publicKeyFile })).findings;

async function inFile(): Promise<Race & { url: string }> {
  const database = await freshDatabase();
  const world = await openSigningWorld(database, { databaseUrl: database.url, folder: freshFolder() });
  return { world, doors: [database, database], url: database.url };
}

describe('in a file', () => {
  test(
    `${IN_FILE.trainees * IN_FILE.each} races to sign the same criterion leave one signature each`,
    { timeout: 300_000 },
    async () => {
      const race = await inFile();
      await raceToSign(race, IN_FILE);
      await race.world.ledger.anchor();
      expect(await findings(race.world, race.url)).toEqual([]);
    },
  );

  test('a hundred at once leave one signature, and the others are told', async () => {
    const { world, doors } = await inFile();
    await world.database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1'] }));
    const { digest } = await shown(world, criterion('1.1'));
    const signers = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 'daniel' : 'joan') satisfies Person);
    const answers = await Promise.all(signers.map((by) => signThrough(doors[0], by, digest)));
    expect(answers.filter((one) => one === 'done')).toHaveLength(1);
    expect(answers.filter((one) => one.startsWith('Criterion 1.1 was signed off by '))).toHaveLength(99);
    expect(await standing(world)).toHaveLength(1);
  });

  test('against a new decision: signed as it was read, or told that it changed', { timeout: 60_000 }, async () => {
    const race = await inFile();
    const answers = await raceAgainst(race, 40, async (tx, round) => {
      if (round === 1) await sample(tx, 'piece-1-1');
      await addMet(tx, { id: `more-${round}`, criteria: ['1.1'] });
    });
    for (const answer of answers) expect(answer).toMatch(/^done$|changed after you opened this page/);
    expect(new Set(answers).size).toBe(2);
    await race.world.ledger.anchor();
    expect(await findings(race.world, race.url)).toEqual([]);
  });

  test(
    'against a quality assurer who does not agree: no signature stands on what she refused',
    { timeout: 60_000 },
    async () => {
      const race = await inFile();
      const answers = await raceAgainst(race, 40, async (tx, round) => {
        const submissionId = `piece-${round}-1`;
        await sample(tx, submissionId);
        const said = { id: `look-${round}`, submissionId, assessmentId: `piece-${round}-decided` };
        await verifySample(tx, { ...said, outcomes: { '1.1': 'reject' } });
        for (const { id } of (await listSignOffsOfTrainee(tx, 'amara')).filter(({ unlock }) => unlock === null))
          await unlockSignOff(tx, {
            signOffId: id,
            viewer: viewerOf('venetia'),
            reason: 'Not shown.',
            factorAt: new Date(),
          });
        const again = await handIn(tx, { id: `piece-${round}`, criteria: ['1.1'], number: 2 });
        await decide(tx, { id: `again-${round}`, submissionId: again, outcomes: { '1.1': 'met' } });
      });
      for (const answer of answers) expect(answer).toMatch(/^done$|changed after you opened this page|did not agree/);
      await race.world.ledger.anchor();
      expect(await findings(race.world, race.url)).toEqual([]);
    },
  );

  test('against an unlocking: the signature that stood goes, and the new one stands on what is there', async () => {
    const race = await inFile();
    const { world } = race;
    await world.database.write(async (tx) => {
      await addMet(tx, { id: 'account', criteria: ['1.1'] });
      await sample(tx, 'account-1');
    });
    for (let round = 0; round < 40; round += 1) {
      const { signOffId } = await signAs(world, { wanted: criterion('1.1') });
      const { digest } = await shown(world, criterion('1.1'));
      const request = { signOffId, viewer: viewerOf('venetia'), reason: 'Look again.', factorAt: new Date() };
      const opening = () => outcome(world.database.write((tx) => unlockSignOff(tx, request)));
      const [one] = await Promise.all([signThrough(race.doors[0], 'joan', digest), opening(), opening()]);
      expect(one).toMatch(/^done$|^Criterion 1\.1 was signed off by Daniel Marsh/);
      expect((await standing(world)).length).toBe(one === 'done' ? 1 : 0);
      await openAll(world);
    }
    expect(await findings(world, race.url)).toEqual([]);
  });
});

describe.skipIf(!canRunSqld)('on a libSQL server, through two clients', () => {
  let server: SqldServer;
  beforeAll(async () => {
    server = await startSqld();
  });
  afterAll(() => server.stop());

  test(
    `${ON_SERVER.trainees * ON_SERVER.each} races to sign the same criterion leave one signature each`,
    { timeout: 120_000 },
    async () => {
      const open = async () => {
        const database = await openDatabase({ url: server.url });
        onTestFinished(() => database.close());
        return database;
      };
      const doors = [await open(), await open()] as const;
      const world = await openSigningWorld(doors[0], { databaseUrl: server.url, folder: freshFolder() });
      await raceToSign({ world, doors }, ON_SERVER);
      await world.ledger.anchor();
      expect(await findings(world, server.url)).toEqual([]);
    },
  );
});
