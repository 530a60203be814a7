import { z } from 'astro/zod';
import { formatDay, isDay } from '../calendar.ts';
import { isKeepable } from './keepable.ts';
import type { EvidenceKind } from './words.ts';

/** What a kind of evidence asks beside its text: one answer, kept as text under its name. */
export interface DetailField {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly type: 'text' | 'day' | 'minutes' | 'words';
  /** What is said where it is left empty when the evidence is handed in; null: it may stay empty. */
  readonly missing: string | null;
  /** Asked of the trainee alone: where an assessor writes the record down, it is known. */
  readonly ofTraineeOnly?: true;
  /** Asked of an assessor alone, who writes down what she saw. */
  readonly ofAssessorOnly?: true;
}

/** Answers by the name of their field. A field that was left empty is not among them. */
export type Details = Readonly<Record<string, string>>;

/** Characters of one answer. */
export const DETAIL_MAX = 200;
/** Characters of an answer that takes several sentences. */
export const WORDS_MAX = 5000;
/** Minutes of one discussion: longer ones are mistakes. */
const MOST_MINUTES = 480;

const text = (field: Omit<DetailField, 'type'>): DetailField => ({ type: 'text', ...field });

/** The fields of each kind, in the order of the page. Names are told apart over all kinds, because a form may carry all of them. */
export const DETAIL_FIELDS: Readonly<Record<EvidenceKind, readonly DetailField[]>> = {
  reflective_account: [],
  professional_discussion: [
    text({
      name: 'withWhom',
      label: 'Whom did you talk with?',
      hint: 'Their job, not their name: “my practice assessor”, “the senior probation officer on duty”.',
      missing: 'Say whom you talked with',
      ofTraineeOnly: true,
    }),
    {
      name: 'minutes',
      label: 'How long did it take?',
      hint: 'In minutes, about.',
      type: 'minutes',
      missing: 'Say how many minutes it took',
    },
    text({
      name: 'discussedAt',
      label: 'Where was it?',
      hint: 'What kind of place, not its name: “a room in the office”, “by video”.',
      missing: 'Say where it was',
      ofAssessorOnly: true,
    }),
    {
      name: 'discussionQuestions',
      label: 'Questions asked, and the answers',
      hint: 'A question a line, with what the trainee answered below it. Leave it empty where the recording or your account has them.',
      type: 'words',
      missing: null,
      ofAssessorOnly: true,
    },
  ],
  observation: [
    text({
      name: 'place',
      label: 'Where was it?',
      hint: 'What kind of place, not its name: “an interview room in the office”, “a home visit”, “the magistrates’ court”.',
      missing: 'Say where it was',
    }),
    text({
      name: 'observedBy',
      label: 'Who watched you?',
      hint: 'Their job, not their name.',
      missing: 'Say who watched you',
      ofTraineeOnly: true,
    }),
    {
      name: 'observedMinutes',
      label: 'How long did it last?',
      hint: 'In minutes, about.',
      type: 'minutes',
      missing: 'Say how many minutes you watched',
      ofAssessorOnly: true,
    },
    {
      name: 'observedQuestions',
      label: 'Questions asked, and the answers',
      hint: 'A question a line, with what the trainee answered below it. Leave it empty if you asked none.',
      type: 'words',
      missing: null,
      ofAssessorOnly: true,
    },
  ],
  witness_testimony: [
    text({
      name: 'witness',
      label: 'Who saw your work?',
      hint: 'Their job and how they know your work: “a hostel manager I visit with every week”. Not their name: they give that themselves.',
      missing: 'Say who saw your work',
    }),
  ],
  work_product: [
    text({
      name: 'system',
      label: 'In which system can it be seen?',
      hint: 'For example the case record or the assessment system. Never paste the document or its number here.',
      missing: 'Say in which system it can be seen',
    }),
    text({
      name: 'seenBy',
      label: 'Who saw it there with you?',
      hint: 'Their job: somebody who may open it, such as your practice assessor or your line manager.',
      missing: 'Say who saw it there',
    }),
    {
      name: 'seenOn',
      label: 'When did they see it?',
      hint: '',
      type: 'day',
      missing: 'Give the day on which they saw it',
    },
  ],
  assignment: [
    text({
      name: 'assignment',
      label: 'Which assignment is it?',
      hint: 'Its title, and the module it belongs to.',
      missing: 'Say which assignment it is',
    }),
    text({
      name: 'result',
      label: 'What was the result?',
      hint: 'The mark or the grade. Leave it empty while you wait for it.',
      missing: null,
    }),
  ],
  prior_learning: [
    text({
      name: 'award',
      label: 'What did you achieve?',
      hint: 'The award, the course or the role, with its level where it has one.',
      missing: 'Say what you achieved',
    }),
    text({
      name: 'awardedBy',
      label: 'Who gave it?',
      hint: 'The college, university, awarding body or employer.',
      missing: 'Say who gave it',
    }),
  ],
};

/** Every name that a detail has in any kind. */
export const DETAIL_NAMES: readonly string[] = Object.values(DETAIL_FIELDS).flatMap((fields) =>
  fields.map(({ name }) => name),
);

/** The fields a kind asks of the trainee, or of an assessor who writes the record down. */
export function fieldsOf(kind: EvidenceKind, by: 'trainee' | 'assessor' = 'trainee'): readonly DetailField[] {
  return DETAIL_FIELDS[kind].filter(({ ofTraineeOnly, ofAssessorOnly }) =>
    by === 'trainee' ? !ofAssessorOnly : !ofTraineeOnly,
  );
}

const stored = z.record(z.string(), z.string());

/** Details as they are kept, JSON -> by name. What is no such JSON gives none: a page must not fail over an old row. */
export function detailsOf(json: string): Details {
  try {
    const read = stored.safeParse(JSON.parse(json));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/** What was typed into the fields of a kind, as it is kept: JSON, trimmed, in the order of the fields, without what is empty. */
export function detailsText(kind: EvidenceKind, typed: Readonly<Record<string, string | undefined>>): string {
  const kept = DETAIL_FIELDS[kind].map(({ name }) => [name, (typed[name] ?? '').trim()] as const);
  return JSON.stringify(Object.fromEntries(kept.filter(([, answer]) => answer !== '')));
}

interface Asked {
  readonly kind: EvidenceKind;
  readonly details: Details;
  readonly by?: 'trainee' | 'assessor';
  readonly today: string;
}

/** What is wrong with the details of evidence that is handed in: field -> sentence. */
export function detailProblems({ kind, details, by = 'trainee', today }: Asked): Record<string, string> {
  const problems = fieldsOf(kind, by).map((field) => [field.name, problemOf(field, details[field.name] ?? '', today)]);
  return Object.fromEntries(problems.filter(([, problem]) => problem !== null)) as Record<string, string>;
}

function problemOf({ type, label, missing }: DetailField, answer: string, today: string): string | null {
  if (answer === '') return missing;
  if (type === 'day') return dayProblem(answer, today);
  if (type === 'minutes') return isMinutes(answer) ? null : `Give whole minutes, from 1 to ${String(MOST_MINUTES)}`;
  const most = type === 'words' ? WORDS_MAX : DETAIL_MAX;
  if (answer.length > most) return `Keep it under ${most.toLocaleString('en-GB')} characters`;
  return isKeepable(answer) ? null : `“${label}” has a character in it that cannot be kept`;
}

const isMinutes = (answer: string) => /^\d{1,3}$/.test(answer) && Number(answer) >= 1 && Number(answer) <= MOST_MINUTES;

/** Why a day cannot be when something happened, or null. Earlier learning may lie far back; nothing lies ahead. */
export function dayProblem(day: string, today: string): string | null {
  if (!isDay(day) || day < '1960-01-01') return 'Give a day that there was';
  return day > today ? 'Give a day that is not in the future' : null;
}

/** One answer as it is read: a day and minutes in words. */
export function answerWords({ type }: Pick<DetailField, 'type'>, answer: string): string {
  if (type === 'day' && isDay(answer)) return formatDay(answer, { year: true });
  if (type === 'minutes') return `${answer} ${answer === '1' ? 'minute' : 'minutes'}`;
  return answer;
}
