import { insertAuditEntries } from '#db/queries/audit.ts';
import { findImport, type ImportRecord, type ImportStateRecord, updateImport } from '#db/queries/people/imports.ts';
import type { Reader, Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { isRefusal, Refusal } from '#src/domain/errors.ts';
import { pageAsked } from '#src/domain/pageAsked.ts';
import { checkRows } from '#src/domain/people/checkRows.ts';
import type { ImportProgress } from '#src/domain/people/importing.ts';
import { type ImportPlan, importPlan, type LineState, planCounts } from '#src/domain/people/plan.ts';
import type { PersonRow } from '#src/domain/people/readRows.ts';
import type { RowProblem } from '#src/domain/csv/rowProblem.ts';
import { inviteAll } from '../accounts/invitations.ts';
import { newId, now, portal, read, write } from '../portal.ts';
import { forgetCounts } from '../quality/population.ts';
import { writePlan } from './importRows.ts';
import { readPeopleWorld } from './world.ts';

/** What an import still has to do: rows to write, then people to invite. */
interface Left {
  readonly rows?: readonly PersonRow[];
  readonly invite?: boolean;
  readonly byId?: string;
  /** Whom to invite, once the rows are written. */
  readonly toInvite?: readonly string[];
}

const leftOf = ({ rows }: Pick<ImportRecord, 'rows'>): Left => (rows === '' ? {} : (JSON.parse(rows) as Left));

/** What this process is at, with how much of it is done. */
const live = new Map<string, { done: number; total: number }>();

/** How far an import is: what this portal is at, or what is written. */
export function progressOf(record: ImportStateRecord): ImportProgress {
  const here = live.get(record.id);
  const { state, done, total } = record;
  if (state !== 'running' || !here) return { state, done, total, isLive: false };
  return { state, ...here, isLive: true };
}

/** What an import that waits would do now, or what has become wrong with it. Two queries in one round trip. */
async function foreseeImport(
  db: Reader,
  record: ImportRecord,
): Promise<{ plan: ImportPlan; problems: readonly RowProblem[] }> {
  const rows = leftOf(record).rows ?? [];
  const world = await readPeopleWorld(db, rows);
  return { plan: importPlan(rows, world, newId), problems: checkRows(rows, world) };
}

interface Asked {
  readonly id: string;
  /** Whether everybody who is new gets a link to set her password. */
  readonly invite: boolean;
}

/**
 * Lets an import begin, or go on after the portal was stopped in the middle of it. A repeat changes nothing. Throws `not_found`,
 * `bad_input` where something in the portal has changed so that the rows are not right any more, `conflict` for one that is put aside.
 */
export async function beginImport(tx: Writer, viewer: Pick<Viewer, 'id'>, { id, invite }: Asked): Promise<void> {
  const record = await findImport(tx, id);
  if (!record) throw new Refusal('not_found');
  if (record.state === 'done' || record.state === 'running') return;
  if (record.state !== 'read')
    throw new Refusal('conflict', { words: 'This file was put aside. Begin again from the file.' });
  const { plan, problems } = await foreseeImport(tx, record);
  if (problems.length > 0) throw new Refusal('bad_input', { words: NOT_RIGHT_ANY_MORE });
  const invited = invite && portal().mail.isSetUp;
  const left: Left = { rows: leftOf(record).rows ?? [], invite: invited, byId: viewer.id };
  const total = plan.lines.length + (invited ? plan.added.length : 0);
  const change = { state: 'running', rows: JSON.stringify(left), total, done: 0, problem: null } as const;
  await updateImport(tx, { id, from: ['read'] }, change);
}

const NOT_RIGHT_ANY_MORE =
  'Something in the portal changed after the file was read, so that it does not fit any more. Nothing was written. Look at the problems below.';

/** Puts a file that was read aside: its rows are emptied. A repeat changes nothing. */
export async function dropImport(tx: Writer, id: string): Promise<void> {
  await updateImport(tx, { id, from: ['read'] }, { state: 'dropped', rows: '', finishedAt: now() });
}

/** Does what an import that has begun still has to do, and returns at once. Nothing happens where this portal is at it already. */
export function carryOn(id: string): void {
  if (live.has(id)) return;
  live.set(id, { done: 0, total: 0 });
  setImmediate(() => {
    finishImport(id).catch((error: unknown) =>
      portal().log.error({ err: error }, 'an import could not be noted as failed'),
    );
  });
}

/** Rows in one transaction, then invitations a hundred at a time. What goes wrong is noted; nothing is thrown for it. */
async function finishImport(id: string): Promise<void> {
  try {
    await write((tx) => bringRowsIn(tx, id));
    while (await write((tx) => inviteSome(tx, id)));
    forgetCounts();
  } catch (error) {
    await noteFault(id, error);
  } finally {
    live.delete(id);
  }
}

async function noteFault(id: string, error: unknown): Promise<void> {
  const isBusy = isRefusal(error);
  if (!isBusy) portal().log.error({ err: error }, 'an import failed');
  const record = await read((db) => findImport(db, id));
  // Rows that are written stay written; only invitations are left, and they go on from where they stopped.
  if (record?.state !== 'running' || leftOf(record).toInvite) return;
  const problem = isBusy ? 'The records were busy, so nothing was written. Bring it in once more.' : FAILED;
  const change = isBusy
    ? { state: 'read' as const, problem }
    : { state: 'failed' as const, rows: '', finishedAt: now(), problem };
  await write((tx) => updateImport(tx, { id, from: ['running'] }, change));
}

const FAILED =
  'It could not be finished because of a fault of the portal, which is noted in its log. Nothing was written.';

/** All rows or none. The rules are asked again: the portal may have changed since the file was read. */
async function bringRowsIn(tx: Writer, id: string): Promise<void> {
  const record = await findImport(tx, id);
  if (record?.state !== 'running') return;
  const { rows, invite = false, byId } = leftOf(record);
  if (!rows || byId === undefined) return;
  const { plan, problems } = await foreseeImport(tx, record);
  if (problems.length > 0)
    return void (await updateImport(tx, { id, from: ['running'] }, { state: 'read', problem: NOT_RIGHT_ANY_MORE }));
  const { total } = record;
  await writePlan(tx, plan, {
    ...{ importId: id, byId },
    onShare: (share) => live.set(id, { done: Math.floor(rows.length * share), total }),
  });
  const counts = planCounts(plan);
  const entry = { id: newId(), at: now(), actorId: byId, act: 'import.done' as const };
  await insertAuditEntries(tx, [{ ...entry, details: { importId: id, ...counts } }]);
  const toInvite = invite ? plan.added.map((person) => person.id) : [];
  const rest = toInvite.length > 0 ? JSON.stringify({ toInvite, byId } satisfies Left) : '';
  const end = rest === '' ? { state: 'done' as const, finishedAt: now() } : {};
  await updateImport(
    tx,
    { id, from: ['running'] },
    { rows: rest, done: rows.length, counts: JSON.stringify(counts), ...end },
  );
}

const INVITED_AT_A_TIME = 100;

/** Invites the next hundred; true while there are more. Whom it invited is taken off the list in the same transaction. */
async function inviteSome(tx: Writer, id: string): Promise<boolean> {
  const record = await findImport(tx, id);
  if (record?.state !== 'running') return false;
  const { toInvite = [], byId } = leftOf(record);
  if (byId === undefined) return false;
  const [some, rest] = [toInvite.slice(0, INVITED_AT_A_TIME), toInvite.slice(INVITED_AT_A_TIME)];
  await inviteAll(tx, some, byId);
  const done = record.done + some.length;
  const end =
    rest.length === 0
      ? { state: 'done' as const, rows: '', finishedAt: now() }
      : { rows: JSON.stringify({ toInvite: rest, byId }) };
  await updateImport(tx, { id, from: ['running'] }, { done, ...end });
  live.set(id, { done, total: record.total });
  return rest.length > 0;
}

/** What a file that waits would do, asked outside any transaction. */
export const lookAtImport = (record: ImportRecord) => read((db) => foreseeImport(db, record));

const SHOWN: readonly LineState[] = ['new', 'changed', 'same'];

/** Which rows a page shows, from its address. */
export function readRowsShown(search: URLSearchParams): { show: LineState | null; page: number } {
  return { show: SHOWN.find((state) => state === search.get('show')) ?? null, page: pageAsked(search) };
}
