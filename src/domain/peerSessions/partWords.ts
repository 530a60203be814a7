import type { PeerRole } from './words.ts';

/** A person’s roles after “you”. */
const DOES: Readonly<Record<PeerRole, string>> = {
  leader: 'lead it',
  presenter: 'present',
  timekeeper: 'keep the time',
  note_taker: 'take notes',
  host_of_guest: 'look after the guest',
};

/** What somebody does in a session, after “you”: “lead it and keep the time”; empty for no role. */
export function rolesWords(roles: readonly PeerRole[]): string {
  const words = roles.map((role) => DOES[role]);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
