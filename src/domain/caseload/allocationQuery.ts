import type { CaseFacts, Share } from './caseFacts.ts';
import { ACTIVITIES, CARRYINGS, CASE_KINDS, LETTER_TIERS, TIERS, type Carrying } from './words.ts';

/** A case that is about to be allocated, as far as weight and rules go, and how it would be carried. */
export type CaseToAllocate = CaseFacts & Share;

/** What was chosen so far, as it was typed: the page shows it again. */
export interface TypedCase {
  readonly tier: string | undefined;
  readonly kind: string | undefined;
  readonly transitionToAdulthood: boolean;
  readonly letterTier: string | undefined;
  readonly activity: string;
  readonly attributes: readonly string[];
  readonly complexity: readonly string[];
  readonly carrying: string;
  readonly share: string;
}

export interface AllocationQuery {
  /** Null until tier and kind are chosen. */
  readonly case: CaseToAllocate | null;
  readonly typed: TypedCase;
  /** What is wrong with what was chosen, by field; empty on a first visit. */
  readonly errors: Readonly<Record<string, string>>;
}

/** What an office lets a manager choose from. */
export interface CaseChoices {
  readonly attributes: readonly string[];
  readonly factors: readonly string[];
  readonly usualShares: Readonly<Record<Carrying, number>>;
}

const known = <Value extends string>(values: readonly Value[], text: string | undefined): Value | undefined =>
  values.find((value) => value === text);

/** A share in whole percent; null where the text is none. Empty: the usual one. */
export function readShare(text: string, usual: number): number | null {
  if (text.trim() === '') return usual;
  const percent = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 101;
  return percent <= 100 ? percent : null;
}

function typedOf(values: (name: string) => readonly string[], choices: CaseChoices): TypedCase {
  const first = (name: string) => values(name)[0];
  return {
    tier: known(TIERS, first('tier')),
    kind: known(CASE_KINDS, first('kind')),
    transitionToAdulthood: first('transitionToAdulthood') === 'yes',
    letterTier: known(LETTER_TIERS, first('letterTier')),
    activity: known(ACTIVITIES, first('activity')) ?? 'active',
    attributes: choices.attributes.filter((id) => values('attributes').includes(id)),
    complexity: choices.factors.filter((id) => values('complexity').includes(id)),
    carrying: known(CARRYINGS, first('carrying')) ?? 'sole',
    share: first('share') ?? '',
  };
}

/** The case that was asked about; null while something that it needs is missing. */
function caseOf(typed: TypedCase, { usualShares }: CaseChoices): CaseToAllocate | null {
  const tier = known(TIERS, typed.tier);
  const kind = known(CASE_KINDS, typed.kind);
  const carrying = known(CARRYINGS, typed.carrying) ?? 'sole';
  const sharePercent = readShare(typed.share, usualShares[carrying]);
  if (!tier || !kind || sharePercent === null) return null;
  const { transitionToAdulthood, attributes, complexity } = typed;
  const letterTier = known(LETTER_TIERS, typed.letterTier) ?? null;
  const activity = known(ACTIVITIES, typed.activity) ?? 'active';
  return { tier, kind, transitionToAdulthood, letterTier, activity, attributes, complexity, carrying, sharePercent };
}

function errorsIn({ tier, kind, share }: TypedCase): Record<string, string> {
  return {
    ...(tier === undefined && { tier: 'Choose a tier' }),
    ...(kind === undefined && { kind: 'Choose where the person is supervised' }),
    ...(readShare(share, 0) === null && { share: 'Give a share in whole percent, from 0 to 100' }),
  };
}

/** Reads the first step of an allocation from an address or a form. `values` gives a field's texts, none where it is missing. */
export function readAllocationQuery(
  values: (name: string) => readonly string[],
  choices: CaseChoices,
): AllocationQuery {
  const typed = typedOf(values, choices);
  const isFirstVisit = values('tier').length === 0 && values('kind').length === 0;
  return { case: caseOf(typed, choices), typed, errors: isFirstVisit ? {} : errorsIn(typed) };
}
