import { londonDay } from '../calendar.ts';
import { type MatterKind, UNTIL_DONE } from './kinds.ts';
import { MATTER_WORDS } from './words.ts';

/** Why somebody is told: it is about herself, about somebody she is the tutor or the manager of, or about somebody who left a cohort of hers. */
export type MatterAudience = 'self' | 'tutor' | 'manager' | 'former';

/** What a query found that waits to be seen by the viewer. */
export interface MatterFact {
  readonly kind: MatterKind;
  /** The id of the record behind it. */
  readonly id: string;
  readonly traineeId: string;
  readonly traineeName: string;
  readonly audience: MatterAudience;
  /** An instant in seconds since 1970, or a day. */
  readonly since: number | string;
  /** What its words need: the columns that its query put into JSON. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Something that somebody should know of, as she reads it. */
export interface Matter {
  /** `kind:ID`: what is kept when she has seen it. */
  readonly id: string;
  readonly kind: MatterKind;
  readonly traineeId: string;
  readonly traineeName: string;
  readonly audience: MatterAudience;
  readonly words: string;
  /** Where something can be done about it. */
  readonly href: string;
  /** `YYYY-MM-DD` in London. */
  readonly since: string;
  /** Whether it goes when she says that she has seen it. */
  readonly goesWhenSeen: boolean;
}

/** What is kept when a matter was seen. */
export function matterId({ kind, id }: Pick<MatterFact, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** A fact in the words of her who is told. */
export function matterOf(fact: MatterFact): Matter {
  const { kind, traineeId, traineeName, audience, since } = fact;
  return {
    id: matterId(fact),
    kind,
    traineeId,
    traineeName,
    audience,
    ...MATTER_WORDS[kind](fact),
    since: typeof since === 'number' ? londonDay(new Date(since * 1000)) : since,
    goesWhenSeen: !UNTIL_DONE.has(kind),
  };
}

/** Facts as matters, newest first; what concerns her in two roles stands there once. */
export function mattersOf(facts: readonly MatterFact[]): Matter[] {
  const byId = new Map<string, Matter>();
  for (const fact of facts) if (!byId.has(matterId(fact))) byId.set(matterId(fact), matterOf(fact));
  return [...byId.values()].sort(
    (one, other) => other.since.localeCompare(one.since) || one.id.localeCompare(other.id),
  );
}

/** A list of so many is short enough to read whole. */
const MOST_SHOWN = 12;

/**
 * Matters as a page shows them: a short list whole; of a long one the newest, and whatever waits for an answer, however old. The
 * others are only to know of, and `folded`. The order stays.
 */
export function foldedMatters(matters: readonly Matter[]): { shown: readonly Matter[]; folded: readonly Matter[] } {
  const stays = ({ goesWhenSeen }: Matter, index: number) => index < MOST_SHOWN || !goesWhenSeen;
  return { shown: matters.filter(stays), folded: matters.filter((matter, index) => !stays(matter, index)) };
}
