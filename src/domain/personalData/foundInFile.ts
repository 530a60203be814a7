import { type Justification, justifyField, REASON_LIMITS } from './answers.ts';
import { findPersonalData } from './patterns.ts';
import { PERSONAL_DATA_NAMES, type PersonalDataKind } from './words.ts';

/** Kinds in the text of a file, and how often each: what `checkFileText` gives. */
export type Found = readonly (readonly [PersonalDataKind, number])[];

/** The field in which a kind found in a file is justified, all of it at once: its passages are not kept, so they cannot be shown one by one. */
const fieldOf = (place: string, kind: PersonalDataKind) => justifyField({ place, kind, number: 1 });

function reasonProblem(reason: string, kind: PersonalDataKind): string | null {
  if (reason === '') return `Say why ${PERSONAL_DATA_NAMES[kind]} may stay in the file, or take the file off`;
  if (reason.length < REASON_LIMITS.least) return 'Say in a few words why it may stay';
  if (reason.length > REASON_LIMITS.most) return `Keep the reason under ${String(REASON_LIMITS.most)} characters`;
  if (findPersonalData(reason).length === 0) return null;
  return 'The reason is kept, so it must not repeat what the file holds. Say why it may stay without naming it';
}

/** What is wrong with the reasons given for a file, by field; empty where every kind is answered. */
export function foundProblems(
  place: string,
  found: Found,
  reasons: ReadonlyMap<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    found.flatMap(([kind]) => {
      const problem = reasonProblem(reasons.get(fieldOf(place, kind)) ?? '', kind);
      return problem === null ? [] : [[fieldOf(place, kind), problem]];
    }),
  );
}

/** One row for each hit, all of a kind with the same reason. */
export function justificationsOfFound(
  place: string,
  found: Found,
  reasons: ReadonlyMap<string, string>,
): Justification[] {
  return found.flatMap(([kind, count]) => {
    const reason = reasons.get(fieldOf(place, kind)) ?? '';
    return Array.from({ length: count }, () => ({ place, kind, reason }));
  });
}
