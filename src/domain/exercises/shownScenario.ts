import { mixed } from './mix.ts';
import type { Scenario, ScenarioEnding } from './schema.ts';
import type { Looking, ShownHead } from './shown.ts';
import { currentPath, endingsFound, fits, follow, type Place } from './walk.ts';
import { scenarioSentence } from './words.ts';
import type { Path } from './work.ts';

/** What is before her: a step with its choices, or an ending with its reasons. */
export type ShownPlace =
  | {
      readonly kind: 'step';
      readonly stepId: string;
      readonly text: readonly string[];
      readonly choices: readonly { readonly id: string; readonly text: string }[];
    }
  | ({ readonly kind: 'ending' } & Pick<ScenarioEnding, 'title' | 'outcome' | 'text' | 'why'>);

export interface ShownScenario extends ShownHead {
  readonly kind: 'scenario';
  readonly intro: readonly string[];
  /** The way so far: at which step she chose what, and what happened then. */
  readonly way: readonly { readonly stepId: string; readonly chosen: string; readonly after: string | null }[];
  readonly now: ShownPlace;
  /** The endings she has found, and how many there are. */
  readonly found: readonly Pick<ScenarioEnding, 'title' | 'outcome'>[];
  readonly endingCount: number;
  /** Ways through an earlier version, each as the choices that can still be read. */
  readonly earlier: readonly (readonly string[])[];
}

/**
 * A step without where its choices lead and what comes after them. Choices stand in an order that is this person's own at this
 * step: authors often write the best one first.
 */
function shownPlace(place: Place, whose: string): ShownPlace {
  if (place.kind === 'step') {
    const { id: stepId, text, choices } = place.step;
    const own = mixed(choices, `${whose} ${stepId}`);
    return { kind: 'step', stepId, text, choices: own.map((choice) => ({ id: choice.id, text: choice.text })) };
  }
  const { title, outcome, text, why } = place.ending;
  return { kind: 'ending', title, outcome, text, why };
}

const EARLIER =
  'This exercise has changed since you last worked on it. The way you took is kept below; here you can begin a new one.';

/** A way that no longer fits, as far as it can be read. */
function readable(scenario: Scenario, { choices }: Path): string[] {
  return follow(scenario, choices).stops.map(({ choice }) => choice.text);
}

/** What one person is shown of a scenario: where she stands and how she came there, and nothing of what lies elsewhere. */
export function shownScenario(scenario: Scenario, { personId, kept }: Omit<Looking, 'refused'>): ShownScenario {
  const paths = kept?.work.kind === 'scenario' ? kept.work.paths : [];
  const last = paths.at(-1);
  const { stops, place } = follow(scenario, currentPath(scenario, paths).choices);
  if (!place) throw new Error(`The scenario "${scenario.id}" has no first step.`);
  const found = endingsFound(scenario, paths);
  return {
    kind: 'scenario',
    id: scenario.id,
    title: scenario.title,
    minutes: scenario.minutes,
    state: scenarioSentence(found.length, scenario.endings.length),
    changed: last && !fits(scenario, last) ? EARLIER : null,
    intro: scenario.intro,
    way: stops.map(({ step, choice }) => ({ stepId: step.id, chosen: choice.text, after: choice.after ?? null })),
    now: shownPlace(place, `${personId} ${scenario.id}`),
    found: scenario.endings.filter(({ id }) => found.includes(id)).map(({ title, outcome }) => ({ title, outcome })),
    endingCount: scenario.endings.length,
    earlier: paths.filter((path) => !fits(scenario, path)).map((path) => readable(scenario, path)),
  };
}
