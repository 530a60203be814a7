import type { NewAuditEntry } from '#db/queries/audit.ts';
import { breathe } from '#db/breathe.ts';
import {
  deleteSessionsOfAll,
  endAssignments,
  insertAssignments,
  insertEnrolments,
  insertManyAuditEntries,
  insertMemberships,
  insertPeople,
  insertRoles,
  updatePeople,
} from '#db/queries/people/importing.ts';
import type { Writer } from '#db/client.ts';
import type { ImportPlan } from '#src/domain/people/plan.ts';
import { notify } from '../notices/notify.ts';
import { tellTutors } from '../notices/tellings.ts';
import { newId, now, today } from '../portal.ts';

/** So many rows go into one statement: short enough that everybody else gets a turn in between. */
const ROWS_A_STATEMENT = 400;

interface Bringing {
  readonly importId: string;
  readonly byId: string;
  /** Hears after every statement which share of all is done, 0 to 1. */
  readonly onShare: (share: number) => void;
}

type Statement = () => Promise<void>;

/** One statement for every so many rows. */
function statements<Row>(rows: readonly Row[], run: (some: readonly Row[]) => Promise<void>): Statement[] {
  const count = Math.ceil(rows.length / ROWS_A_STATEMENT);
  return Array.from({ length: count }, (_none, index) => {
    const some = rows.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT);
    return () => run(some);
  });
}

/** Writes all that a plan holds into one transaction, with an entry of the audit for every account, place and assignment. */
export async function writePlan(tx: Writer, plan: ImportPlan, { importId, byId, onShare }: Bringing): Promise<void> {
  const [at, day] = [now(), today()];
  const ids = plan.ended.map(({ id }) => id);
  const all = [
    ...statements(plan.added, (rows) => insertPeople(tx, rows, at)),
    ...statements(plan.changed, (rows) => updatePeople(tx, rows)),
    ...statements(plan.roles, (rows) => insertRoles(tx, rows)),
    ...statements(gainers(plan), (gained) => tellGainers(tx, gained, { importId, byId })),
    ...statements(plan.enrolments, (rows) => insertEnrolments(tx, rows)),
    ...statements(plan.memberships, (rows) => insertMemberships(tx, rows)),
    ...statements(ids, (rows) => endAssignments(tx, rows, day)),
    ...statements(plan.begun, (rows) => insertAssignments(tx, rows, day)),
    ...statements(newcomers(plan), (cohorts) => tellCohorts(tx, cohorts, { importId, byId })),
    ...statements(auditOf(plan, { importId, byId, day }), (rows) => insertManyAuditEntries(tx, rows)),
  ];
  for (const [index, run] of all.entries()) {
    await run();
    onShare((index + 1) / all.length);
    await breathe();
  }
}

/** People with an account who get a role by a file that they did not have. */
function gainers({ added, roles }: ImportPlan): string[] {
  const isNew = new Set(added.map(({ id }) => id));
  return [...new Set(roles.map(({ personId }) => personId))].filter((id) => !isNew.has(id));
}

/** How many a file brings into each cohort. */
function newcomers({ memberships }: ImportPlan): { cohortId: string; count: number }[] {
  const byCohort = Map.groupBy(memberships, ({ cohortId }) => cohortId);
  return [...byCohort].map(([cohortId, all]) => ({ cohortId, count: all.length }));
}

/** Tutors, those whom the same file makes tutors among them, are told once for each cohort and not once for each trainee. */
async function tellCohorts(
  tx: Writer,
  cohorts: readonly { cohortId: string; count: number }[],
  { importId, byId }: { importId: string; byId: string },
) {
  const news = { traineeId: null, recordId: importId, what: 'brought-in', byId } as const;
  await tellTutors(tx, ...cohorts.map((cohort) => ({ ...news, ...cohort })));
}

/**
 * As on the page of an account: other roles end every sign-in and are told. Once for each person and file, however many roles it
 * gives her: it is one change, made at one moment, and the notice says that her rights are others and not which. Whoever brings the
 * file in gave her password for it.
 */
async function tellGainers(tx: Writer, ids: readonly string[], { importId, byId }: { importId: string; byId: string }) {
  await deleteSessionsOfAll(
    tx,
    ids.filter((id) => id !== byId),
  );
  const about = { kind: 'account-safety', key: `import:${importId}`, traineeId: null } as const;
  await notify(
    tx,
    ids.map((personId) => ({ ...about, personId, details: { what: 'roles-changed' } })),
  );
}

type Entry = Pick<NewAuditEntry, 'act' | 'personId' | 'details'> & { readonly cohortId?: string | null };

/** What is done to whom, one entry each: ids and days only. */
function auditOf(plan: ImportPlan, by: { importId: string; byId: string; day: string }): NewAuditEntry[] {
  const { importId, byId, day } = by;
  const rolesOf = Map.groupBy(plan.roles, ({ personId }) => personId);
  const added = new Set(plan.added.map(({ id }) => id));
  const entries: Entry[] = [
    ...plan.added.map(({ id }) => ({
      ...{ act: 'person.added' as const, personId: id },
      details: { importId, roles: (rolesOf.get(id) ?? []).map(({ role }) => role) },
    })),
    ...plan.changed.map(({ id }) => ({ act: 'person.changed' as const, personId: id, details: { importId } })),
    ...plan.roles
      .filter(({ personId }) => !added.has(personId))
      .map(({ personId, role }) => ({ act: 'role.given' as const, personId, details: { importId, role } })),
    ...plan.enrolments.map(({ traineeId, ...place }) => ({
      ...{ act: 'enrolment.changed' as const, personId: traineeId },
      details: { importId, ...place },
    })),
    ...plan.memberships.map(({ traineeId, cohortId, joinedOn }) => ({
      ...{ act: 'membership.moved' as const, personId: traineeId, cohortId },
      details: { importId, joinedOn },
    })),
    ...plan.ended.map(({ kind, personId, traineeId }) => ({
      ...{ act: 'assignment.ended' as const, personId },
      details: { importId, kind, traineeId, endsOn: day },
    })),
    ...plan.begun.map(({ kind, personId, traineeId, cohortId }) => ({
      ...{ act: 'assignment.given' as const, personId, cohortId },
      details: { importId, kind, traineeId, startsOn: day },
    })),
  ];
  const at = now();
  return entries.map((entry) => ({ ...{ id: newId(), at, actorId: byId, cohortId: null }, ...entry }));
}
