import { z } from 'astro/zod';
import { EVIDENCE_KINDS } from './words.ts';

const words = z.string().trim().min(1, 'Write at least one word here.');

const criterionSchema = z.strictObject({
  /** Unit, full stop, number: `3.2` is the second criterion of unit 3. */
  id: z.string().regex(/^[1-9]\d?\.[1-9]\d?$/, 'Write unit, full stop, number, for example "3.2".'),
  /** What the trainee shows, in one sentence. */
  text: words,
  /** How many pieces of evidence are wanted before it counts as covered. */
  neededTimes: z.int().min(1).max(5),
  kinds: z.array(z.enum(EVIDENCE_KINDS)).min(1, 'Name at least one kind of evidence.'),
  /** Kinds of which one piece at least is wanted; each of them also stands in `kinds`. */
  mustInclude: z.array(z.enum(EVIDENCE_KINDS)).default([]),
  /** How many months evidence for it stays current until it is signed off; null: for good. */
  currentForMonths: z.int().min(1).max(120).nullable().default(null),
});

const unitSchema = z.strictObject({
  id: z.string().regex(/^[1-9]\d?$/, 'Write the number of the unit, for example "3".'),
  title: words,
  summary: words,
  criteria: z.array(criterionSchema).min(1, 'A unit has at least one criterion.'),
});

/** Units and criteria of the vocational part, as data, so that the awarding body's text can take the place of the demonstration set. */
export const qualificationSchema = z
  .strictObject({
    /** Kept with every submission and sign-off. A changed text is a new version. */
    version: words,
    label: words,
    /** Shown wherever the criteria are: where the text comes from. */
    notice: words,
    units: z.array(unitSchema).min(1, 'A qualification has at least one unit.'),
  })
  .superRefine(({ units }, context) => {
    const seen = new Set<string>();
    units.forEach((unit, unitIndex) =>
      unit.criteria.forEach((criterion, index) => {
        const path = ['units', unitIndex, 'criteria', index, 'id'];
        if (!criterion.id.startsWith(`${unit.id}.`))
          context.addIssue({ code: 'custom', path, message: `Begin it with "${unit.id}.", the number of its unit.` });
        if (seen.has(criterion.id))
          context.addIssue({ code: 'custom', path, message: `"${criterion.id}" is used twice.` });
        const stranger = criterion.mustInclude.find((kind) => !criterion.kinds.includes(kind));
        if (stranger)
          context.addIssue({
            code: 'custom',
            path,
            message: `"${stranger}" must be included, but is not among its kinds.`,
          });
        seen.add(criterion.id);
      }),
    );
  });

export type Criterion = z.infer<typeof criterionSchema>;
export type QualificationUnit = z.infer<typeof unitSchema>;
export type Qualification = z.infer<typeof qualificationSchema>;
