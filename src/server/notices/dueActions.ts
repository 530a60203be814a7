import { listDueActions } from '#db/queries/notices/jobs.ts';
import { read, today, write } from '../portal.ts';
import { notify } from './notify.ts';

/** Tells whoever is to do something that was agreed that its day has come. Each action once. */
export async function tellDueActions(): Promise<void> {
  const due = await read((db) => listDueActions(db, today()));
  if (due.length === 0) return;
  const told = due.map(({ id, traineeId, ownerId }) => ({
    ...{ personId: ownerId, kind: 'action-due' as const, key: `action-due:${id}`, traineeId },
    details: { actionId: id },
  }));
  await write((tx) => notify(tx, told));
}
