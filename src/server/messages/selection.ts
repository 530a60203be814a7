import { listMembers } from '#db/queries/messages/messages.ts';
import type { Reader } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { filteredTrainees, filterEntries, filterWords, readFilters } from '#src/domain/cohorts/filters.ts';
import { chosenWords, type Recipient } from '#src/domain/messages/message.ts';
import { loadCohortSignals } from '../signals/loadSignals.ts';

/** Whom a message goes to, and how they were chosen. */
export interface Selection {
  readonly recipients: readonly Recipient[];
  /** For sender and recipients: "late by 2 weeks or more". */
  readonly chosen: string;
  /** The filters as the query of an address, without a question mark; empty for everybody. */
  readonly query: string;
  readonly isEverybody: boolean;
}

/** Those of a cohort whom the filters of a query choose, by name; nobody where the viewer is not its tutor. At most three queries. */
export async function loadSelection(
  db: Reader,
  viewer: Viewer,
  { cohortId, query }: { cohortId: string; query: URLSearchParams },
): Promise<Selection> {
  const filters = readFilters(query);
  const entries = filterEntries(filters);
  const chosen = chosenWords(filterWords(filters));
  const about = { chosen, query: new URLSearchParams(entries).toString(), isEverybody: entries.length === 0 };
  if (about.isEverybody) return { ...about, recipients: await listMembers(db, viewer, cohortId) };
  const all = filteredTrainees(await loadCohortSignals(db, viewer, cohortId), filters);
  const recipients = all.map(({ traineeId, name }) => ({ traineeId, name }));
  return { ...about, recipients: recipients.sort((one, other) => one.name.localeCompare(other.name)) };
}
