import { type DemoAccount, WEEK_OVER_THE_LIMIT } from './accounts.ts';
import { oneOf } from './oneOf.ts';
import type { CaseKind, Tier } from '#src/domain/caseload/words.ts';

export type EvidenceStory = 'draft' | 'waiting' | 'returned' | 'signed';

/** What the demo tells about one trainee. Weeks count back from the Monday of the week the demo is made. */
export interface Story {
  readonly id: string;
  readonly name: string;
  readonly language?: 'en' | 'cy';
  readonly cohortId: string;
  readonly routeId: string;
  readonly hoursPerWeek: number;
  /** The programme week she is in, from 1. */
  readonly week: number;
  /** A break in learning; it goes on where it began fewer weeks ago than it lasts. */
  readonly pause?: { readonly startedWeeksAgo: number; readonly weeks: number };
  readonly joinedCohortWeeksAgo?: number;
  readonly assessorId: string;
  readonly managerId: string;
  /** How many of the modules that were due before this week are not done. */
  readonly behind: number;
  /** How far she is with the module of this week: share of its sections, 0 to 1; null: not opened. */
  readonly thisWeek: number | null;
  readonly cases: readonly (readonly [Tier, CaseKind, number])[];
  readonly evidence: readonly EvidenceStory[];
  /** What the first piece of it says; default: one of the accounts that several share. */
  readonly firstAccount?: DemoAccount;
  readonly seenDaysAgo: number;
}

const AMARA: Story = {
  id: 'amara',
  name: 'Amara Okafor',
  cohortId: 'london',
  routeId: 'standard-15',
  hoursPerWeek: 37,
  week: 20,
  assessorId: 'daniel',
  managerId: 'kerry',
  behind: 0,
  thisWeek: 0.4,
  cases: [
    ['C2', 'community', 3],
    ['D2', 'community', 2],
    ['C1', 'community', 1],
    ['D2', 'licence', 1],
    ['C2', 'custody', 2],
  ],
  evidence: ['signed', 'returned', 'waiting', 'draft'],
  seenDaysAgo: 1,
};

const TOM: Story = {
  id: 'tom',
  name: 'Tom Hughes',
  cohortId: 'london',
  routeId: 'standard-21',
  hoursPerWeek: 37,
  week: 37,
  pause: { startedWeeksAgo: 16, weeks: 8 },
  joinedCohortWeeksAgo: 8,
  assessorId: 'daniel',
  managerId: 'kerry',
  behind: 2,
  thisWeek: null,
  cases: [
    ['C2', 'community', 8],
    ['B1', 'licence', 3],
    ['D2', 'custody', 2],
    ['C1', 'licence', 2],
  ],
  evidence: ['waiting', 'draft'],
  firstAccount: WEEK_OVER_THE_LIMIT,
  seenDaysAgo: 6,
};

const NIA: Story = {
  id: 'nia',
  name: 'Nia Prosser',
  language: 'cy',
  cohortId: 'wales',
  routeId: 'part-time-30',
  hoursPerWeek: 22.2,
  week: 11,
  assessorId: 'owen',
  managerId: 'huw',
  behind: 0,
  thisWeek: 0.2,
  cases: [
    ['D2', 'community', 2],
    ['C1', 'community', 2],
    ['D1', 'custody', 1],
  ],
  evidence: ['draft'],
  seenDaysAgo: 2,
};

/** Name, colleagues, and what sets her apart: [id, name, behind, share of this week's module, evidence, days since seen]. */
type Sketch = readonly [string, string, number, number | null, readonly EvidenceStory[], number];

const LONDON: readonly Sketch[] = [
  ['priya', 'Priya Raman', 0, 1, ['signed', 'waiting'], 0],
  ['jonah', 'Jonah Whitlock', 0, 0.6, ['signed'], 1],
  ['leila', 'Leila Farouk', 1, null, ['waiting'], 9],
  ['marcus', 'Marcus Bright', 0, 0.2, ['returned'], 2],
  ['sofia', 'Sofia Lindqvist', 0, 1, ['signed', 'signed'], 0],
  ['ade', 'Ade Balogun', 0, null, ['waiting'], 3],
  ['hannah', 'Hannah Frost', 1, null, ['draft'], 14],
  ['imran', 'Imran Sadiq', 0, null, ['signed'], 7],
  ['chloe', 'Chloe Winter', 0, 0.4, ['waiting'], 2],
  ['dev', 'Dev Malhotra', 0, null, ['returned', 'draft'], 5],
  ['ella', 'Ella Northcott', 0, 1, ['signed'], 1],
  ['femi', 'Femi Johnson', 0, 0.2, ['draft'], 2],
  ['grace', 'Grace Hollis', 0, 0.6, ['signed', 'waiting'], 0],
  ['kofi', 'Kofi Asante', 0, null, [], 4],
];

const WALES: readonly Sketch[] = [
  ['rhys', 'Rhys Calloway', 0, 1, ['signed'], 1],
  ['megan', 'Megan Thorne', 0, 0.4, ['waiting'], 2],
  ['ioan', 'Ioan Marlow', 1, null, ['draft'], 11],
  ['bethan', 'Bethan Cross', 0, 0.2, ['returned'], 1],
  ['carwyn', 'Carwyn Dean', 0, 0.6, ['signed'], 3],
  ['ffion', 'Ffion Lake', 0, 1, ['waiting'], 0],
  ['gethin', 'Gethin Moss', 0, null, ['draft'], 40],
  ['seren', 'Seren Hale', 0, 0.8, ['signed'], 1],
];

/** Caseloads of somebody in her first six months: between 322 and 384 of 435 points; and one that is well under. */
const USUAL_CASES: readonly Story['cases'][] = [
  [
    ['C2', 'community', 3],
    ['D1', 'community', 3],
    ['C1', 'custody', 2],
  ],
  [
    ['C2', 'community', 4],
    ['D2', 'community', 2],
    ['C2', 'custody', 2],
  ],
  [
    ['C1', 'community', 3],
    ['D2', 'community', 3],
    ['C2', 'licence', 1],
  ],
  [
    ['C2', 'community', 5],
    ['C1', 'custody', 3],
  ],
];
const FEW_CASES: Story['cases'] = [
  ['D1', 'community', 2],
  ['C1', 'custody', 1],
];

/** What sets two of them apart further: Imran began six weeks ago and has not been seen for a week; Gethin is on a break until the week after next. */
const APART: Readonly<Record<string, Partial<Story>>> = {
  imran: { week: 6 },
  gethin: { week: 14, pause: { startedWeeksAgo: 6, weeks: 8 } },
};

function fromSketch(
  [id, name, behind, thisWeek, evidence, seenDaysAgo]: Sketch,
  place: Pick<Story, 'cohortId' | 'assessorId' | 'managerId'>,
): Story {
  return {
    ...place,
    id,
    name,
    behind,
    thisWeek,
    evidence,
    seenDaysAgo,
    routeId: 'standard-15',
    hoursPerWeek: 37,
    week: 20,
    cases: id === 'kofi' ? FEW_CASES : oneOf(USUAL_CASES, seenDaysAgo + evidence.length),
    ...APART[id],
  };
}

const london = (sketch: Sketch, index: number) =>
  fromSketch(sketch, { cohortId: 'london', assessorId: 'joan', managerId: index < 2 ? 'kerry' : 'salma' });
const wales = (sketch: Sketch) => fromSketch(sketch, { cohortId: 'wales', assessorId: 'owen', managerId: 'huw' });

/** The 25 trainees of the demo programme: 16 in London, 9 in Wales. */
export const STORIES: readonly Story[] = [AMARA, TOM, NIA, ...LONDON.map(london), ...WALES.map(wales)];
