import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { listSignOffsOfTrainee } from '#db/queries/signing.ts';
import { listSubmissionsOfTrainee } from '#db/queries/submissions.ts';
import { listVerifications } from '#db/queries/verifications.ts';
import { isRefusal } from '#src/domain/errors.ts';
import type { VerificationOutcome } from '#src/domain/quality/words.ts';
import { loadQueue } from '#src/server/assessorQueue.ts';
import { gridOfTrainee } from '#src/server/grid.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { keepLook, type SentLook } from '#src/server/quality/verifying.ts';
import { verifyLedger } from '../../../scripts/verify/verifyLedger.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import { addMet, decide, sample } from '../signing/decidedEvidence.ts';
import {
  criterion,
  openSigningWorld,
  type Person,
  signAs,
  type SigningWorld,
  unit,
  viewerOf,
} from '../signing/signingWorld.ts';

let database: TestDatabase;
let world: SigningWorld;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openSigningWorld(database, { databaseUrl: database.url, folder: freshFolder() });
});

const YES = { valid: true, authentic: true, current: true, sufficient: true };

function aLook(said: Readonly<Record<string, VerificationOutcome>>, change: Partial<SentLook> = {}): SentLook {
  return {
    ...{ verificationId: randomUUID(), submissionId: 'account-1', assessmentId: 'account-decided', seenLook: '' },
    said: Object.entries(said).map(([criterionId, outcome]) => ({ criterionId, outcome, reason: 'Two years old.' })),
    ...{ tests: YES, words: '' },
    ...change,
  };
}

const keep = (look: SentLook, factorAt: Date | null = new Date(), by: Person = 'venetia') =>
  database.write((tx) => keepLook(tx, look, { viewer: viewerOf(by), factorAt }));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'kept',
    (error: unknown) => (isRefusal(error) ? { code: error.code, fields: Object.keys(error.fields) } : error),
  );
const looks = () => database.read((db) => listVerifications(db, 'account-1'));
const standing = async () => {
  const signOffs = await database.read((db) => listSignOffsOfTrainee(db, 'amara'));
  return signOffs.filter(({ unlock }) => unlock === null).map(({ subjectId }) => subjectId);
};
const grid = () =>
  database.read(async (db) => {
    const found = gridOfTrainee(await readQualifications(db), await listSubmissionsOfTrainee(db, 'amara'));
    return Object.fromEntries(found.units.flatMap(({ criteria }) => criteria.map(({ id, state }) => [id, state])));
  });
const waiting = async () =>
  (await database.read((db) => loadQueue(db, viewerOf('daniel')))).waiting.map(({ id }) => id);

/** An account that shows 1.1 and 2.1, both signed off, and the unit of the second; in Venetia's sample. */
async function signedAccount(): Promise<void> {
  await database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1', '2.1'] }));
  await database.write((tx) => sample(tx, 'account-1'));
  for (const wanted of [criterion('1.1'), criterion('2.1'), unit('2')]) await signAs(world, { wanted });
}

describe('agreeing', () => {
  test('makes what is signed off checked, and opens nothing', async () => {
    await signedAccount();
    expect(await keep(aLook({ '1.1': 'agree', '2.1': 'agree' }), null)).toBe(0);
    expect(await grid()).toMatchObject({ '1.1': 'checked', '2.1': 'checked' });
    expect(await waiting()).toEqual([]);
  });

  test('with what nobody has signed yet keeps it as it is', async () => {
    await database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1'] }));
    await database.write((tx) => sample(tx, 'account-1'));
    await keep(aLook({ '1.1': 'agree' }), null);
    expect(await grid()).toMatchObject({ '1.1': 'working_towards' });
  });
});

describe('not agreeing', () => {
  test('opens the signatures that rest on it and what stands on them, each an entry, and puts it back into the queue', async () => {
    await signedAccount();
    expect(await keep(aLook({ '1.1': 'agree', '2.1': 'reject' }))).toBe(1);
    await world.ledger.anchor();
    expect(await standing()).toEqual(['1.1']);
    expect(await waiting()).toEqual(['account-1']);
    expect(await grid()).toMatchObject({ '1.1': 'checked', '2.1': 'claimed' });
    const { keys, anchorsDir: anchors } = world;
    const verified = await verifyLedger({ databaseUrl: database.url, anchors, publicKeyFile: keys.publicKeyFile });
    expect(verified.findings).toEqual([]);
  });

  test('without a password keeps nothing at all where a signature rests on it', async () => {
    await signedAccount();
    const answer = await refusal(keep(aLook({ '1.1': 'agree', '2.1': 'reject' }), null));
    expect(answer).toEqual({ code: 'bad_input', fields: ['password'] });
    expect(await looks()).toEqual([]);
    expect(await standing()).toEqual(['1.1', '2.1', '2']);
  });

  test('a signature that rests on other decisions stands', async () => {
    await database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1'] }));
    await signAs(world, { wanted: criterion('1.1') });
    await database.write((tx) => addMet(tx, { id: 'later', criteria: ['1.1'] }));
    await database.write((tx) => sample(tx, 'later-1'));
    const look = aLook({ '1.1': 'reject' }, { submissionId: 'later-1', assessmentId: 'later-decided' });
    expect(await keep(look, null)).toBe(0);
    expect(await standing()).toEqual(['1.1']);
  });

  test('once it is decided and signed anew, and agreed, everything is checked again', async () => {
    await signedAccount();
    await keep(aLook({ '1.1': 'agree', '2.1': 'reject' }));
    const again = {
      id: 'again',
      submissionId: 'account-1',
      at: new Date(),
      outcomes: { '1.1': 'met', '2.1': 'met' },
    } as const;
    await database.write((tx) => decide(tx, again));
    await signAs(world, { wanted: criterion('2.1') });
    expect(await grid()).toMatchObject({ '2.1': 'met' });
    await keep(aLook({ '1.1': 'agree', '2.1': 'agree' }, { assessmentId: 'again' }), null);
    expect(await grid()).toMatchObject({ '1.1': 'checked', '2.1': 'checked' });
  });

  test('opens a signature whose decision a later assessment carried over', async () => {
    await signedAccount();
    await keep(aLook({ '1.1': 'agree', '2.1': 'reject' }));
    const again = { id: 'again', submissionId: 'account-1', at: new Date() };
    await database.write((tx) => decide(tx, { ...again, outcomes: { '1.1': 'met', '2.1': 'met' } }));
    expect(await standing()).toEqual(['1.1']);
    expect(await keep(aLook({ '1.1': 'reject', '2.1': 'agree' }, { assessmentId: 'again' }))).toBe(1);
    expect(await standing()).toEqual([]);
  });
});

describe('what cannot be verified', () => {
  test('decisions that wait for a countersignature', async () => {
    await database.write((tx) =>
      addMet(tx, { id: 'account', criteria: ['1.1'], assessorId: 'owen', needsCountersign: true }),
    );
    await database.write((tx) => sample(tx, 'account-1'));
    expect(await refusal(keep(aLook({ '1.1': 'agree' })))).toEqual({ code: 'conflict', fields: [] });
  });

  test('what is in nobody’s sample, is not there, or was not decided', async () => {
    await database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1'] }));
    expect(await refusal(keep(aLook({ '1.1': 'agree' })))).toMatchObject({ code: 'not_found' });
    expect(await refusal(keep(aLook({}, { submissionId: 'nothing' })))).toMatchObject({ code: 'not_found' });
  });

  test('by an assessor, whoever sampled it', async () => {
    await database.write((tx) => addMet(tx, { id: 'account', criteria: ['1.1'] }));
    await database.write((tx) => sample(tx, 'account-1', 'joan'));
    expect(await refusal(keep(aLook({ '1.1': 'agree' }), null, 'joan'))).toMatchObject({ code: 'not_allowed' });
  });
});

test('a repeat of the same look changes nothing, whatever else it says', async () => {
  await signedAccount();
  const first = aLook({ '1.1': 'agree', '2.1': 'agree' });
  await keep(first, null);
  expect(await keep({ ...aLook({ '1.1': 'reject', '2.1': 'reject' }), verificationId: first.verificationId })).toBe(0);
  expect(await looks()).toHaveLength(1);
  expect(await standing()).toEqual(['1.1', '2.1', '2']);
});
