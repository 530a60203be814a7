import type { ReviewFacts } from '#src/domain/supervision/facts.ts';
import type { ReviewPart } from '#src/domain/supervision/words.ts';

interface ToldAction {
  readonly words: string;
  readonly part: ReviewPart;
  readonly dueAfterDays: number;
  readonly doneAfterDays?: number;
}

interface ToldMeeting {
  /** Days from the Monday of the demo's week, negative for the past. */
  readonly daysFromMonday: number;
  readonly startsAt: string;
}

/** A meeting as the demo tells it: held and written up, planned, or cancelled. */
export type ToldReview =
  | (ToldMeeting & { readonly kind: 'planned' })
  | (ToldMeeting & { readonly kind: 'cancelled'; readonly reason: string })
  | (ToldMeeting & {
      readonly kind: 'held';
      readonly notes: string;
      readonly actions: readonly ToldAction[];
      /** In the order in which they signed. */
      readonly signedBy: readonly ReviewPart[];
      /** Still being written. */
      readonly isDraft?: boolean;
      readonly facts?: Partial<Omit<ReviewFacts, 'studyTime'>>;
      readonly study?: Partial<ReviewFacts['studyTime']>;
    });

const ALL = ['tutor', 'manager', 'trainee'] as const;

/** Amara: signed by all three three weeks ago, and the next one planned. */
const AMARA: readonly ToldReview[] = [
  {
    kind: 'held',
    daysFromMonday: -19,
    startsAt: '10:30',
    notes:
      'Amara is settled in the team and on time with her modules. The parole work is where she feels least sure; she would like to see an oral hearing before she writes her own report.\n\nThe caseload is close to its limit. Kerry allocates nothing more before the next review unless the three of us have talked.',
    actions: [
      {
        words: 'Ask the offender management unit whether you can sit in on an oral hearing.',
        part: 'trainee',
        dueAfterDays: 35,
      },
      {
        words: 'No new allocation before the next review without a word with Ruth.',
        part: 'manager',
        dueAfterDays: 42,
      },
      { words: 'Send the two example reports that we talked about.', part: 'tutor', dueAfterDays: 7, doneAfterDays: 2 },
    ],
    signedBy: ALL,
  },
  { kind: 'planned', daysFromMonday: 15, startsAt: '10:30' },
];

/** Tom: before his break, eleven weeks of the programme ago, then one that was cancelled because the office was short; two actions stay open. */
const TOM: readonly ToldReview[] = [
  {
    kind: 'held',
    daysFromMonday: -131,
    startsAt: '09:30',
    notes:
      'The last review before Tom’s break; Ruth came because he joins her cohort afterwards. Two study days went to duty cover this month. He says that he reads in the evenings to keep up, and that this cannot go on.\n\nKerry looks for cover for the Thursday rota, so that the study day holds once he is back.',
    actions: [
      { words: 'Keep Thursday clear: name somebody else for duty cover.', part: 'manager', dueAfterDays: 82 },
      { words: 'Agree with Ruth in which order the late modules come.', part: 'trainee', dueAfterDays: 89 },
      { words: 'Send a plan for the first weeks back.', part: 'tutor', dueAfterDays: 75, doneAfterDays: 74 },
    ],
    signedBy: ALL,
    facts: {
      progress: { sentence: '1 module behind: 5 of 6 due by now', late: [] },
      caseload: { sentence: '870 points available, 861 used, 99.0%', isOver: false, agreement: null, objections: [] },
    },
    study: {
      takenMinutes: 888,
      lostMinutes: 888,
      lostByCause: [{ cause: 'duty_cover', minutes: 888 }],
    },
  },
  { kind: 'cancelled', daysFromMonday: -17, startsAt: '09:30', reason: 'The office was two officers short that week.' },
];

/** Priya: signed by tutor and manager, and waiting for hers. */
const PRIYA: readonly ToldReview[] = [
  {
    kind: 'held',
    daysFromMonday: -5,
    startsAt: '11:00',
    notes:
      'Priya is on time and asks good questions in the peer sessions. We talked about lone visits: she would like to shadow two more before she goes alone.',
    actions: [
      { words: 'Arrange two home visits to shadow.', part: 'manager', dueAfterDays: 21 },
      { words: 'Write up what you noticed at the first of them.', part: 'trainee', dueAfterDays: 30 },
    ],
    signedBy: ['tutor', 'manager'],
  },
];

/** Nia: met five weeks ago, and the next one planned. */
const NIA: readonly ToldReview[] = [
  {
    kind: 'held',
    daysFromMonday: -33,
    startsAt: '13:00',
    notes: 'The first review. Three days a week work well so far; Mondays are the day for study.',
    actions: [
      {
        words: 'Tell the office in writing that Monday is the study day.',
        part: 'manager',
        dueAfterDays: 7,
        doneAfterDays: 5,
      },
    ],
    signedBy: ALL,
    study: { entitledMinutes: 1064, plannedMinutes: 1064, takenMinutes: 1064 },
  },
  { kind: 'planned', daysFromMonday: 22, startsAt: '13:00' },
];

/** What the demo tells of the supervision of those with a story of their own. */
export const REVIEWS_TOLD: Readonly<Record<string, readonly ToldReview[]>> = {
  amara: AMARA,
  tom: TOM,
  priya: PRIYA,
  nia: NIA,
};
