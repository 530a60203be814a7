import { insertAuditEntries } from '#db/queries/audit.ts';
import { type CohortView, viewQuery } from '#src/domain/cohorts/view.ts';
import { newId, now, write } from '../portal.ts';

interface Exported {
  readonly personId: string;
  readonly cohortId: string;
  readonly view: CohortView;
  /** How many trainees are in the file. */
  readonly rows: number;
}

/** Writes into the audit that a tutor took the list of a cohort with her, before the file goes out. */
export async function keepExported({ personId, cohortId, view, rows }: Exported): Promise<void> {
  const details = { list: 'cohort', query: viewQuery(view), rows };
  await write((tx) =>
    insertAuditEntries(tx, [{ id: newId(), act: 'list.exported', actorId: personId, cohortId, at: now(), details }]),
  );
}
