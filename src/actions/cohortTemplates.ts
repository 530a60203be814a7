import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { findTemplate, removeTemplate } from '#db/queries/cohorts/templates.ts';
import { COHORT_NAME_MAXIMUM } from '#src/domain/cohorts/rules.ts';
import { sessionPlanSchema, type SessionPlan } from '#src/domain/cohorts/template.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { keepTemplate } from '#src/server/cohorts/templates.ts';
import { now } from '#src/server/portal.ts';
import { recordId, revision, ticked } from './typedFields.ts';
import { neededText, safeText } from './typedText.ts';

const PLACE_MAXIMUM = 120;
const typed = z.string().max(20).nullish();
const oneLine = (text: string) => text.trim().replaceAll(/\s+/g, ' ');

const sessionFields = {
  hasSessions: ticked,
  nth: typed,
  weekday: typed,
  startsAt: typed,
  endsAt: typed,
  months: typed,
  place: safeText(PLACE_MAXIMUM).transform(oneLine),
};

const WRONG: Readonly<Record<string, string>> = {
  nth: 'Choose which of the weekdays of a month',
  weekday: 'Choose a weekday',
  startsAt: 'Give the time at which it begins, for example 14:00',
  endsAt: 'Give the time at which it ends, after it begins',
  months: 'Give a number of months from 1 to 24',
};

type Typed = z.output<z.ZodObject<typeof sessionFields>>;

const numberOf = (text: string | null | undefined) => (text && text.trim() !== '' ? Number(text) : null);

/** The monthly sessions as they were typed, or null; what is wrong goes to its field. */
function planOf(input: Typed, problems: z.RefinementCtx): SessionPlan | null {
  if (!input.hasSessions) return null;
  const { nth, weekday, startsAt, endsAt, months, place } = input;
  const parsed = sessionPlanSchema.safeParse({
    ...{ nth: numberOf(nth), weekday: numberOf(weekday), months: numberOf(months), place },
    ...{ startsAt: startsAt?.slice(0, 5) ?? '', endsAt: endsAt?.slice(0, 5) ?? '' },
  });
  if (parsed.success) return parsed.data;
  for (const field of new Set(parsed.error.issues.map(({ path }) => String(path[0]))))
    problems.addIssue({ code: 'custom', path: [field], message: WRONG[field] ?? 'Check this' });
  return null;
}

/** Templates that cohorts are made from; administrators write them. */
export const cohortTemplates = {
  save: defineAction({
    accept: 'form',
    input: z
      .object({
        id: z.uuid(),
        name: neededText(COHORT_NAME_MAXIMUM, 'Give the template a name').transform(oneLine),
        region: safeText(COHORT_NAME_MAXIMUM).transform(oneLine),
        weekFrom: recordId,
        basedOn: revision,
        ...sessionFields,
      })
      .transform((input, problems) => ({
        ...{ id: input.id, name: input.name, region: input.region },
        ...{ weekFrom: input.weekFrom, basedOn: input.basedOn, sessions: planOf(input, problems) },
      })),
    handler: guarded({
      ability: 'cohort.administer',
      subject: () => ({}),
      run: async (asked, _viewer, { write }) => {
        await write((tx, admin) => keepTemplate(tx, admin, asked));
        return { id: asked.id };
      },
    }),
  }),

  /** Takes one out. Cohorts that were made from it stay as they are. */
  remove: defineAction({
    accept: 'form',
    input: z.object({ templateId: recordId }),
    handler: guarded({
      ability: 'cohort.administer',
      subject: ({ templateId }, _viewer, db) => findTemplate(db, templateId),
      run: async ({ templateId }, _viewer, { write }) => {
        await write((tx) => removeTemplate(tx, templateId, now()));
        return { id: templateId };
      },
    }),
  }),
};
