import { formatDay } from '#src/domain/calendar.ts';
import { durationWords } from '#src/domain/studyTime/duration.ts';
import type { StudyRecord, StudySession, StudyTotals } from '#src/domain/studyTime/ledger.ts';
import { CAUSE_WORDS, type LossCause, type StudyPart } from '#src/domain/studyTime/words.ts';
import { timeWords } from '#src/domain/week/times.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

export const PART_NAMES: Readonly<Record<StudyPart, string>> = {
  academic: 'University work',
  vocational: 'Vocational work for the portfolio',
  modules: 'Modules in this portal',
};

export const CAUSE_NAMES: Readonly<Record<LossCause, string>> = {
  duty_cover: 'Duty cover',
  recall: 'Recall',
  court: 'Court',
  sickness: 'Sickness',
  other: 'Something else',
};

/** When and what for: "Thursday 19 November, 9:30am: 7 hours 24 minutes, university work". */
export function sessionWords({ day, startsAt, minutes, part }: StudySession, today: string): string {
  const when =
    startsAt === null ? formatDay(day, { year: today }) : `${formatDay(day, { year: today })}, ${timeWords(startsAt)}`;
  return `${when}: ${durationWords(minutes)}, ${PART_NAMES[part].replace(/^./, (first) => first.toLowerCase())}`;
}

/** What a record says, in a sentence without its full stop. */
export function recordWords({ takenMinutes, lostMinutes, cause }: StudyRecord): string {
  if (lostMinutes === 0 || cause === null) return `${durationWords(takenMinutes)} taken`;
  const lost = `${durationWords(lostMinutes)} lost to ${CAUSE_WORDS[cause]}`;
  return takenMinutes === 0 ? lost : `${lost}, ${durationWords(takenMinutes)} taken`;
}

/** Word and shape of what became of a session. */
export function stateOf(
  { day, record, isPlanned }: Pick<StudySession, 'day' | 'record' | 'isPlanned'>,
  today: string,
): { kind: TagKind; text: string } {
  if (record === null) return day > today ? { kind: 'proposed', text: 'Planned' } : { kind: 'due', text: 'To record' };
  if (!isPlanned) return { kind: 'done', text: 'Taken, not planned' };
  if (record.lostMinutes === 0) return { kind: 'done', text: 'Taken' };
  return record.takenMinutes === 0 ? { kind: 'not_met', text: 'Lost' } : { kind: 'in_progress', text: 'Partly lost' };
}

/** What the time was lost to, most sessions first: "duty cover (2), court (1)". */
export function causesWords({ lostByCause }: Pick<StudyTotals, 'lostByCause'>): string {
  return [...lostByCause]
    .sort((one, other) => other.minutes - one.minutes)
    .map(({ cause, sessions }) => `${CAUSE_WORDS[cause]} (${String(sessions)})`)
    .join(', ');
}

/** This week in a sentence, against what she is entitled to. A week in which nothing stands yet says so, and counts no zeros. */
export function weekSentence({ entitledMinutes, takenMinutes, lostMinutes }: StudyTotals): string {
  const of = durationWords(entitledMinutes);
  if (entitledMinutes === 0 && takenMinutes === 0) return 'There is no study time to take this week.';
  if (entitledMinutes === 0) return `This week: ${durationWords(takenMinutes)} taken, with nothing to take by right.`;
  if (takenMinutes === 0 && lostMinutes === 0) return `This week: none of ${of} recorded as taken yet.`;
  const taken = takenMinutes === 0 ? `none taken of ${of}` : `${durationWords(takenMinutes)} taken of ${of}`;
  return `This week: ${taken}${lostMinutes === 0 ? '' : `, ${durationWords(lostMinutes)} lost`}.`;
}

/** What was lost this month, to what, and how much of it was made up. */
export function lostSentence(month: StudyTotals): string {
  const { lostMinutes, madeUpMinutes } = month;
  if (lostMinutes === 0) return 'This month nothing was recorded as lost.';
  const madeUp =
    madeUpMinutes === 0
      ? 'None of it was made up yet.'
      : madeUpMinutes >= lostMinutes
        ? 'All of it was made up.'
        : `${durationWords(madeUpMinutes)} of it made up.`;
  return `This month ${durationWords(lostMinutes)} were lost: ${causesWords(month)}. ${madeUp}`;
}

/** The figures of some days in one sentence; `name`: what those days are called, at the beginning of it. */
export function totalsSentence(name: string, totals: StudyTotals): string {
  const { entitledMinutes, takenMinutes, lostMinutes, unrecordedMinutes } = totals;
  const taken = `${name}: ${durationWords(takenMinutes)} taken of ${durationWords(entitledMinutes)} you are entitled to`;
  const lost = lostMinutes === 0 ? 'nothing recorded as lost' : `${durationWords(lostMinutes)} lost`;
  const open = unrecordedMinutes === 0 ? '' : `, ${durationWords(unrecordedMinutes)} not recorded yet`;
  return `${taken}, ${lost}${open}.`;
}

/** A session's own name for a form field or an error: one form of the page stands for each session. */
export const fieldOf = (name: string, sessionId: string) => `${name}-${sessionId}`;

/** The same for whoever reads about somebody: "November 2026: 22 hours 12 minutes taken of 31 hours 5 minutes, …". */
export function periodSentence(name: string, totals: StudyTotals): string {
  return totalsSentence(name, totals).replace(' you are entitled to', '');
}

/** A cohort's month in one sentence. */
export function cohortSentence(each: readonly StudyTotals[], all: StudyTotals): string {
  const losing = each.filter(({ lostMinutes }) => lostMinutes > 0).length;
  if (losing === 0) return 'No study time is recorded as lost.';
  const who = `${String(losing)} of ${String(each.length)} trainees lost study time`;
  return `${who}: ${durationWords(all.lostMinutes)} of ${durationWords(all.plannedMinutes)} planned, ${durationWords(all.madeUpMinutes)} made up since.`;
}
