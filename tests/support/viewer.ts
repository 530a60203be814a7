import type { Viewer } from '#src/domain/access/viewer.ts';
import { USUAL_VIEW } from '#src/domain/accounts/readingView.ts';

/** Somebody who is signed in, without a role and assigned to nobody unless it is said. */
export function aViewer(id: string, what: Partial<Viewer> = {}): Viewer {
  return {
    id,
    name: id,
    language: 'en',
    readingView: USUAL_VIEW,
    unread: 0,
    roles: [],
    memberOf: [],
    tutorOf: [],
    assessorOf: [],
    managerOf: [],
    countersignerOf: [],
    externalOf: [],
    session: { id: 'none', authenticatedAt: new Date('2026-11-19T10:00:00Z') },
    ...what,
  };
}
