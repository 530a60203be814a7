import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { verifyLedger } from '../../../scripts/verify/verifyLedger.ts';
import { freshFolder } from '../../support/database.ts';
import { canRunSqld, startSqld, type SqldServer } from '../../support/sqldServer.ts';
import { openWorld, signOff, signOffEach } from './signedPortfolio.ts';

describe.skipIf(!canRunSqld)('on a libSQL server', () => {
  let server: SqldServer;

  beforeAll(async () => {
    server = await startSqld();
  });

  afterAll(() => server.stop());

  test('twenty sign-offs at once become one chain, anchored and verified', async () => {
    const database = await openDatabase({ url: server.url });
    onTestFinished(() => database.close());
    const world = await openWorld(database, { databaseUrl: server.url, folder: freshFolder() });
    await signOffEach({ first: 1, last: 2 }, world);
    const numbers = Array.from({ length: 20 }, (_, index) => index + 3);
    await Promise.all(numbers.map((n) => database.write((tx) => signOff(world, tx, n))));
    await world.ledger.anchor();
    const { publicKeyFile } = world.keys;
    const report = await verifyLedger({ databaseUrl: server.url, anchors: world.anchorsDir, publicKeyFile });
    expect(report).toMatchObject({ findings: [], entries: 22 });
    expect(await world.ledger.status()).toMatchObject({ entries: 22, anchored: 22 });
  });
});
