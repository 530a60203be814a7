import { addDays } from '#src/domain/calendar.ts';
import { factsText, type ReviewFacts } from '#src/domain/supervision/facts.ts';
import type { ReviewRecord } from '#src/domain/supervision/record.ts';
import type { ReviewPart } from '#src/domain/supervision/words.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type ToldReview, REVIEWS_TOLD } from './supervisionStories.ts';
import { type DemoTime, noonOf, startedOn } from './timing.ts';

/** A signature that the demo's ledger makes: who, as whom, under which record, when. */
export interface ReviewSigning {
  readonly review: ReviewRecord;
  readonly part: ReviewPart;
  readonly personId: string;
  readonly at: Date;
}

/** Whoever has no story of her own met this many weeks ago, at most. */
const CROWD_WEEKS = 7;
const TUTORS: Readonly<Record<string, string>> = { london: 'ruth', wales: 'gwen' };

const tutorOf = ({ cohortId }: Story) => TUTORS[cohortId] ?? cohortId.replace('cohort-', 'tutor-');

/** Meetings and reviews of everybody, and what of them is to be signed. Only people with a name of their own have signatures. */
export function tellSupervision(
  rows: DemoRows,
  { time, stories }: { time: DemoTime; stories: readonly Story[] },
): ReviewSigning[] {
  return stories.flatMap((story, index) => {
    const told = REVIEWS_TOLD[story.id];
    return told
      ? told.flatMap((review) => tellReview(rows, { time, story, review }))
      : tellUsual(rows, { time, story, index });
  });
}

/** One review that says little; signed by the tutor where it is about somebody of London or Wales, who are few. */
function tellUsual(rows: DemoRows, { time, story, index }: { time: DemoTime; story: Story; index: number }) {
  const heldOn = addDays(time.monday, -7 * (1 + (index % CROWD_WEEKS)) + 2);
  if (heldOn < addDays(startedOn(time, story), 14)) return [];
  const isFew = story.cohortId in TUTORS;
  const review: ToldReview = {
    kind: 'held',
    daysFromMonday: -7 * (1 + (index % CROWD_WEEKS)) + 2,
    startsAt: '14:00',
    notes: 'We looked at the last weeks together. The study day holds, and the caseload stays as it is for now.',
    actions: [],
    signedBy: isFew ? ['tutor'] : [],
  };
  return tellReview(rows, { time, story, review });
}

interface Telling {
  readonly time: DemoTime;
  readonly story: Story;
  readonly review: ToldReview;
}

function tellReview(rows: DemoRows, { time, story, review }: Telling): ReviewSigning[] {
  const day = addDays(time.monday, review.daysFromMonday);
  const id = `${story.id}-meeting-${day}`;
  const cancelled = review.kind === 'cancelled' && {
    cancelledAt: noonOf(addDays(day, -1)),
    cancelledBy: story.managerId,
    cancelReason: review.reason,
  };
  const planned = { plannedBy: tutorOf(story), plannedAt: noonOf(addDays(day, -21)) };
  rows.supervisionMeetings.push({ id, traineeId: story.id, day, startsAt: review.startsAt, ...planned, ...cancelled });
  return review.kind === 'held' ? tellRecord(rows, { time, story, review }, { day, meetingId: id }) : [];
}

function tellRecord(
  rows: DemoRows,
  { time, story, review }: Telling & { review: ToldReview & { kind: 'held' } },
  { day, meetingId }: { day: string; meetingId: string },
): ReviewSigning[] {
  const id = `${story.id}-review-${day}`;
  const writer = tutorOf(story);
  const { notes, isDraft = false } = review;
  const savedAt = noonOf(day);
  const row = {
    id,
    traineeId: story.id,
    meetingId,
    heldOn: day,
    notes,
    createdBy: writer,
    createdAt: savedAt,
    savedBy: writer,
    savedAt,
  };
  const facts = factsText(factsOf({ time, story, review }, day));
  const actions = review.actions.map(({ words, part, dueAfterDays }, index) => ({
    ...{ id: `${id}-action-${index + 1}`, position: index + 1, words, part },
    dueOn: addDays(day, dueAfterDays),
  }));
  rows.supervisionReviews.push({ ...row, facts, revision: 1, readyAt: isDraft ? null : savedAt });
  rows.supervisionActions.push(
    ...actions.map((action, index) => ({ ...action, reviewId: id, ...doneOf(review, { index, day, story }) })),
  );
  const people = { trainee: story.id, tutor: writer, manager: story.managerId };
  return review.signedBy.map((part, index) => ({
    review: { ...row, facts, actions },
    part,
    personId: people[part],
    at: new Date(savedAt.getTime() + (index + 1) * 3_600_000),
  }));
}

function doneOf(
  review: ToldReview & { kind: 'held' },
  { index, day, story }: { index: number; day: string; story: Story },
) {
  const action = review.actions[index];
  if (action?.doneAfterDays === undefined) return {};
  const people = { trainee: story.id, tutor: tutorOf(story), manager: story.managerId };
  return { doneAt: noonOf(addDays(day, action.doneAfterDays)), doneBy: people[action.part] };
}

/** An agenda as it might have been made that day: figures of the story, or of nobody in particular. */
function factsOf(
  { time, story, review }: Telling & { review: ToldReview & { kind: 'held' } },
  day: string,
): ReviewFacts {
  const weeksAgo = Math.round(-review.daysFromMonday / 7);
  const due = Math.max(1, Math.min(24, story.week - weeksAgo - 1));
  const study = {
    entitledMinutes: 1776,
    plannedMinutes: 1776,
    takenMinutes: 1776,
    lostMinutes: 0,
    madeUpMinutes: 0,
    lostByCause: [],
  };
  return {
    version: 1,
    madeOn: day < startedOn(time, story) ? startedOn(time, story) : day,
    progress: { sentence: `On track: ${due} of ${due} modules due by now`, late: [] },
    caseload: { sentence: '435 points available, 398 used, 91.5%', isOver: false, agreement: null, objections: [] },
    evidence: { returned: 0, waiting: 0, signed: 1 },
    placements: [],
    actions: [],
    sharedWellbeing: [],
    ...review.facts,
    studyTime: { from: addDays(day, -27), to: day, ...study, ...review.study },
  };
}
