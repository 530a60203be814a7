import { canonicalJson, type Json } from '../ledger/canonicalJson.ts';
import type { Criterion, Qualification, QualificationUnit } from './qualification.ts';
import type { SignOffSubject } from './words.ts';

/** What the qualification is called where criteria and units have their ids. */
export const WHOLE_QUALIFICATION = 'all';

export interface WordedSubject {
  readonly subject: SignOffSubject;
  readonly subjectId: string;
}

/** What can be signed off in a qualification, by what it is. Null for something that is not in it. */
export function findSubject({ units }: Pick<Qualification, 'units'>, { subject, subjectId }: WordedSubject) {
  const unit = units.find(({ id }) => id === (subject === 'unit' ? subjectId : subjectId.split('.')[0])) ?? null;
  if (subject === 'qualification') return subjectId === WHOLE_QUALIFICATION ? { unit: null, criterion: null } : null;
  if (subject === 'unit') return unit && { unit, criterion: null };
  const criterion = unit?.criteria.find(({ id }) => id === subjectId) ?? null;
  return criterion && { unit, criterion };
}

/**
 * The one text of what is signed as it is worded, with what it asks for: its SHA-256 goes into the ledger, so that nobody can say later
 * that something else was signed. Throws a RangeError for something that is not in the qualification. Source: docs/ledger.md.
 */
export function wordingText(qualification: Qualification, wanted: WordedSubject): string {
  const found = findSubject(qualification, wanted);
  if (!found) throw new RangeError(`There is no ${wanted.subject} ${wanted.subjectId} in ${qualification.version}.`);
  const { version, label, notice, units } = qualification;
  if (found.criterion)
    return canonicalJson({ label: 'pqip-criterion-v1', version, ...criterionFacts(found.criterion) });
  if (found.unit) return canonicalJson({ label: 'pqip-unit-v1', version, ...unitFacts(found.unit) });
  return canonicalJson({ label: 'pqip-qualification-v1', version, title: label, notice, units: units.map(unitFacts) });
}

function unitFacts({ id, title, summary, criteria }: QualificationUnit) {
  return { id, title, summary, criteria: criteria.map(criterionFacts) } satisfies Json;
}

/** Kinds in the order of their names: in which order they are written down changes nothing. */
function criterionFacts({ id, text, neededTimes, kinds, mustInclude, currentForMonths }: Criterion) {
  return {
    id,
    text,
    neededTimes,
    kinds: [...kinds].sort(),
    mustInclude: [...mustInclude].sort(),
    currentForMonths,
  } satisfies Json;
}
