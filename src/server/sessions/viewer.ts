import type { SessionRow } from '#db/queries/sessions.ts';
import type { AssignmentKind, Role } from '#src/domain/access/roles.ts';
import { readReadingView } from '#src/domain/accounts/readingView.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { countersignedBy } from '#src/domain/quality/countersigners.ts';
import type { AssessorStanding } from '#src/domain/quality/words.ts';

type StandingFact = [assessorId: string, standing: AssessorStanding, countersignerId: string | null, from: string];

/** The assessors for whom she countersigns on a day: nobody where she is no assessor. */
function countersignerOf({ personId, standings, waiting }: PersonRow, isAssessor: boolean, day: string): string[] {
  const facts = JSON.parse(standings) as StandingFact[];
  const rows = facts.map(([assessorId, standing, countersignerId, effectiveFrom]) => ({
    ...{ assessorId, standing, countersignerId, effectiveFrom },
  }));
  const left = (JSON.parse(waiting) as string[]).map((id) => [id, { decisions: 1, traineeIds: [] }] as const);
  const assessors = new Set(isAssessor ? [personId] : []);
  return countersignedBy({ rows, day, assessors, waiting: new Map(left) }, personId);
}

/** Somebody for whom the portal does something while she is not there. */
type PersonRow = Omit<SessionRow, 'id' | 'createdAt' | 'lastSeenAt' | 'authenticatedAt' | 'expiresAt' | 'unread'>;

/** Somebody without a session as rules see her on a day: for an e-mail to her. She confirmed nothing with a password. */
export function receiverOf(row: PersonRow, day: string): Viewer {
  return viewerOf({ ...row, id: 'none', authenticatedAt: new Date(0), unread: 0 }, day);
}

/** The person behind a session as rules see her on a day: her roles, those among them that come from being assigned then. */
export function viewerOf(row: Omit<SessionRow, 'createdAt' | 'lastSeenAt' | 'expiresAt'>, day: string): Viewer {
  const assigned = JSON.parse(row.assigned) as [AssignmentKind, string][];
  const of = (kind: AssignmentKind) => assigned.flatMap(([own, subjectId]) => (own === kind ? [subjectId] : []));
  const roles = new Set<Role>([...(JSON.parse(row.roles) as Role[]), ...assigned.map(([kind]) => kind)]);
  return {
    id: row.personId,
    name: row.name,
    language: row.language,
    readingView: readReadingView(row.readingView),
    unread: row.unread,
    roles: [...roles],
    memberOf: JSON.parse(row.memberOf) as string[],
    tutorOf: of('tutor'),
    assessorOf: of('assessor'),
    managerOf: of('manager'),
    countersignerOf: countersignerOf(row, roles.has('assessor'), day),
    externalOf: JSON.parse(row.shown) as string[],
    session: { id: row.id, authenticatedAt: row.authenticatedAt },
  };
}
