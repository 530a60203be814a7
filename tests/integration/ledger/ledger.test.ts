import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '#db/client.ts';
import { ledgerEntries } from '#db/schema/ledger.ts';
import { signOffs } from '#db/schema/portfolio.ts';
import type { SignOffBody } from '#src/domain/ledger/entryBody.ts';
import { openLedger } from '#src/server/ledger/index.ts';
import { verifyLedger } from '../../../scripts/verify/verifyLedger.ts';
import { freshDatabase, freshFolder, type TestDatabase } from '../../support/database.ts';
import {
  insertDecidedEvidence,
  momentOf,
  openWorld,
  signOff,
  signOffEach,
  type LedgerWorld,
} from './signedPortfolio.ts';

let database: TestDatabase;
let folder: string;
let world: LedgerWorld;

beforeEach(async () => {
  database = await freshDatabase();
  folder = freshFolder();
  world = await openWorld(database, { databaseUrl: database.url, folder });
});

const anchors = () => readdirSync(join(folder, 'anchors')).filter((name) => name.endsWith('.anchor'));
const entries = () => database.read((db) => db.select().from(ledgerEntries).orderBy(ledgerEntries.seq));
const verified = () =>
  verifyLedger({ databaseUrl: database.url, anchors: world.anchorsDir, publicKeyFile: world.keys.publicKeyFile });
const reopened = () => openWorld(database, { databaseUrl: database.url, folder });

describe('signing off', () => {
  test('adds an entry that names the one before it, and an anchor for each', async () => {
    await signOffEach({ first: 1, last: 3 }, world);
    const [first, second, third] = await entries();
    expect([first?.seq, second?.prevHash, third?.prevHash]).toEqual([1, first?.hash, second?.hash]);
    expect(first?.recordedAt).toEqual(new Date(Math.floor(momentOf(1).getTime() / 1000) * 1000));
    expect(anchors()).toHaveLength(3);
    expect(await world.ledger.status()).toMatchObject({ entries: 3, head: third?.hash, anchored: 3 });
    expect(world.alarms).toEqual([]);
  });

  test('is verified by a program that shares no code with it', async () => {
    await signOffEach({ first: 1, last: 3 }, world);
    expect(await verified()).toMatchObject({
      findings: [],
      notes: [],
      entries: 3,
      anchors: 3,
      anchoredAt: '2026-11-21T10:00:00Z',
    });
  });

  test('holds nothing that says who anybody is', async () => {
    await signOffEach({ first: 1, last: 1 }, world);
    const [entry] = await entries();
    expect(entry?.body).not.toMatch(/Amara|Daniel|@|visit|argued/);
  });

  test('leaves nothing behind when the transaction fails after the entry', async () => {
    const failing = database.write(async (tx) => {
      await signOff(world, tx, 1);
      throw new Error('the power of speech');
    });
    await expect(failing).rejects.toThrow('the power of speech');
    expect(await entries()).toEqual([]);
    await signOffEach({ first: 2, last: 2 }, world);
    expect(await verified()).toMatchObject({ findings: [], entries: 1 });
  });

  test('twice is refused, and the second leaves no entry', async () => {
    await signOffEach({ first: 1, last: 1 }, world);
    const again = database.write(async (tx) => {
      const [entry] = await tx.select().from(ledgerEntries);
      const body = JSON.parse(entry?.body ?? '') as SignOffBody;
      const { seq } = await world.ledger.append(tx, body);
      await tx.insert(signOffs).values({
        submissionId: body.submissionId,
        assessmentId: body.assessmentId,
        signedBy: 'daniel',
        signedAt: momentOf(9),
        ledgerSeq: seq,
      });
    });
    await expect(again).rejects.toThrow();
    expect(await entries()).toHaveLength(1);
  });

  test('thirty at once become one chain without a gap, each anchored', async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index + 1);
    await Promise.all(
      numbers.map(async (n) => {
        await database.write((tx) => signOff(world, tx, n));
        await world.ledger.anchor();
      }),
    );
    expect(await verified()).toMatchObject({ findings: [], entries: 30 });
    expect(await world.ledger.status()).toMatchObject({ entries: 30, anchored: 30 });
  });
});

describe('anchors', () => {
  test('lie in a folder of their own as text that a person can read, and are never written over', async () => {
    await signOffEach({ first: 1, last: 1 }, world);
    const [name] = anchors();
    const before = statSync(join(world.anchorsDir, name!)).mtimeMs;
    await world.ledger.anchor();
    await reopened();
    expect(anchors()).toEqual([name]);
    expect(statSync(join(world.anchorsDir, name!)).mtimeMs).toBe(before);
    expect(name).toMatch(/^000000001-[0-9a-f]{16}-[0-9a-f]{16}\.anchor$/);
  });

  test('that a crash prevented are made good at the next start', async () => {
    await database.write((tx) => signOff(world, tx, 1));
    expect(anchors()).toEqual([]);
    await reopened();
    expect(anchors()).toHaveLength(1);
  });

  test('that could not be written sound the alarm, lose no sign-off, and are made good at the next one', async () => {
    rmSync(world.anchorsDir, { recursive: true });
    writeFileSync(world.anchorsDir, 'in the way');
    await signOffEach({ first: 1, last: 2 }, world);
    expect(world.alarms).toHaveLength(2);
    expect(world.alarms[0]).toContain('The sign-off is stored, but its anchor could not be written');
    rmSync(world.anchorsDir);
    await signOffEach({ first: 3, last: 3 }, world);
    expect(anchors()).toHaveLength(3);
    expect(await verified()).toMatchObject({ findings: [], entries: 3 });
  });

  test('of other databases in the same folder are left alone', async () => {
    await signOffEach({ first: 1, last: 2 }, world);
    const other = await freshDatabase();
    const second = await openWorld(other, { databaseUrl: other.url, folder });
    await signOffEach({ first: 5, last: 5 }, second);
    expect(anchors()).toHaveLength(3);
    expect(await verified()).toMatchObject({
      findings: [],
      entries: 2,
      anchors: 2,
      notes: ['Not looked at, because made for a database at another address: 1 of the anchors in the folder.'],
    });
  });

  test('of an older demo at the same address are moved aside when a new one was made, and kept', async () => {
    await signOffEach({ first: 1, last: 2 }, world);
    const { keys, anchorsDir, alarms } = world;
    await openLedger({
      database,
      databaseUrl: database.url,
      keys,
      anchorsDir,
      now: () => momentOf(7),
      alarm: (words) => alarms.push(words),
      fresh: true,
    });
    expect(readdirSync(join(anchorsDir, 'set-aside', '2026-11-21T111000Z'))).toHaveLength(2);
    expect(alarms.join()).toContain('moved to');
  });
});

describe('reading while the portal has the file', () => {
  test('the verifier sees what is committed, waits for nobody, and holds nobody up', async () => {
    await signOffEach({ first: 1, last: 2 }, world);
    expect(existsSync(`${database.path}-wal`)).toBe(true);
    await database.write(async (tx) => {
      await signOff(world, tx, 3);
      expect(await verified()).toMatchObject({ findings: [], entries: 2 });
    });
    expect(await verified()).toMatchObject({ findings: [], entries: 3 });
    await signOffEach({ first: 4, last: 4 }, world);
    expect(await verified()).toMatchObject({ findings: [], entries: 4 });
  });

  test('evidence that was decided and not signed is no finding', async () => {
    await signOffEach({ first: 1, last: 1 }, world);
    await database.write((tx) => insertDecidedEvidence(tx, 2));
    expect(await verified()).toMatchObject({ findings: [], entries: 1 });
  });

  test('a database that was closed and opened again is verified as before', async () => {
    await signOffEach({ first: 1, last: 2 }, world);
    await database.close();
    expect(await verified()).toMatchObject({ findings: [], entries: 2 });
    const again = await openDatabase({ url: database.url });
    onTestFinished(() => again.close());
    await openWorld(again, { databaseUrl: database.url, folder });
    expect(await verified()).toMatchObject({ findings: [], entries: 2 });
  });
});
