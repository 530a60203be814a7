import type { PeerFormatFile } from './formatSchema.ts';
import { PEER_ROLES, type PeerRole } from './words.ts';

/** Who does what in a session now. */
export interface Part {
  readonly traineeId: string;
  readonly name: string;
  readonly role: PeerRole;
}

/** A role that a member takes herself. Who leads is the rota's. */
export type TakenRole = Exclude<PeerRole, 'leader'>;
export const TAKEN_ROLES = PEER_ROLES.filter((role): role is TakenRole => role !== 'leader');

type Roles = Pick<PeerFormatFile, 'roles'>;

/** The roles of a format that members take, in its order; none while no format is chosen. */
export function rolesToTake(format: Roles | null): TakenRole[] {
  return (format?.roles ?? []).map(({ role }) => role).filter((role): role is TakenRole => role !== 'leader');
}

/** Who has a role now; nobody twice, so at most one. */
export function holderOf(parts: readonly Part[], role: PeerRole): Part | null {
  return parts.find((part) => part.role === role) ?? null;
}

/** Why a member cannot take a role, as a sentence, or null. She who has it already may take it again: that changes nothing. */
export function whyNotTake(
  role: TakenRole,
  traineeId: string,
  { format, parts }: { readonly format: Roles | null; readonly parts: readonly Part[] },
): string | null {
  if (format === null) return 'The format comes first: its roles follow from it.';
  if (!rolesToTake(format).includes(role)) return 'This format has no such role.';
  const holder = holderOf(parts, role);
  return holder !== null && holder.traineeId !== traineeId
    ? `${holder.name} has taken this role in the meantime.`
    : null;
}

/** Whether somebody does something in a session: she may then tick what is prepared, and add something to read. */
export function hasPart(parts: readonly Part[], traineeId: string): boolean {
  return parts.some((part) => part.traineeId === traineeId);
}
