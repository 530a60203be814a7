import type { z } from 'astro/zod';
import type { CaseFile } from '#src/domain/cases/schema.ts';
import type { Check } from '#src/domain/checks/schema.ts';
import type { Exercise } from '#src/domain/exercises/schema.ts';
import type { glossarySchema } from '#src/domain/glossary/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import { checkProblems } from './checkRules.ts';
import { placeProblems } from './placeRules.ts';
import type { ContentProblem } from './problems.ts';
import { buildsOnProblems, changeProblems } from './programmeRules.ts';
import type { Filed } from './readFiles.ts';
import type { WrittenModule } from './readModule.ts';
import { signProblems } from './signRules.ts';
import { termProblems, unknownInFields } from './termRules.ts';

/** Everything that fits its own schema, before the parts are held against each other. */
export interface Parts {
  routes: Filed<Route>[];
  modules: WrittenModule[];
  checks: Filed<Check>[];
  exercises: Filed<Exercise>[];
  cases: Filed<CaseFile>[];
  glossaries: Filed<z.infer<typeof glossarySchema>>[];
  qualifications: Filed<Qualification>[];
  /** Ids of modules and checks whose files exist, whether or not they can be read. */
  moduleIds: ReadonlySet<string>;
  checkIds: ReadonlySet<string>;
}

type Say = (at: Pick<Filed<unknown>, 'file' | 'lineOf'>, field: string, message: string) => ContentProblem;
const say: Say = ({ file, lineOf }, field, message) => ({ file, line: lineOf(field), field, message });

/** The name of a file is the id of what it holds. */
export function nameProblems(filed: readonly Filed<unknown>[], field: string): ContentProblem[] {
  return filed
    .map((one) => ({ one, id: (one.value as Record<string, unknown>)[field] }))
    .filter(({ one, id }) => id !== one.name)
    .map(({ one, id }) =>
      say(one, field, `It says "${String(id)}", but the file is called "${one.name}". They must be the same.`),
    );
}

function routeProblems({ routes, moduleIds }: Parts): ContentProblem[] {
  return routes.flatMap((route) =>
    route.value.modules.flatMap(({ moduleId }, index) =>
      moduleIds.has(moduleId)
        ? []
        : [say(route, `modules.${String(index)}.moduleId`, `There is no module "${moduleId}" in src/content/modules.`)],
    ),
  );
}

function criterionProblems(module: Filed<ModuleMeta>, { qualifications }: Parts): ContentProblem[] {
  const qualification = qualifications[0]?.value;
  if (!qualification) return [];
  const ids = new Set(qualification.units.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  return module.value.criteria.flatMap((id, index) =>
    ids.has(id)
      ? []
      : [
          say(
            module,
            `criteria.${String(index)}`,
            `There is no criterion "${id}" in qualification ${qualification.version}.`,
          ),
        ],
  );
}

function moduleProblems(module: Filed<ModuleMeta>, parts: Parts): ContentProblem[] {
  const { id, checkId } = module.value;
  const isPlanned =
    parts.routes.length === 0 ||
    parts.routes.some(({ value }) => value.modules.some(({ moduleId }) => moduleId === id));
  return [
    ...criterionProblems(module, parts),
    ...(parts.checkIds.has(checkId)
      ? []
      : [say(module, 'checkId', `There is no check "${checkId}" in src/content/checks.`)]),
    ...(isPlanned
      ? []
      : [say(module, 'id', 'No route in src/content/programme names this module, so it would never be due.')]),
  ];
}

function orderProblems(modules: readonly Filed<ModuleMeta>[]): ContentProblem[] {
  return modules.flatMap((module, index) => {
    const other = modules
      .slice(0, index)
      .find(({ value }) => value.strand === module.value.strand && value.order === module.value.order);
    return other ? [say(module, 'order', `"${other.value.id}" has the same order in this strand.`)] : [];
  });
}

function unusedChecks({ checks, modules }: Parts): ContentProblem[] {
  const used = new Set(modules.map(({ value }) => value.checkId));
  return checks
    .filter(({ value }) => !used.has(value.id))
    .map((check) => say(check, 'id', 'No module uses this check.'));
}

function qualificationProblems({ qualifications }: Parts): ContentProblem[] {
  if (qualifications.length === 1) return [];
  const message = `There are ${String(qualifications.length)} readable qualifications here. There must be exactly one.`;
  return [{ file: 'src/content/qualification', line: null, field: '', message }];
}

/** Words that lead nowhere: links to places that are not there, abbreviations that nobody explains. */
function wordProblems({ modules, checks, exercises, cases, glossaries }: Parts): ContentProblem[] {
  const terms = glossaries.flatMap(({ value }) => value.terms);
  return [
    ...placeProblems({ modules, cases, terms }),
    ...termProblems(modules, terms),
    ...unknownInFields([...modules, ...checks, ...exercises, ...cases], terms),
    ...signProblems([...checks, ...exercises, ...cases, ...glossaries]),
  ];
}

/** What is wrong between the parts: ids that lead nowhere, names that differ, things that nobody uses. */
export function crossProblems(parts: Parts): ContentProblem[] {
  return [
    ...nameProblems(parts.routes, 'id'),
    ...nameProblems(parts.modules, 'id'),
    ...nameProblems(parts.checks, 'id'),
    ...nameProblems(parts.exercises, 'id'),
    ...nameProblems(parts.cases, 'id'),
    ...nameProblems(parts.qualifications, 'version'),
    ...qualificationProblems(parts),
    ...routeProblems(parts),
    ...parts.modules.flatMap((module) => moduleProblems(module, parts)),
    ...orderProblems(parts.modules),
    ...unusedChecks(parts),
    ...parts.checks.flatMap(checkProblems),
    ...buildsOnProblems(parts),
    ...parts.modules.flatMap(changeProblems),
    ...wordProblems(parts),
  ];
}
