import { formatDay, londonDay } from '../calendar.ts';
import { READINESS_MODULES } from './training.ts';
import type { ReadinessKind } from './words.ts';

/** What she wrote before a first time. Empty where nothing is written yet. */
export interface ReadinessCheck {
  readonly id: string;
  readonly kind: ReadinessKind;
  readonly shadowedOn: string | null;
  readonly shadowedWith: string;
  readonly buddy: string;
  readonly checkIn: string;
  readonly revision: number;
  /** The newest agreement, to whatever stood there then. */
  readonly agreement: { readonly revision: number; readonly by: string; readonly at: Date } | null;
}

/** The five things, in the order in which they are got ready. */
const READINESS_ITEMS = ['training', 'shadowed', 'buddy', 'check_in', 'agreed'] as const;
export type ReadinessItem = (typeof READINESS_ITEMS)[number];

export interface Readiness {
  readonly kind: ReadinessKind;
  readonly items: readonly { readonly item: ReadinessItem; readonly isThere: boolean }[];
  readonly missing: number;
  readonly isReady: boolean;
  /** Everything but the agreement is there, so the manager can agree. */
  readonly canBeAgreed: boolean;
  /** The modules that are still to be done, by id. */
  readonly modulesLeft: readonly string[];
  /** Agreed once, and changed since. */
  readonly isAgreedBefore: boolean;
  readonly sentence: string;
}

interface Facts {
  readonly kind: ReadinessKind;
  /** Null where she has not begun. */
  readonly check: ReadinessCheck | null;
  readonly doneModules: ReadonlySet<string>;
}

const NOTHING_YET: Omit<ReadinessCheck, 'id' | 'kind'> = {
  shadowedOn: null,
  shadowedWith: '',
  buddy: '',
  checkIn: '',
  revision: 0,
  agreement: null,
};

const isWritten = (text: string) => text.trim() !== '';

/** What there is of the five, beside the training, which follows from modules. */
const IS_THERE: Readonly<Record<Exclude<ReadinessItem, 'training'>, (check: typeof NOTHING_YET) => boolean>> = {
  shadowed: ({ shadowedOn, shadowedWith }) => shadowedOn !== null && isWritten(shadowedWith),
  buddy: ({ buddy }) => isWritten(buddy),
  check_in: ({ checkIn }) => isWritten(checkIn),
  agreed: ({ agreement, revision }) => agreement !== null && agreement.revision === revision,
};

function sentenceOf({ agreement }: typeof NOTHING_YET, missing: number): string {
  if (missing === 0 && agreement) {
    const day = formatDay(londonDay(agreement.at), { year: true, weekday: false });
    return `Ready: agreed by ${agreement.by} on ${day}.`;
  }
  return `Not ready yet: ${String(missing)} of ${String(READINESS_ITEMS.length)} ${missing === 1 ? 'is' : 'are'} missing.`;
}

/** How ready she is for a first time. Which training is done follows from modules; the agreement counts for what stands now only. */
export function readinessOf(facts: Facts): Readiness {
  const { kind, doneModules } = facts;
  const check = facts.check ?? NOTHING_YET;
  const modulesLeft = READINESS_MODULES[kind].filter((moduleId) => !doneModules.has(moduleId));
  const items = READINESS_ITEMS.map((item) => ({
    item,
    isThere: item === 'training' ? modulesLeft.length === 0 : IS_THERE[item](check),
  }));
  const missing = items.filter((one) => !one.isThere);
  return {
    kind,
    items,
    missing: missing.length,
    isReady: missing.length === 0,
    canBeAgreed: missing.length === 1 && missing[0]?.item === 'agreed',
    modulesLeft,
    isAgreedBefore: check.agreement !== null && check.agreement.revision !== check.revision,
    sentence: sentenceOf(check, missing.length),
  };
}
