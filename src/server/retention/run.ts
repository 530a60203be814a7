import { breathe } from '#db/breathe.ts';
import { listUnusedHashes } from '#db/queries/retention.ts';
import { listDue, listProgrammeEnds } from '#db/queries/retentionDue.ts';
import type { Database, Writer } from '#db/client.ts';
import { type RetentionFile, retentionOn, ruleWords } from '#src/domain/retention/rules.ts';
import { RECORD_GROUPS, type RecordGroup } from '#src/domain/retention/words.ts';
import { dueWindow } from './due.ts';
import { removeContent } from './remove.ts';
import { readRetention } from './rules.ts';

/** Where the bytes of files lie. Removing what is gone already changes nothing. */
export interface ContentStore {
  removeContent(sha256: string): Promise<unknown>;
}

export interface RetentionRun {
  readonly database: Database;
  readonly file: RetentionFile;
  readonly files: ContentStore;
  readonly today: string;
  now(): Date;
  /** At most so many records; the rest is done by the next run. */
  readonly most?: number;
}

/** What a run came to. `changed`: records whose words are not those of their hash, left as they are. */
export interface RunReport {
  readonly removed: Readonly<Record<RecordGroup, number>>;
  readonly changed: readonly { readonly group: RecordGroup; readonly recordId: string }[];
  /** False where the limit of one run was reached first. */
  readonly isWhole: boolean;
}

const BATCH = 40;

interface Batch {
  readonly run: RetentionRun;
  readonly group: RecordGroup;
  readonly skip: readonly string[];
  readonly limit: number;
}

/** One transaction: what is due is asked again inside it, so nothing goes that was unlocked or whose rule was changed meanwhile. */
async function removeBatch(
  tx: Writer,
  { run, group, skip, limit }: Batch,
): Promise<{ removed: number; changed: string[] }> {
  const { file, today } = run;
  const version = retentionOn(await readRetention(tx, file), today);
  const window = dueWindow(await listProgrammeEnds(tx), { rules: version.rules, group, today });
  const due = await listDue(tx, { group, window, skip, limit });
  const reason = `The rule for ${ruleWords(group, version.rules[group])}`;
  const changed: string[] = [];
  for (const recordId of due) {
    const came = await removeContent(tx, { kind: group, recordId, reason, removedBy: null, at: run.now() });
    if (came === 'changed') changed.push(recordId);
  }
  return { removed: due.length - changed.length, changed };
}

async function removeGroup(run: RetentionRun, group: RecordGroup, room: number) {
  const changed: string[] = [];
  let removed = 0;
  while (removed < room) {
    const limit = Math.min(BATCH, room - removed);
    const batch = await run.database.write((tx) => removeBatch(tx, { run, group, skip: changed, limit }));
    removed += batch.removed;
    changed.push(...batch.changed);
    await breathe();
    if (batch.removed + batch.changed.length < limit) return { removed, changed, isWhole: true };
  }
  return { removed, changed, isWhole: false };
}

/** Lets go of the bytes of files that no row shows any more; repeated, it ends what a killed run left over. */
export async function sweepFiles({ database, files }: Pick<RetentionRun, 'database' | 'files'>): Promise<void> {
  const hashes = await database.read(listUnusedHashes);
  for (const sha256 of hashes) await files.removeContent(sha256);
}

/**
 * Removes the content of everything whose time is over, group by group and forty records a transaction, so that others are served in
 * between. What a run that was killed did stays done, and the next one goes on from there.
 */
export async function applyRetention(run: RetentionRun): Promise<RunReport> {
  const removed = Object.fromEntries(RECORD_GROUPS.map((group) => [group, 0])) as Record<RecordGroup, number>;
  const changed: { group: RecordGroup; recordId: string }[] = [];
  let isWhole = true;
  let room = run.most ?? Infinity;
  for (const group of RECORD_GROUPS) {
    const done = await removeGroup(run, group, room);
    removed[group] = done.removed;
    changed.push(...done.changed.map((recordId) => ({ group, recordId })));
    isWhole &&= done.isWhole;
    room -= done.removed;
  }
  await sweepFiles(run);
  return { removed, changed, isWhole };
}
