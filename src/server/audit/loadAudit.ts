import { listAuditEntries, type AuditRow, listNamesOfCohorts, listNamesOf } from '#db/queries/people/auditEntries.ts';
import type { Reader } from '#db/client.ts';
import type { Names } from '#src/domain/audit/fact.ts';
import { auditSentences, idsIn } from '#src/domain/audit/sentences.ts';
import { AUDIT_ACTS, type AuditAct } from '#src/domain/audit/words.ts';
import { portal } from '../portal.ts';

/** An entry as people read it. */
export interface AuditLine {
  readonly id: string;
  readonly at: Date;
  /** What was done: the first says it, any further one what else it was. */
  readonly sentences: readonly string[];
  /** Who did it; null where the portal did, or somebody by a link. */
  readonly actor: string | null;
  readonly person: string | null;
  readonly personId: string | null;
  readonly cohort: string | null;
}

const PAGE = 50;

const lineOf = (row: AuditRow, names: Names): AuditLine => ({
  ...{ id: row.id, at: row.at, sentences: auditSentences(row, names), actor: row.actor },
  ...{ person: row.person, personId: row.personId, cohort: row.cohort },
});

/** Routes are content, and nobody's secret. */
const withRoutes = (names: Names): Names =>
  new Map([...names, ...portal().content.routes.map(({ id, name }) => [id, name] as const)]);

/** The page that an address asks for; whatever else is in it is not looked at. */
export function readAuditFilter(search: URLSearchParams): { act?: AuditAct; personId?: string; before?: number } {
  const act = AUDIT_ACTS.find((one) => one === search.get('act'));
  const personId = search.get('person')?.slice(0, 100);
  const before = search.get('before') ?? '';
  return {
    ...(act && { act }),
    ...(personId && { personId }),
    ...(/^\d{1,15}$/.test(before) && { before: Number(before) }),
  };
}

/** What was done in the portal, newest first, fifty at a time; `next`: where the page after this one begins. Two queries. */
export async function loadAudit(db: Reader, filter: ReturnType<typeof readAuditFilter>) {
  const rows = await listAuditEntries(db, { ...filter, most: PAGE + 1 });
  const shown = rows.slice(0, PAGE);
  const names = withRoutes(await listNamesOf(db, idsIn(shown.map(({ details }) => details))));
  const lines = shown.map((row) => lineOf(row, names));
  return { lines, next: rows.length > PAGE ? (shown.at(-1)?.place ?? null) : null };
}

/** What was done with somebody's own account and place, newest first. Nobody else is named but whoever did it. Two queries. */
export async function loadOwnHistory(db: Reader, personId: string) {
  const rows = await listAuditEntries(db, { personId, most: PAGE });
  const names = withRoutes(await listNamesOfCohorts(db, idsIn(rows.map(({ details }) => details))));
  return rows.map((row) => lineOf(row, names));
}
