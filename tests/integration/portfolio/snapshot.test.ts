import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Database, openDatabase } from '#db/client.ts';
import { findPlanItem, insertPlanItem, removePlanItem, unlinkPlanItems } from '#db/queries/assessmentPlan.ts';
import { insertFile, listFilesOfSubmission } from '#db/queries/files.ts';
import { replaceJustifications } from '#db/queries/justifications.ts';
import { insertEvidence, saveEvidence } from '#db/queries/portfolio.ts';
import { insertWithdrawal } from '#db/queries/snapshots.ts';
import { findSubmission, listSubmissionsOfEvidence } from '#db/queries/submissions.ts';
import { readThread } from '#db/queries/thread.ts';
import { detailsText } from '#src/domain/portfolio/details.ts';
import { snapshotHash } from '#src/server/ledger/hashes.ts';
import { ROOM } from '#src/server/room.ts';
import { takeSnapshot } from '#src/server/snapshot.ts';
import { freshFolder } from '../../support/database.ts';
import { openSigningWorld } from '../signing/signingWorld.ts';

const AT = new Date('2026-11-10T10:00:00Z');
const DETAILS = detailsText('observation', { place: 'An interview room', observedBy: 'A colleague' });
let database: Database;

beforeEach(async () => {
  const folder = freshFolder();
  const databaseUrl = pathToFileURL(join(folder, 'portal.db')).href;
  database = await openDatabase({ url: databaseUrl });
  await openSigningWorld(database, { databaseUrl, folder });
  await database.write((tx) =>
    insertEvidence(tx, {
      id: 'visit',
      traineeId: 'amara',
      kind: 'observation',
      title: 'A visit',
      text: 'What was seen.',
      details: DETAILS,
      happenedOn: '2026-11-09',
      claims: ['1.2'],
      whereShown: { '1.2': 'the first line' },
      at: AT,
    }),
  );
  return () => database.close();
});

const addFile = () =>
  database.write((tx) =>
    insertFile(tx, {
      id: 'file',
      evidenceId: 'visit',
      uploadedBy: 'amara',
      name: 'talk.mp3',
      type: 'mp3',
      sizeBytes: 10,
      sha256: 'a'.repeat(64),
      scan: 'clean',
      found: [],
      uploadedAt: AT,
      scannedAt: AT,
      removedAt: null,
    }),
  );
const take = (more: { changeNote?: string; submissionId?: string } = {}) =>
  database.write((tx) => takeSnapshot(tx, { evidenceId: 'visit', changeNote: '', ...more }));
const kept = () => database.read((db) => listSubmissionsOfEvidence(db, 'visit'));

describe('a dated snapshot', () => {
  test('holds the draft with its details, files and answers, and its hash is over all of that', async () => {
    await addFile();
    const justification = { place: 'text', kind: 'name', reason: 'A made-up person of a training case' } as const;
    await database.write((tx) =>
      replaceJustifications(tx, {
        evidenceId: 'visit',
        places: ['text'],
        justifications: [justification],
        personId: 'amara',
        at: AT,
        newId: randomUUID,
      }),
    );
    const taken = await take();
    expect(taken).toMatchObject({
      format: 2,
      number: 1,
      kind: 'observation',
      details: DETAILS,
      happenedOn: '2026-11-09',
    });
    expect(taken?.files.map(({ name }) => name)).toEqual(['talk.mp3']);
    expect(taken?.justifications).toEqual([justification]);
    const found = await database.read((db) => findSubmission(db, taken?.id ?? ''));
    expect(found).toMatchObject({ sha256: taken?.sha256, whereShown: { '1.2': 'the first line' }, fileCount: 1 });
    const { sha256, ...snapshot } = taken ?? { sha256: '' };
    expect(snapshotHash(snapshot as never)).toBe(sha256);
    const files = await database.read((db) => listFilesOfSubmission(db, taken?.id ?? ''));
    expect(files.map(({ id }) => id)).toEqual(['file']);
    const { facts } = await database.read((db) => readThread(db, 'visit'));
    expect(facts).toMatchObject([{ fact: 'file', submissionId: taken?.id, name: 'talk.mp3', scan: 'clean' }]);
  });

  test('stays as it is while the draft goes on, and the next one has the next number', async () => {
    await take();
    await database.write((tx) =>
      saveEvidence(tx, { id: 'visit', title: 'A visit', text: 'Written later.', claims: ['1.2'], basedOn: 1, at: AT }),
    );
    expect((await kept()).map(({ number, text }) => [number, text])).toEqual([[1, 'What was seen.']]);
    const [{ id } = { id: '' }] = await kept();
    await database.write((tx) => insertWithdrawal(tx, { submissionId: id, withdrawnAt: AT }));
    await take();
    expect((await kept()).map(({ number, text }) => [number, text])).toEqual([
      [1, 'What was seen.'],
      [2, 'Written later.'],
    ]);
  });

  test('is taken once however often its form comes', async () => {
    const submissionId = randomUUID();
    expect(await take({ submissionId })).not.toBeNull();
    expect(await take({ submissionId })).toBeNull();
    expect(await kept()).toHaveLength(1);
  });

  test('is refused while one waits, and nothing of it is left behind', async () => {
    await take();
    await expect(take()).rejects.toMatchObject({ code: 'conflict' });
    expect(await kept()).toHaveLength(1);
  });

  test('is refused while a file waits for the scanner', async () => {
    await addFile();
    await database.write((tx) => tx.run(`update evidence_files set scan = 'pending'`));
    await expect(take()).rejects.toMatchObject({
      code: 'bad_input',
      fields: { files: expect.stringContaining('talk.mp3') },
    });
    expect(await kept()).toEqual([]);
  });

  test('is refused where there is no room for another version', async () => {
    await database.write((tx) =>
      tx.run(sql`insert into submissions (id, evidence_id, trainee_id, number, kind, title, text, qualification_version, sha256, submitted_at)
        select 'full-' || value, 'visit', 'amara', value, 'observation', '', '', 'small-1', 'x', 1 from (with recursive n(value) as (select 1 union all select value + 1 from n where value < ${ROOM.snapshots.most}) select value from n)`),
    );
    await expect(take()).rejects.toMatchObject({
      code: 'bad_input',
      message: expect.stringContaining('There is room for 200'),
    });
    expect(await kept()).toHaveLength(ROOM.snapshots.most);
  });

  test('is refused of evidence that was taken out, and of none', async () => {
    await database.write((tx) => tx.run(`update evidence_items set removed_at = 1`));
    await expect(take()).rejects.toMatchObject({ code: 'not_found' });
  });

  test('has the words of a witness under their own heading, with who wrote them', async () => {
    await database.write(async (tx) => {
      await tx.run(`insert into witness_requests (id, evidence_id, token_hash, witness_name, witness_job, question, made_by, made_at, expires_at)
        values ('asked', 'visit', 'x', 'Pat Lowe', 'Hostel manager', 'What did you see?', 'amara', 1, 2)`);
      await tx.run(`insert into witness_answers (evidence_id, request_id, name, job, relationship, text, sha256, answered_at)
        values ('visit', 'asked', 'Pat Lowe', 'Hostel manager', 'We meet weekly', 'She listened.', 'y', 2)`);
    });
    const taken = await take();
    expect(taken?.text).toBe('What was seen.\n\nWhat the witness wrote:\n\nShe listened.');
    expect(JSON.parse(taken?.details ?? '{}')).toEqual({
      place: 'An interview room',
      observedBy: 'A colleague',
      witnessName: 'Pat Lowe',
      witnessJob: 'Hostel manager',
      witnessRelationship: 'We meet weekly',
    });
  });
});

describe('what was planned and is answered by a snapshot', () => {
  const plan = (id: string, change: { criteria?: string[]; kind?: 'reflective_account' } = {}) =>
    database.write((tx) =>
      insertPlanItem(tx, {
        ...{ id, traineeId: 'amara', plannedBy: 'daniel', kind: 'observation', criteria: ['1.2'], plannedAt: AT },
        ...{ qualificationVersion: 'small-1', plannedOn: '2026-11-20', words: '', ...change },
      }),
    );
  const answer = async (id: string) => (await database.read((db) => findPlanItem(db, id)))?.evidenceId;

  test('is linked to it: of its kind, with a criterion that it claims, and still in the plan', async () => {
    await plan('fits');
    await plan('other-kind', { kind: 'reflective_account' });
    await plan('other-criterion', { criteria: ['1.1'] });
    await plan('taken-out');
    await database.write((tx) => removePlanItem(tx, { id: 'taken-out', at: AT }));
    await take();
    expect(await answer('fits')).toBe('visit');
    for (const id of ['other-kind', 'other-criterion', 'taken-out']) expect(await answer(id), id).toBeNull();
  });

  test('is let go where the snapshot is taken back, and linked again to the next', async () => {
    await plan('fits');
    const first = await take();
    await database.write(async (tx) => {
      await unlinkPlanItems(tx, 'visit');
      expect((await findPlanItem(tx, 'fits'))?.evidenceId, 'while it is handed in').toBe('visit');
      await insertWithdrawal(tx, { submissionId: first?.id ?? '', withdrawnAt: AT });
      await unlinkPlanItems(tx, 'visit');
    });
    expect(await answer('fits')).toBeNull();
    await take({ changeNote: 'Another line.' });
    expect(await answer('fits')).toBe('visit');
  });
});
