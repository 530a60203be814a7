import { CASE_KINDS, type CaseKind, type Tier, TIERS } from './words.ts';

/** A case that is about to be allocated, as far as its weight goes. */
export interface CaseToAllocate {
  readonly tier: Tier;
  readonly kind: CaseKind;
  readonly transitionToAdulthood: boolean;
}

export interface AllocationQuery {
  /** Null until tier and kind are chosen. */
  readonly case: CaseToAllocate | null;
  readonly typed: {
    readonly tier: string | undefined;
    readonly kind: string | undefined;
    readonly transitionToAdulthood: boolean;
  };
  /** What is wrong with what was chosen, by field; empty on a first visit. */
  readonly errors: Readonly<Record<string, string>>;
}

/** Reads the first step of an allocation from an address or a form. `value` gives a field's text, or null where it is missing. */
export function readAllocationQuery(value: (name: string) => string | null): AllocationQuery {
  const tier = TIERS.find((known) => known === value('tier'));
  const kind = CASE_KINDS.find((known) => known === value('kind'));
  const transitionToAdulthood = value('transitionToAdulthood') === 'yes';
  const typed = { tier: tier as string | undefined, kind: kind as string | undefined, transitionToAdulthood };
  if (tier && kind) return { case: { tier, kind, transitionToAdulthood }, typed, errors: {} };
  const isFirstVisit = value('tier') === null && value('kind') === null;
  const errors = {
    ...(tier ? {} : { tier: 'Choose a tier' }),
    ...(kind ? {} : { kind: 'Choose where the person is supervised' }),
  };
  return { case: null, typed, errors: isFirstVisit ? {} : errors };
}
