import type { CaseloadStory, ObjectionStory, ReductionStory, WorkStory } from './caseloadStories.ts';
import type { Telling } from './caseloadTelling.ts';
import { noonOf, weeksBefore } from './timing.ts';
import { addDays } from '#src/domain/calendar.ts';

/** What beside cases is in the story of a caseload: reports and contacts, hours taken off, and what was not agreed. */
export function tellBesideCases(
  telling: Telling,
  { work = [], reductions = [], objections = [] }: CaseloadStory,
): void {
  const idOf = (noun: string, index: number) => `${telling.story.id}-${noun}-${String(index + 1)}`;
  for (const [index, told] of work.entries()) tellWork(telling, told, idOf('work', index));
  for (const [index, told] of reductions.entries()) tellReduction(telling, told, idOf('reduction', index));
  for (const [index, told] of objections.entries()) tellObjection(telling, told, idOf('objection', index));
}

function tellWork({ rows, story, time }: Telling, told: WorkStory, id: string): void {
  const { kind, type = null, level = null } = told;
  const startsOn = addDays(time.today, -told.fromDaysAgo);
  const days = { startsOn, endsOn: addDays(time.today, told.dueInDays + 1), enteredAt: noonOf(startsOn) };
  rows.caseloadWork.push({ id, traineeId: story.id, kind, type, level, enteredBy: story.managerId, ...days });
}

function tellReduction(
  { rows, story, time }: Telling,
  { reason, hoursPerWeek, from, to }: ReductionStory,
  id: string,
): void {
  const startsOn = weeksBefore(time, from);
  const days = { startsOn, endsOn: to === null ? null : weeksBefore(time, to), enteredAt: noonOf(startsOn) };
  rows.workloadReductions.push({ id, traineeId: story.id, reason, hoursPerWeek, enteredBy: story.managerId, ...days });
}

function tellObjection(
  { rows, story, time }: Telling,
  { about, words, daysAgo, answer }: ObjectionStory,
  id: string,
): void {
  const instant = (days: number) => noonOf(addDays(time.today, -days));
  const caseId = about === null ? null : `${story.id}-case-${String(about)}`;
  rows.caseObjections.push({ id, traineeId: story.id, caseId, words, raisedAt: instant(daysAgo) });
  if (!answer) return;
  const answered = { personId: answer.personId, words: answer.words, settles: true };
  rows.objectionAnswers.push({ ...answered, id: `${id}-answer`, objectionId: id, answeredAt: instant(answer.daysAgo) });
}
