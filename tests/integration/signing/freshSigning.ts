import { beforeEach } from 'vitest';
import { listSignOffsOfTrainee } from '#db/queries/signing.ts';
import { verifyLedger } from '../../../scripts/verify/verifyLedger.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import { addMet } from './decidedEvidence.ts';
import { criterion, openSigningWorld, QUALIFICATION, signAs, type SigningWorld, unit } from './signingWorld.ts';

/** What stands before each test of a file: a database of its own with people, a small qualification, a ledger and keys. */
export interface FreshSigning {
  readonly database: TestDatabase;
  readonly world: SigningWorld;
}

/** Opens a new signing world before each test. Read `database` and `world` inside tests only. */
export function freshSigning(): FreshSigning {
  let opened: FreshSigning | null = null;
  beforeEach(async () => {
    const database = await freshDatabase();
    opened = {
      database,
      world: await openSigningWorld(database, { databaseUrl: database.url, folder: freshFolder() }),
    };
  });
  const now = () => {
    if (!opened) throw new Error('Nothing is open before the first test.');
    return opened;
  };
  return {
    get database() {
      return now().database;
    },
    get world() {
      return now().world;
    },
  };
}

/** What was signed for Amara, by entry. */
export const signOffsOf = ({ database }: FreshSigning) => database.read((db) => listSignOffsOfTrainee(db, 'amara'));

/** What the verifier says now. */
export function verified({ database, world }: FreshSigning) {
  const { anchorsDir: anchors, keys } = world;
  return verifyLedger({ databaseUrl: database.url, anchors, publicKeyFile: keys.publicKeyFile });
}

/** What the verifier finds now. */
export const findingsOf = async (signing: FreshSigning): Promise<readonly string[]> =>
  (await verified(signing)).findings;

/** Enough for every criterion: an account and an observation for 1.2, an account for the rest. */
export async function showEverything({ database }: FreshSigning): Promise<void> {
  await database.write(async (tx) => {
    await addMet(tx, { id: 'account', criteria: ['1.1', '1.2', '2.1'], withFile: true });
    await addMet(tx, { id: 'seen', criteria: ['1.2'], kind: 'observation' });
  });
}

/** Everything shown and signed: three criteria, two units, the qualification. */
export async function signEverything(signing: FreshSigning): Promise<void> {
  await showEverything(signing);
  for (const wanted of [criterion('1.1'), criterion('1.2'), criterion('2.1'), unit('1'), unit('2'), QUALIFICATION])
    await signAs(signing.world, { wanted });
}
