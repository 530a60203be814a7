import type { SessionRow } from '#db/queries/sessions.ts';
import type { AssignmentKind, Role } from '#src/domain/access/roles.ts';
import { readReadingView } from '#src/domain/accounts/readingView.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';

/** The person behind a session as rules see her: her roles, those among them that come from being assigned today. */
export function viewerOf(row: SessionRow): Viewer {
  const assigned = JSON.parse(row.assigned) as [AssignmentKind, string][];
  const of = (kind: AssignmentKind) => assigned.flatMap(([own, subjectId]) => (own === kind ? [subjectId] : []));
  const roles = new Set<Role>([...(JSON.parse(row.roles) as Role[]), ...assigned.map(([kind]) => kind)]);
  return {
    id: row.personId,
    name: row.name,
    language: row.language,
    readingView: readReadingView(row.readingView),
    roles: [...roles],
    tutorOf: of('tutor'),
    assessorOf: of('assessor'),
    managerOf: of('manager'),
    countersignerOf: JSON.parse(row.countersigns) as string[],
    externalOf: JSON.parse(row.shown) as string[],
    session: { id: row.id, authenticatedAt: row.authenticatedAt },
  };
}
