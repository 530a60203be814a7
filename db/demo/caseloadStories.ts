import type { Carrying, CaseKind, EndReason, LetterTier, Tier, WorkKind } from '#src/domain/caseload/words.ts';

/** A case beside those she carries alone today. Weeks count back from the Monday of the demo's week; `to` null: still hers. */
export interface FurtherCase {
  readonly reference: string;
  readonly tier: Tier;
  readonly kind: CaseKind;
  readonly from: number;
  readonly to: number | null;
  readonly carrying?: Carrying;
  readonly sharePercent?: number;
  readonly end?: EndReason;
  /** It was somebody's before: whose further case, counted from 1, or her own that is carried in another way now. */
  readonly after?: { readonly traineeId: string; readonly number: number };
  readonly attributes?: readonly string[];
}

/** What sets one of her open cases apart, by its number from 1. */
export interface CaseDetail {
  readonly wasTier?: Tier;
  readonly untilWeeksAgo?: number;
  readonly complexity?: readonly string[];
  readonly attributes?: readonly string[];
  /** A rule by stage that was set aside when it was allocated. */
  readonly override?: { readonly attribute: string; readonly stage: string; readonly reason: string };
}

/** Days count from the day the demo is made; `dueInDays` is the last day. */
export interface WorkStory {
  readonly kind: WorkKind;
  readonly type?: string;
  readonly level?: 'low' | 'medium' | 'high';
  readonly fromDaysAgo: number;
  readonly dueInDays: number;
}

export interface ReductionStory {
  readonly reason: string;
  readonly hoursPerWeek: number;
  readonly from: number;
  readonly to: number | null;
}

export interface ObjectionStory {
  readonly about: number | null;
  readonly words: string;
  readonly daysAgo: number;
  readonly answer?: { readonly personId: string; readonly words: string; readonly daysAgo: number };
}

/** What the demo tells of one caseload beyond its open cases. */
export interface CaseloadStory {
  readonly further?: readonly FurtherCase[];
  readonly details?: Readonly<Record<number, CaseDetail>>;
  readonly work?: readonly WorkStory[];
  readonly reductions?: readonly ReductionStory[];
  readonly objections?: readonly ObjectionStory[];
}

const AMARA: CaseloadStory = {
  further: [
    { reference: 'WILLOW-31', tier: 'C1', kind: 'community', from: 15, to: 8 },
    { reference: 'HAZEL-32', tier: 'D1', kind: 'custody', from: 18, to: 13, carrying: 'shadow', sharePercent: 0 },
    {
      reference: 'BRAMBLE-33',
      tier: 'D2',
      kind: 'community',
      from: 14,
      to: 6,
      carrying: 'co_work',
      sharePercent: 50,
      end: 'moved',
    },
  ],
  details: {
    1: { complexity: ['language'] },
    3: { wasTier: 'C3', untilWeeksAgo: 4 },
    5: { complexity: ['several-agencies'] },
    7: { complexity: ['chaotic', 'high-contact'] },
  },
  work: [
    { kind: 'contact_for_other', type: 'home-visit', level: 'medium', fromDaysAgo: 64, dueInDays: -58 },
    { kind: 'other_report', fromDaysAgo: 5, dueInDays: 9 },
  ],
};

const TOM: CaseloadStory = {
  further: [
    { reference: 'ROWAN-41', tier: 'C2', kind: 'community', from: 39, to: 17 },
    { reference: 'LINDEN-42', tier: 'C2', kind: 'community', from: 38, to: 15, end: 'moved' },
    { reference: 'ASPEN-43', tier: 'C1', kind: 'community', from: 36, to: 20 },
    { reference: 'CEDAR-44', tier: 'D2', kind: 'custody', from: 36, to: 16 },
    { reference: 'FERN-45', tier: 'C2', kind: 'licence', from: 34, to: 17 },
    { reference: 'IVY-46', tier: 'C3', kind: 'community', from: 32, to: 18 },
    { reference: 'MYRTLE-47', tier: 'B2', kind: 'community', from: 29, to: 25 },
    { reference: 'REED-48', tier: 'C1', kind: 'custody', from: 42, to: 39, carrying: 'shadow', sharePercent: 0 },
  ],
  details: {
    2: { complexity: ['safeguarding', 'several-agencies'] },
    9: {
      attributes: ['high-risk-of-harm'],
      override: {
        attribute: 'high-risk-of-harm',
        stage: 'months-7-to-12',
        reason: 'He knows the person from co-working, and his tutor reads every plan before it is agreed.',
      },
    },
    10: { complexity: ['high-contact'] },
    11: { wasTier: 'B2', untilWeeksAgo: 1 },
  },
  work: [
    { kind: 'court_report', type: 'fast', fromDaysAgo: 200, dueInDays: -190 },
    { kind: 'parole_report', fromDaysAgo: 10, dueInDays: 20 },
  ],
  objections: [
    {
      about: 13,
      words:
        'On 2 November we agreed that no new case comes before one is closed. This one came a week later, and none has been closed.',
      daysAgo: 6,
    },
  ],
};

const NIA: CaseloadStory = {
  further: [
    { reference: 'HOLLY-51', tier: 'D2', kind: 'community', from: 9, to: 6, carrying: 'shadow', sharePercent: 0 },
    { reference: 'LAUREL-52', tier: 'C1', kind: 'community', from: 6, to: 2, carrying: 'co_work', sharePercent: 50 },
  ],
  details: { 2: { complexity: ['language'] } },
  reductions: [{ reason: 'Induction at a second office', hoursPerWeek: 2.2, from: 9, to: 5 }],
  objections: [
    {
      about: null,
      words: 'We had agreed that my study day stays free of duty calls. Last week I was asked to cover on it.',
      daysAgo: 20,
      answer: {
        personId: 'gwen',
        words: 'I spoke to Huw. The rota is changed, and duty calls on your study day go to the duty officer.',
        daysAgo: 16,
      },
    },
  ],
};

const PRIYA: CaseloadStory = {
  further: [
    { reference: 'LINDEN-42', tier: 'C2', kind: 'community', from: 15, to: 4, after: { traineeId: 'tom', number: 2 } },
    {
      reference: 'POPPY-53',
      tier: 'C2',
      kind: 'community',
      from: 5,
      to: 3,
      carrying: 'shadow',
      sharePercent: 0,
      end: 'changed',
    },
    {
      reference: 'POPPY-53',
      tier: 'C2',
      kind: 'community',
      from: 3,
      to: null,
      carrying: 'co_work',
      sharePercent: 50,
      after: { traineeId: 'priya', number: 2 },
    },
    {
      reference: 'THISTLE-54',
      tier: 'A2',
      kind: 'custody',
      from: 2,
      to: null,
      carrying: 'shadow',
      sharePercent: 0,
      attributes: ['high-risk-of-harm'],
    },
  ],
};

const JONAH: CaseloadStory = {
  further: [
    {
      reference: 'BRAMBLE-33',
      tier: 'D2',
      kind: 'community',
      from: 6,
      to: null,
      after: { traineeId: 'amara', number: 3 },
    },
  ],
};

const SOFIA: CaseloadStory = {
  reductions: [{ reason: 'Court duty', hoursPerWeek: 1.5, from: 5, to: null }],
};

/** Whose caseload has more to it than open cases. */
export const CASELOAD_STORIES: Readonly<Record<string, CaseloadStory>> = {
  amara: AMARA,
  tom: TOM,
  nia: NIA,
  priya: PRIYA,
  jonah: JONAH,
  sofia: SOFIA,
};

/** What somebody who knows the newer tiers would call them; the demo's guess, as no public table says so. */
export const LETTERS: Readonly<Partial<Record<Tier, LetterTier>>> = {
  A2: 'B',
  B1: 'C',
  B2: 'C',
  C3: 'D',
  C2: 'E',
  C1: 'F',
  D2: 'F',
  D1: 'G',
};
