import { z } from 'astro/zod';
import { isDay } from '#src/domain/calendar.ts';
import {
  DETAIL_FIELDS,
  DETAIL_MAX,
  type DetailField,
  detailsText,
  fieldsOf,
  WORDS_MAX,
} from '#src/domain/portfolio/details.ts';
import { EVIDENCE_LIMITS } from '#src/domain/portfolio/submitting.ts';
import type { Place } from '#src/domain/personalData/answers.ts';
import type { EvidenceKind } from '#src/domain/portfolio/words.ts';
import { orEmpty, safeText, typedText } from './typedText.ts';

const shortText = (what: string, maximum: number) =>
  orEmpty(
    z
      .string()
      .trim()
      .max(maximum, { error: `Keep ${what} under ${String(maximum)} characters` }),
  );

const WHERE = /^where-(\d{1,2}\.\d{1,2})$/;
const where = safeText(EVIDENCE_LIMITS.whereMax);

/** Half-written days are kept out; whether a day can be the right one is asked when it is handed in. */
const day = orEmpty(
  z.string().refine((text) => text === '' || (isDay(text) && text >= '1960-01-01' && text <= '2099-12-31'), {
    error: 'Give a day that there was',
  }),
);

/** Criteria are ticked boxes of one name: a form gives one or several. */
const chosen = z
  .preprocess(
    (value) => (value === undefined || value === null ? [] : [value].flat()),
    z.array(z.string().max(20)).max(60),
  )
  .transform((ids) => [...new Set(ids)]);

/** What a form holds, by name; several values of one name as a list. Other ways of sending are left as they are. */
function fromForm(sent: unknown): unknown {
  if (!(sent instanceof FormData)) return sent;
  return { ...Object.fromEntries(sent), criteria: sent.getAll('criteria') };
}

/** How the answer to a detail is read: a half-written day as no day, an answer in sentences with its lines. */
function detailSchema({ type }: DetailField) {
  if (type === 'day') return day;
  return type === 'words' ? typedText(WORDS_MAX) : shortText('this', DETAIL_MAX);
}

const details = Object.fromEntries(
  Object.values(DETAIL_FIELDS)
    .flat()
    .map((field) => [field.name, detailSchema(field)]),
);

const words = {
  title: shortText('the title', EVIDENCE_LIMITS.titleMax),
  text: typedText(EVIDENCE_LIMITS.textMax),
  happenedOn: day,
  criteria: chosen,
};

/** `where-3.2` of every criterion: where in it that is shown. */
function placesIn(sent: Readonly<Record<string, unknown>>, problem: (field: string, words: string) => void) {
  const whereShown: Record<string, string> = {};
  for (const [name, value] of Object.entries(sent)) {
    const criterionId = WHERE.exec(name)?.[1];
    if (criterionId === undefined) continue;
    const read = where.safeParse(value);
    if (read.success) whereShown[criterionId] = read.data;
    else problem(name, read.error.issues[0]?.message ?? '');
  }
  return whereShown;
}

/** A draft as a form sends it, with further fields of the action, and whatever else the form carries. */
export const draftForm = <Shape extends z.ZodRawShape>(more: Shape) =>
  z.preprocess(
    fromForm,
    z.looseObject({ ...words, ...details, ...more }).transform((sent, problems) => {
      const problem = (field: string, message: string) => problems.addIssue({ code: 'custom', path: [field], message });
      return { ...sent, whereShown: placesIn(sent, problem) };
    }),
  );

/** What every form of a draft says about it. */
export interface SentDraft {
  readonly title: string;
  readonly text: string;
  readonly happenedOn: string;
  readonly criteria: readonly string[];
  readonly whereShown: Readonly<Record<string, string>>;
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string';

/** Who writes it down: each is asked her own fields, and what else a form carries is left out. */
type Writing = 'trainee' | 'assessor';

/** What was typed into the fields that its kind asks of its writer, by name. */
function answers(kind: EvidenceKind, sent: object, by: Writing): Record<string, string> {
  const asked = new Set(fieldsOf(kind, by).map(({ name }) => name));
  return Object.fromEntries(
    Object.entries(sent)
      .filter(isText)
      .filter(([name]) => asked.has(name)),
  );
}

/** What is kept of it: of the details only those that its kind asks, of the places only those of criteria that were chosen. */
export function savedWords(kind: EvidenceKind, sent: SentDraft, by: Writing = 'trainee') {
  const { title, text, happenedOn, criteria, whereShown } = sent;
  const chosenOnes = Object.entries(whereShown).filter(([id]) => criteria.includes(id));
  return {
    title,
    text,
    happenedOn: happenedOn === '' ? null : happenedOn,
    claims: criteria,
    whereShown: Object.fromEntries(chosenOnes),
    details: detailsText(kind, answers(kind, sent, by)),
  };
}

/** The texts of a draft that are looked at for what belongs to real people, by the names of their fields. */
export function checkedTexts(kind: EvidenceKind, sent: SentDraft, by: Writing = 'trainee'): Place[] {
  const typed = answers(kind, sent, by);
  const asked = fieldsOf(kind, by).filter(({ type }) => type === 'text' || type === 'words');
  const told = asked.map(({ name }) => ({ place: name, text: typed[name] ?? '' }));
  return [{ place: 'title', text: sent.title }, ...told, { place: 'text', text: sent.text }];
}
