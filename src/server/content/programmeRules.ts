import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import type { ContentProblem } from './problems.ts';
import type { Filed } from './readFiles.ts';

type FiledModule = Filed<ModuleMeta>;

const say = ({ file, lineOf }: Filed<unknown>, field: string, message: string): ContentProblem => ({
  file,
  line: lineOf(field),
  field,
  message,
});

/** Modules from one back to itself, along `buildsOn`; null where there is no such way. */
function loopFrom(start: string, leansOn: ReadonlyMap<string, readonly string[]>): string[] | null {
  const ways = (leansOn.get(start) ?? []).map((id) => [id]);
  const seen = new Set<string>();
  for (let way = ways.pop(); way; way = ways.pop()) {
    const last = way.at(-1) ?? '';
    if (last === start) return [start, ...way];
    if (seen.has(last)) continue;
    seen.add(last);
    ways.push(...(leansOn.get(last) ?? []).map((id) => [...(way ?? []), id]));
  }
  return null;
}

function weekOf({ value }: Filed<Route>, id: string): number | null {
  return value.modules.find(({ moduleId }) => moduleId === id)?.week ?? null;
}

function laterOn(routes: readonly Filed<Route>[], id: string, before: string): Filed<Route> | undefined {
  return routes.find((route) => {
    const [week, earlier] = [weekOf(route, id), weekOf(route, before)];
    return week !== null && earlier !== null && earlier > week;
  });
}

interface Around {
  modules: readonly FiledModule[];
  moduleIds: ReadonlySet<string>;
  routes: readonly Filed<Route>[];
}

/** A module leans only on modules that exist, come no later, and do not lean on it. */
export function buildsOnProblems({ modules, moduleIds, routes }: Around): ContentProblem[] {
  const leansOn = new Map(modules.map(({ value }) => [value.id, value.buildsOn]));
  return modules.flatMap((module) => {
    const loop = loopFrom(module.value.id, leansOn);
    const problems = module.value.buildsOn.flatMap((before, index) => {
      const field = `buildsOn.${String(index)}`;
      if (!moduleIds.has(before)) return [say(module, field, `There is no module "${before}" in src/content/modules.`)];
      const route = laterOn(routes, module.value.id, before);
      return route
        ? [
            say(
              module,
              field,
              `On route ${route.value.id} "${before}" is due after this module. Change one of the weeks.`,
            ),
          ]
        : [];
    });
    if (loop && loop.length > 2)
      problems.push(say(module, 'buildsOn', `These modules build on each other in a circle: ${loop.join(', ')}.`));
    return problems;
  });
}

/** The text of each version after the first, oldest first, none left out. */
export function changeProblems(module: FiledModule): ContentProblem[] {
  const { changes } = module.value;
  return changes.flatMap(({ version, date }, index) => {
    const field = `changes.${String(index)}`;
    const expected = String(index + 2);
    const problems: ContentProblem[] = [];
    if (version !== expected)
      problems.push(say(module, `${field}.version`, `Write version '${expected}' here: oldest first, none left out.`));
    if (date < (changes[index - 1]?.date ?? ''))
      problems.push(say(module, `${field}.date`, 'It lies before the change above it. Write the oldest first.'));
    return problems;
  });
}

/** Criteria of the qualification that no module prepares for. */
export function uncoveredCriteria(
  qualifications: readonly Filed<Qualification>[],
  modules: readonly FiledModule[],
): ContentProblem[] {
  const covered = new Set(modules.flatMap(({ value }) => value.criteria));
  return qualifications.flatMap((qualification) =>
    qualification.value.units.flatMap(({ criteria }, unit) =>
      criteria.flatMap(({ id }, index) =>
        covered.has(id)
          ? []
          : [
              say(
                qualification,
                `units.${String(unit)}.criteria.${String(index)}`,
                `No module prepares for criterion ${id}. Name it in the criteria of one.`,
              ),
            ],
      ),
    ),
  );
}
