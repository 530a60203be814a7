import { z } from 'astro/zod';
import { listBusyTimes } from '#db/queries/placementClashes.ts';
import { listPlacements } from '#db/queries/placements.ts';
import { findTrainee } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import { clashFields, placementClashes } from '#src/domain/placements/clashes.ts';
import { placementDates, type PlacementDays, WORKING_WEEK } from '#src/domain/placements/days.ts';
import { OBJECTIVE_CRITERIA_MAXIMUM, PLACEMENT_LIMITS } from '#src/domain/placements/limits.ts';
import { filledObjectives, type Objective, objectiveProblems } from '#src/domain/placements/objectives.ts';
import { PLACEMENT_KINDS } from '#src/domain/placements/words.ts';
import { criterionIds } from '#src/domain/portfolio/submitting.ts';
import { versionTold } from '#src/domain/portfolio/versions.ts';
import { portal } from '#src/server/portal.ts';
import { readQualifications } from '#src/server/qualification.ts';
import { criteriaVersion, timeOrEmpty } from './typedFields.ts';
import { neededText, safeText, typedDay } from './typedText.ts';

const trimmed = (text: string) => text.trim();
const line = (missing: string) => neededText(PLACEMENT_LIMITS.line, missing).transform(trimmed);
const objective = safeText(PLACEMENT_LIMITS.line);
const criteria = z
  .array(z.string().max(20))
  .max(OBJECTIVE_CRITERIA_MAXIMUM, { error: `Choose ${OBJECTIVE_CRITERIA_MAXIMUM} criteria at most` })
  .default([]);

/** Everything a trainee says about a placement. The id is made when the form is shown, so that sending it twice proposes once. */
export const placementForm = z.object({
  id: z.uuid(),
  kind: z.enum(PLACEMENT_KINDS, { error: 'Choose what kind of place it is' }),
  place: line('Say where the placement is'),
  hostContact: line('Say whom to ask for when you arrive'),
  supervisor: safeText(PLACEMENT_LIMITS.line).transform(trimmed),
  lookFor: line('Say what you will look for there'),
  startsOn: typedDay('Give the first day'),
  endsOn: typedDay('Give the last day'),
  weekdays: z.array(z.enum(['1', '2', '3', '4', '5', '6', '7'])).default([]),
  startsAt: timeOrEmpty,
  endsAt: timeOrEmpty,
  travelNotes: safeText(PLACEMENT_LIMITS.travelNotes).transform(trimmed),
  criteriaVersion,
  objective1: objective,
  criteria1: criteria,
  objective2: objective,
  criteria2: criteria,
  objective3: objective,
  criteria3: criteria,
  objective4: objective,
  criteria4: criteria,
  objective5: objective,
  criteria5: criteria,
});

export type PlacementForm = z.infer<typeof placementForm>;

/** No weekday chosen says Monday to Friday. */
function weekdaysOf({ weekdays }: PlacementForm): readonly number[] {
  return weekdays.length === 0 ? WORKING_WEEK : [...new Set(weekdays.map(Number))].sort((one, other) => one - other);
}

/** The columns of a placement, named one by one, so that nothing else that was sent is kept. */
export function placementValues(form: PlacementForm) {
  const { kind, place, hostContact, supervisor, lookFor, startsOn, endsOn, startsAt, endsAt, travelNotes } = form;
  const weekdays = weekdaysOf(form);
  return { kind, place, hostContact, supervisor, lookFor, startsOn, endsOn, weekdays, startsAt, endsAt, travelNotes };
}

/** The objectives that were filled in, in the version of the form. Throws `bad_input` naming the field where one is not whole. */
export async function placementObjectives(
  tx: Writer,
  form: PlacementForm,
): Promise<(Objective & { readonly version: string })[]> {
  const typed: Objective[] = [
    { words: form.objective1, criteria: form.criteria1 },
    { words: form.objective2, criteria: form.criteria2 },
    { words: form.objective3, criteria: form.criteria3 },
    { words: form.objective4, criteria: form.criteria4 },
    { words: form.objective5, criteria: form.criteria5 },
  ];
  const told = versionTold(await readQualifications(tx), form.criteriaVersion);
  const fields = objectiveProblems(typed, criterionIds(told));
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  return filledObjectives(typed).map((one) => ({ ...one, version: told.version }));
}

const OUT_OF_ORDER = 'The last day cannot be before the first';

/**
 * Throws `bad_input` with a sentence at each field where something stands in the way of a placement. Asked inside the transaction,
 * so that two proposals at once cannot both find the days free.
 */
export async function refuseClashes(tx: Writer, placement: PlacementDays, traineeId: string): Promise<void> {
  if (placement.endsOn < placement.startsOn) throw new Refusal('bad_input', { fields: { endsOn: OUT_OF_ORDER } });
  const dates = placementDates(placement);
  const { startsOn, endsOn } = placement;
  const trainee = await findTrainee(tx, traineeId);
  const others = await listPlacements(tx, traineeId);
  const busy = await listBusyTimes(tx, { traineeId, from: dates[0] ?? startsOn, to: dates.at(-1) ?? endsOn });
  const route = portal().content.routes.find(({ id }) => id === trainee?.enrolment.routeId);
  if (!trainee || !route)
    throw new Refusal('conflict', {
      words: 'You are not on a route of the programme yet, so no placement can be planned.',
    });
  const clashes = placementClashes({ placement, others, busy, enrolment: trainee.enrolment, route });
  if (clashes.length > 0) throw new Refusal('bad_input', { fields: clashFields(clashes) });
}
