import { describe, expect, test } from 'vitest';
import { insertSubmissionFiles } from '#db/queries/files.ts';
import { insertWithdrawal } from '#db/queries/snapshots.ts';
import { samples, submissions } from '#db/schema/index.ts';
import { soundOf } from '../../security/hostile/recordings.ts';
import { EVIDENCE, type FileStore, freshFileStore } from '../../support/fileStore.ts';

const AT = new Date('2026-11-23T10:00:00Z');

/** A snapshot with one file; `writerId`: the assessor who wrote it down. */
async function handIn({ database }: FileStore, fileId: string, { number = 1, writerId = null as string | null } = {}) {
  const id = `snapshot-${String(number)}`;
  const row = { id, evidenceId: EVIDENCE, traineeId: 'amara', number, kind: 'reflective_account', writerId } as const;
  await database.write(async (tx) => {
    await tx
      .insert(submissions)
      .values({ ...row, title: '', text: '', qualificationVersion: 'demo-1', sha256: 'x', submittedAt: AT });
    await insertSubmissionFiles(tx, id, [fileId]);
  });
  return id;
}

async function storeWithFile() {
  const store = await freshFileStore();
  return { store, fileId: await store.add('talk.mp3', soundOf()) };
}

describe('a file says of each snapshot that holds it who may read it', () => {
  test('of none while it lies in a draft', async () => {
    const { store, fileId } = await storeWithFile();
    expect(await store.row(fileId)).toMatchObject({ snapshots: [], submissionIds: [], sampledBy: [] });
  });

  test('that it was taken back, and that the one after it stands', async () => {
    const { store, fileId } = await storeWithFile();
    const first = await handIn(store, fileId);
    await store.database.write((tx) => insertWithdrawal(tx, { submissionId: first, withdrawnAt: AT }));
    const second = await handIn(store, fileId, { number: 2 });
    const plain = { awaitsSignatures: false, sampledBy: [], inTraining: [] };
    expect((await store.row(fileId))?.snapshots).toEqual([
      { id: first, withdrawnAt: AT, ...plain },
      { id: second, withdrawnAt: null, ...plain },
    ]);
  });

  test('that a record waits for signatures, and who samples it', async () => {
    const { store, fileId } = await storeWithFile();
    const submissionId = await handIn(store, fileId, { writerId: 'amara' });
    await store.database.write((tx) => tx.insert(samples).values({ submissionId, verifierId: 'amara', sampledAt: AT }));
    expect(await store.row(fileId)).toMatchObject({
      snapshots: [{ id: submissionId, withdrawnAt: null, awaitsSignatures: true, sampledBy: ['amara'] }],
      submissionIds: [submissionId],
      sampledBy: ['amara'],
    });
  });
});
