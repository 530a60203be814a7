import { saidMinutes } from '#src/domain/modules/measuredMinutes.ts';
import { tagsNamed } from './lessonTags.ts';
import type { ContentProblem } from './problems.ts';
import type { WrittenModule } from './readModule.ts';

/** How many of each a module usually has. More or fewer is for the author to judge. Source: docs/authoring.md. */
const USUAL_SIZES = {
  sections: { min: 5, max: 7 },
  outcomes: { min: 3, max: 5 },
  terms: { min: 3, max: 12 },
} as const;

/** Fewest minutes for the knowledge check and the reflection together. */
const MINUTES_AFTER_READING = 5;

function minuteWarning({ file, value, lineOf }: WrittenModule): ContentProblem[] {
  const left = value.minutes - saidMinutes(value);
  if (left >= MINUTES_AFTER_READING) return [];
  const message = `The sections leave ${String(left)} minutes for the knowledge check and the reflection.`;
  return [{ file, line: lineOf('minutes'), field: 'minutes', message }];
}

/** A module with unusually many or few sections, outcomes or terms, or no time left after the reading. */
export function sizeWarnings(module: WrittenModule): ContentProblem[] {
  const { file, value, tags, text, lineOf } = module;
  const terms = tagsNamed(tags, 'Term');
  const counted = [
    { field: 'sections', count: value.sections.length, line: lineOf('sections'), ...USUAL_SIZES.sections },
    { field: 'outcomes', count: value.outcomes.length, line: lineOf('outcomes'), ...USUAL_SIZES.outcomes },
    { field: 'terms', count: terms.length, line: terms[0]?.line ?? text.bodyLine, ...USUAL_SIZES.terms },
  ];
  const unusual = counted
    .filter(({ count, min, max }) => count < min || count > max)
    .map(({ field, count, line, min, max }) => ({
      file,
      line,
      field,
      message: `There are ${String(count)} ${field}; a module usually has ${String(min)} to ${String(max)}.`,
    }));
  return [...unusual, ...minuteWarning(module)];
}
