import { readdirSync, readFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import type { Exercise } from '#src/domain/exercises/schema.ts';
import { partField } from '#src/domain/exercises/fields.ts';
import type { Path } from '#src/domain/exercises/work.ts';
import { AT, inserter } from './demoRecords.ts';
import type { Fields } from './portalClient.ts';

type OfKind<Kind extends Exercise['kind']> = Extract<Exercise, { kind: Kind }>;

const folder = (name: string) => fileURLToPath(new URL(`../../src/content/${name}/`, import.meta.url));
const filesIn = (name: string) =>
  readdirSync(folder(name))
    .sort()
    .map((file) => ({ name: file.replace(/\.[a-z]+$/, ''), text: readFileSync(`${folder(name)}${file}`, 'utf8') }));

/** Every exercise as its author wrote it, answers and all. */
export const EXERCISES: readonly Exercise[] = filesIn('exercises').map(({ text }) => JSON.parse(text) as Exercise);
const modules = filesIn('modules');

/** The module whose text shows an exercise. Throws where none does. */
export function moduleOf(exerciseId: string): string {
  const module = modules.find(({ text }) => new RegExp(`<[A-Z]\\w+ id="${exerciseId}"`).test(text));
  if (!module) throw new Error(`No module shows ${exerciseId}.`);
  return module.name;
}

/** A module as its author wrote it. */
export const moduleText = (moduleId: string): string => modules.find(({ name }) => name === moduleId)?.text ?? '';

/** The exercises of a kind, those of the two parole modules that the demo's people have come to first. */
export function exercisesOf<Kind extends Exercise['kind']>(kind: Kind): readonly OfKind<Kind>[] {
  const found = EXERCISES.filter((exercise): exercise is OfKind<Kind> => exercise.kind === kind);
  const isNear = ({ id }: Exercise) => ['parole-recall', 'parole-release-test'].includes(moduleOf(id));
  return [...found.filter(isNear), ...found.filter((exercise) => !isNear(exercise))];
}

/** The first of a kind. Throws where there is none. */
export function anExercise<Kind extends Exercise['kind']>(kind: Kind): OfKind<Kind> {
  const [exercise] = exercisesOf(kind);
  if (!exercise) throw new Error(`There is no exercise of the kind ${kind} in src/content/exercises.`);
  return exercise;
}

/** Fields that put every thing into a box: its own one, or so many boxes further. */
export function sortFields({ id, boxes, items }: OfKind<'sort'>, further = 0): Fields {
  const boxAt = (box: string) => (boxes.findIndex((one) => one.id === box) + further) % boxes.length;
  const placed = items.map((item) => [partField(id, item.id), boxes[boxAt(item.box)]?.id ?? ''] as const);
  return { exerciseId: id, ...Object.fromEntries(placed) };
}

/** Fields that give each step its place: the right one, or so many places further. */
export function orderFields({ id, steps }: OfKind<'order'>, further = 0): Fields {
  const placed = steps.map((step, index) => [partField(id, step.id), String(((index + further) % steps.length) + 1)]);
  return { exerciseId: id, ...(Object.fromEntries(placed) as Record<string, string>) };
}

/** The way to an ending that takes the first choice at each step. */
export function firstWay({ steps, start }: OfKind<'scenario'>): Path {
  const choices: Path['choices'][number][] = [];
  let at = start;
  for (let step = steps.find(({ id }) => id === at); step; step = steps.find(({ id }) => id === at)) {
    const [choice] = step.choices;
    choices.push({ stepId: step.id, choiceId: choice?.id ?? '' });
    at = choice?.to ?? '';
  }
  return { choices, endingId: at };
}

/** Work on a scenario, as the portal would have kept it. */
export function addScenarioWork(database: DatabaseSync, traineeId: string, paths: readonly Path[]): void {
  const scenario = anExercise('scenario');
  inserter(database)('exercise_work', {
    trainee_id: traineeId,
    exercise_id: scenario.id,
    module_id: moduleOf(scenario.id),
    exercise_version: scenario.version,
    work: JSON.stringify({ kind: 'scenario', paths }),
    revision: 1,
    saved_at: AT,
    finished_at: paths.some(({ endingId }) => endingId !== null) ? AT : null,
  });
}
