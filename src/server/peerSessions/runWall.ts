import { listPeerQuestions } from '#db/queries/peerSessions/questions.ts';
import type { PeerSessionRow } from '#db/queries/peerSessions/sessions.ts';
import type { Reader } from '#db/client.ts';
import type { PeerFormatFile } from '#src/domain/peerSessions/formatSchema.ts';
import { portal } from '../portal.ts';
import { questionsShown } from './afterSession.ts';

/** What comes first on the wall: what it is for, what may be hard to hear, who comes, and what holds in the room. */
function opening(session: PeerSessionRow, format: PeerFormatFile | undefined) {
  const lines = [
    session.aim,
    guestLine(session.guest),
    ...warning(session.contentNote),
    ...(format?.groundRules ?? []),
  ];
  return { title: session.title || format?.name || 'Peer session', minutes: null, lines: lines.filter(Boolean) };
}

const guestLine = (guest: string) => (guest === '' ? '' : `With us: ${guest}`);

const warning = (contentNote: string | null) =>
  contentNote === null || contentNote === ''
    ? []
    : [`Before we begin: ${contentNote}`, 'You can step out at any time and need not explain.'];

/**
 * Everything that stands on the wall. What helps whoever leads is left out here, not hidden on the page: whatever is handed to it can
 * be read by everybody in the room. One query.
 */
export async function loadWall(db: Reader, session: PeerSessionRow) {
  const format = portal().content.peerFormats.find(({ id }) => id === session.format);
  const questions = questionsShown(session, await listPeerQuestions(db, session.id));
  return {
    hasFormat: format !== undefined,
    screens: [
      opening(session, format),
      ...(format?.steps ?? []).map(({ title, minutes, wall }) => ({ title, minutes, lines: [wall] })),
    ],
    questions: questions.filter(({ isAnswered }) => !isAnswered).map(({ id, words, name }) => ({ id, words, name })),
  };
}
