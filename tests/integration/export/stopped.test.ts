import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findExport, insertExport } from '#db/queries/exports.ts';
import {
  addFile,
  copyOf,
  type LeavingPortal,
  makeExport,
  openLeavingPortal,
  over,
  removeFolder,
  unpacked,
} from './leaving.ts';

const PERSON = 'amara';
const ID = '7f1b2c3d-0000-4000-8000-000000000001';

let template: string;
let leaving: LeavingPortal;
beforeAll(async () => {
  const made = await openLeavingPortal();
  await made.stop();
  template = made.folder;
});
afterAll(() => removeFolder(template));
beforeEach(async () => {
  leaving = await openLeavingPortal(copyOf(template));
});
afterEach(async () => {
  await leaving.stop();
  removeFolder(leaving.folder);
});

const exportsDir = () => path.join(leaving.folder, 'data/files/exports');
const ask = () =>
  leaving.portal.database.write((tx) => insertExport(tx, { id: ID, traineeId: PERSON, askedAt: new Date() }));
const row = () => leaving.portal.database.read((db) => findExport(db, ID));

async function startAgain(): Promise<void> {
  await leaving.stop();
  leaving = await openLeavingPortal(leaving.folder);
}

describe('an export that a stop of the portal cut short', () => {
  test('is made anew at the next start, whatever was half written', async () => {
    await ask();
    writeFileSync(path.join(exportsDir(), `${ID}.zip.part`), 'half a zip');
    await startAgain();
    expect(await over(leaving.portal, ID)).toMatchObject({ failedAt: null, sizeBytes: expect.any(Number) });
    expect((await unpacked(leaving, ID)).has('index.html')).toBe(true);
    expect(readdirSync(exportsDir())).toEqual([`${ID}.zip`]);
  });

  test('is given up when it was cut short twice, and she is told instead of waiting', async () => {
    await ask();
    writeFileSync(path.join(exportsDir(), `${ID}.again`), '');
    await startAgain();
    expect(await row()).toMatchObject({ readyAt: null, failedAt: expect.any(Date) });
    expect(readdirSync(exportsDir())).toEqual([]);
  });
});

describe('a file of evidence that cannot be read', () => {
  test('fails the export honestly: nothing half made stays, and the next one goes through', async () => {
    const evidenceId = `${PERSON}-evidence-1`;
    const file = { evidenceId, uploadedBy: PERSON, name: 'plan.pdf', type: 'pdf', content: Buffer.from('%PDF-1.7') };
    const { sha256 } = addFile(leaving, file);
    rmSync(path.join(leaving.folder, 'data/files/store', sha256.slice(0, 2), sha256));
    expect(await makeExport(leaving, PERSON)).toMatchObject({ readyAt: null, failedAt: expect.any(Date) });
    expect(readdirSync(exportsDir())).toEqual([]);
    addFile(leaving, file);
    expect(await makeExport(leaving, PERSON)).toMatchObject({ failedAt: null });
  });
});

describe('a finished file', () => {
  test('takes the place of the one before', async () => {
    const first = await makeExport(leaving, PERSON);
    const second = await makeExport(leaving, PERSON);
    await expect.poll(() => readdirSync(exportsDir())).toEqual([`${second.id}.zip`]);
    await expect
      .poll(() => leaving.portal.database.read((db) => findExport(db, first.id)))
      .toMatchObject({ removedAt: expect.any(Date) });
  });

  test('is removed once its time is over', async () => {
    const { id } = await makeExport(leaving, PERSON);
    leaving.tables.prepare('update portfolio_exports set expires_at = 1780000000 where id = ?').run(id);
    await leaving.portal.exports.removeExpired();
    expect(existsSync(path.join(exportsDir(), `${id}.zip`))).toBe(false);
    expect(await leaving.portal.database.read((db) => findExport(db, id))).toMatchObject({
      removedAt: expect.any(Date),
    });
  });
});
