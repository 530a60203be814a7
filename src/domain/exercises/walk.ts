import { Refusal } from '../errors.ts';
import { partField } from './fields.ts';
import type { Scenario, ScenarioChoice, ScenarioEnding, ScenarioStep } from './schema.ts';
import type { Choice, Path } from './work.ts';

/** Where a way has led: a step with a choice to make, or an ending. */
export type Place =
  { readonly kind: 'step'; readonly step: ScenarioStep } | { readonly kind: 'ending'; readonly ending: ScenarioEnding };

/** A step on a way, and what was chosen there. */
export interface Stop {
  readonly step: ScenarioStep;
  readonly choice: ScenarioChoice;
}

const BEGINNING: Path = { choices: [], endingId: null };

function placeCalled({ steps, endings }: Scenario, id: string): Place | null {
  const step = steps.find((one) => one.id === id);
  if (step) return { kind: 'step', step };
  const ending = endings.find((one) => one.id === id);
  return ending ? { kind: 'ending', ending } : null;
}

/**
 * Goes along choices from the first step, as far as the scenario knows them. `place` is where they lead; null where one of them
 * does not fit, because the scenario was another when it was made.
 */
export function follow(
  scenario: Scenario,
  choices: readonly Choice[],
): { readonly stops: readonly Stop[]; readonly place: Place | null } {
  const stops: Stop[] = [];
  let place = placeCalled(scenario, scenario.start);
  for (const { stepId, choiceId } of choices) {
    if (place?.kind !== 'step' || place.step.id !== stepId) return { stops, place: null };
    const { step } = place;
    const choice = step.choices.find(({ id }) => id === choiceId);
    if (!choice) return { stops, place: null };
    stops.push({ step, choice });
    place = placeCalled(scenario, choice.to);
  }
  return { stops, place };
}

const endingOf = (place: Place | null): string | null => (place?.kind === 'ending' ? place.ending.id : null);

/** Whether a kept way is one through the scenario as it is today. */
export function fits(scenario: Scenario, { choices, endingId }: Path): boolean {
  const { place } = follow(scenario, choices);
  return place !== null && endingOf(place) === endingId;
}

/** The way she is on: the last one, or the beginning where there is none, or none that fits any more. */
export function currentPath(scenario: Scenario, paths: readonly Path[]): Path {
  const last = paths.at(-1);
  return last && fits(scenario, last) ? last : BEGINNING;
}

/** Ids of the endings she has come to, in the order of the scenario. One that an earlier version led to counts while it exists. */
export function endingsFound({ endings }: Scenario, paths: readonly Path[]): string[] {
  const found = new Set(paths.map(({ endingId }) => endingId));
  return endings.map(({ id }) => id).filter((id) => found.has(id));
}

const isSame = (one: Choice | undefined, other: Choice): boolean =>
  one?.stepId === other.stepId && one.choiceId === other.choiceId;

/** Whether a way begins with these choices. */
const beginsWith = (choices: readonly Choice[], first: readonly Choice[]): boolean =>
  first.every((choice, index) => isSame(choices[index], choice));

/** Whether everything that one way tells is told by the other too. */
function isWithin(one: Path, other: Path): boolean {
  if (!beginsWith(other.choices, one.choices)) return false;
  return one.endingId === null || (one.endingId === other.endingId && one.choices.length === other.choices.length);
}

/** Makes a way the current one. Of the others only those stay that tell something it does not. */
function withCurrent(paths: readonly Path[], current: Path): readonly Path[] {
  const others = paths.filter(
    (path, index) =>
      !isWithin(path, current) &&
      !paths.some((other, at) => at !== index && isWithin(path, other) && (at > index || !isWithin(other, path))),
  );
  return [...others, current];
}

/** The choices that led her to a step, on the newest way that passes it; null where she has not been there. */
function wayTo(scenario: Scenario, paths: readonly Path[], stepId: string): readonly Choice[] | null {
  if (stepId === scenario.start) return [];
  for (const path of paths.toReversed()) {
    if (!fits(scenario, path)) continue;
    const index = path.choices.findIndex((choice) => choice.stepId === stepId);
    if (index >= 0) return path.choices.slice(0, index);
    const { place } = follow(scenario, path.choices);
    if (place?.kind === 'step' && place.step.id === stepId) return path.choices;
  }
  return null;
}

/** Names the field of the scenario's form, so that the page says it there. */
function refuse(scenario: Scenario, words: string): never {
  throw new Refusal('bad_input', { fields: { [partField(scenario.id, 'choice')]: words } });
}

function wayToOrRefuse(scenario: Scenario, paths: readonly Path[], stepId: string): readonly Choice[] {
  const way = wayTo(scenario, paths, stepId);
  return way ?? refuse(scenario, 'You have not come to this step yet, or the exercise has changed. Go on from here.');
}

/**
 * The ways after a choice at a step she has come to. At the end of the current way it goes on; the same choice again changes
 * nothing; another choice at an earlier step, as from the back button or a second tab, begins a new way that shares the first
 * part. An ending once found stays. Throws `bad_input` for a step she has not come to and for a choice it does not offer.
 */
export function choose(scenario: Scenario, paths: readonly Path[], { stepId, choiceId }: Choice): readonly Path[] {
  const taken = [...wayToOrRefuse(scenario, paths, stepId), { stepId, choiceId }];
  const { place } = follow(scenario, taken);
  if (place === null) return refuse(scenario, 'Choose one of the ways shown.');
  if (beginsWith(currentPath(scenario, paths).choices, taken)) return paths;
  return withCurrent(paths, { choices: taken, endingId: endingOf(place) });
}

/** The ways after going back to a step she has come to, to try another way from there. Standing there already changes nothing. */
export function goBack(scenario: Scenario, paths: readonly Path[], stepId: string): readonly Path[] {
  const choices = wayToOrRefuse(scenario, paths, stepId);
  const current = currentPath(scenario, paths);
  if (current.choices.length === choices.length && beginsWith(current.choices, choices)) return paths;
  return withCurrent(paths, { choices, endingId: null });
}
