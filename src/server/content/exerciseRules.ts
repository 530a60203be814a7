import type { Exercise } from '#src/domain/exercises/schema.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';
import type { WrittenModule } from './readModule.ts';

/** Lesson component -> the kind of exercise that it shows. */
const KINDS: ReadonlyMap<string, Exercise['kind']> = new Map([
  ['Scenario', 'scenario'],
  ['Sort', 'sort'],
  ['Order', 'order'],
  ['Compare', 'compare'],
]);

/** What the rules below compare. `exerciseIds` are those whose files exist, whether or not they can be read. */
export interface ExerciseParts {
  exercises: readonly Filed<Exercise>[];
  exerciseIds: ReadonlySet<string>;
  modules: readonly WrittenModule[];
  moduleIds: ReadonlySet<string>;
}

/** An exercise as the text of a module names it. */
interface ExerciseUse {
  file: string;
  moduleId: string;
  component: string;
  kind: Exercise['kind'];
  id: string;
  line: number;
}

function usesIn({ file, value, tags }: WrittenModule): ExerciseUse[] {
  return tags.flatMap(({ name, attributes, line }) => {
    const kind = KINDS.get(name);
    return kind ? [{ file, moduleId: value.id, component: name, kind, id: attributes['id'] ?? '', line }] : [];
  });
}

/** How many exercises the text of a module shows. */
export const countExercises = (module: WrittenModule): number => usesIn(module).length;

/** Id of an exercise -> id of the module that it belongs to. */
export function exerciseModules(modules: readonly WrittenModule[]): Map<string, string> {
  return new Map(modules.flatMap(usesIn).map(({ id, moduleId }) => [id, moduleId]));
}

/** What is wrong with one use; `first` is where the same exercise is used first. */
function useProblem(
  { component, kind, id, file, line }: ExerciseUse,
  { exercises, exerciseIds }: ExerciseParts,
  first: ExerciseUse | undefined,
): string | null {
  if (!exerciseIds.has(id)) return `There is no exercise "${id}" in src/content/exercises.`;
  const found = exercises.find(({ value }) => value.id === id)?.value;
  if (found && found.kind !== kind) return `"${id}" is of the kind "${found.kind}"; <${component}> shows "${kind}".`;
  if (!first || (first.file === file && first.line === line)) return null;
  return `"${id}" is used in ${first.file}:${String(first.line)} already. Each exercise belongs to one place.`;
}

/** A module makes people think at least once: a scenario to decide in, or something to sort. */
function missingProblem(module: WrittenModule): ContentProblem[] {
  if (usesIn(module).some(({ kind }) => kind === 'scenario' || kind === 'sort')) return [];
  const message = 'The text has no <Scenario> and no <Sort>. Every module has at least one of them.';
  return [{ file: module.file, line: module.tags.at(-1)?.line ?? null, field: '<Scenario>', message }];
}

/** Exercises that no module shows. Told once every module can be read: until then one may be named where nobody sees it. */
function unusedProblems({ exercises, modules, moduleIds }: ExerciseParts, used: ReadonlySet<string>): ContentProblem[] {
  if (modules.length < moduleIds.size) return [];
  return exercises
    .filter(({ value }) => !used.has(value.id))
    .map(({ file, lineOf }) => ({ file, line: lineOf('id'), field: 'id', message: 'No module uses this exercise.' }));
}

/** What is wrong between modules and exercises: names that lead nowhere, other kinds, exercises twice or never used, modules without one. */
export function exerciseProblems(parts: ExerciseParts): ContentProblem[] {
  const uses = parts.modules.flatMap(usesIn);
  const wrong = uses.flatMap((use): ContentProblem[] => {
    const first = uses.find(({ id }) => id === use.id);
    const message = useProblem(use, parts, first);
    return message ? [{ file: use.file, line: use.line, field: `<${use.component}>`, message }] : [];
  });
  const used = new Set(uses.map(({ id }) => id));
  return [...wrong, ...parts.modules.flatMap(missingProblem), ...unusedProblems(parts, used)];
}
