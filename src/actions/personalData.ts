import { z } from 'astro/zod';
import { Refusal } from '#src/domain/errors.ts';
import {
  type AnsweredHit,
  answeredHits,
  type Justification,
  justificationsOf,
  openWords,
  type Place,
  readReasons,
} from '#src/domain/personalData/answers.ts';
import type { PersonalDataKind } from '#src/domain/personalData/words.ts';
import { foundProblems, justificationsOfFound } from '#src/domain/personalData/foundInFile.ts';

/** The input of an action whose form may hold reasons (`justify-PLACE-KIND-N`): they come along as they are. */
export function withReasons<Shape extends z.core.$ZodLooseShape>(schema: z.ZodObject<Shape>) {
  return schema.catchall(z.unknown());
}

/** What a form did not answer, by field: at the text where a reason is missing, at the reason where it will not do. The first of each. */
function fieldErrors(open: readonly AnsweredHit[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { hit, field, reason, problem } of open) {
    if (reason !== '') errors[field] ??= problem ?? '';
    else errors[hit.place] ??= `${openWords(hit)} Take it out, or say under the field why it may stay`;
  }
  return errors;
}

/**
 * Looks at the texts of a form before anything of them is kept. `form`: its fields by name; `places`: the texts by the name of their field.
 * Gives back the answers to keep, kind and reason each. Throws `bad_input` with the passages, which are told and never stored.
 */
export function checkedPlaces(form: Readonly<Record<string, unknown>>, places: readonly Place[]): Justification[] {
  const answered = answeredHits(places, readReasons(form));
  const open = answered.filter(({ problem }) => problem !== null);
  if (open.length > 0) throw new Refusal('bad_input', { fields: fieldErrors(open) });
  return justificationsOf(answered);
}

/**
 * The same for a file whose text was looked at when it came: `found` says the kinds in it and how often. Its place is `file:ID`, and one
 * reason answers all of a kind, in `justify-file:ID-KIND-1`.
 */
export function checkedFile(
  form: Readonly<Record<string, unknown>>,
  { place, found }: { readonly place: string; readonly found: readonly (readonly [PersonalDataKind, number])[] },
): Justification[] {
  const reasons = readReasons(form);
  const errors = foundProblems(place, found, reasons);
  if (Object.keys(errors).length > 0) throw new Refusal('bad_input', { fields: errors });
  return justificationsOfFound(place, found, reasons);
}
