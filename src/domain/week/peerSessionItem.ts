import { rolesWords } from '../peerSessions/partWords.ts';
import type { AgendaItem } from './agenda.ts';
import type { PeerSessionFact } from './facts.ts';
import { type For, PLAIN } from './plainItem.ts';

/** A peer session. What it is about only those of the cohort are told. */
export function peerSessionItem(fact: PeerSessionFact, { audience }: For): AgendaItem {
  const { id, day, startsAt, endsAt, title, roles, revision, changedAt } = fact;
  const isOwn = audience === 'self';
  return {
    ...PLAIN,
    id: `peer-session:${id}`,
    kind: 'peer-session',
    day,
    part: 'times',
    startsAt,
    endsAt,
    title: isOwn && title !== '' ? `Peer session: ${title}` : 'Peer session',
    note: isOwn && roles.length > 0 ? `you ${rolesWords(roles)}` : '',
    href: isOwn ? `/peer-sessions/${id}` : null,
    recordId: id,
    revision,
    changedAt,
  };
}
