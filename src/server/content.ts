import { fileURLToPath } from 'node:url';
import { workloadFiguresSchema } from '#src/domain/caseload/schema.ts';
import type { WorkloadFigures } from '#src/domain/caseload/schema.ts';
import { checkSchema } from '#src/domain/checks/schema.ts';
import type { Check } from '#src/domain/checks/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { STRANDS } from '#src/domain/modules/words.ts';
import { qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import { routeSchema } from '#src/domain/programme/schema.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import { crossProblems, nameProblems } from './content/crossRules.ts';
import { personalDataProblems } from './content/personalData.ts';
import { ContentError } from './content/problems.ts';
import type { ContentProblem } from './content/problems.ts';
import type { Filed, NamedFile } from './content/readFiles.ts';
import { listNames, readFolder, readJson } from './content/readFiles.ts';
import { readModule } from './content/readModule.ts';
import type { Surroundings } from './content/readModule.ts';

/** What is taught and the rules of the programme, read once at start. */
export interface Content {
  routes: Route[];
  /** By strand, then by order within it. */
  modules: ModuleMeta[];
  checks: Map<string, Check>;
  qualification: Qualification;
  /** Every version of the workload figures, oldest first. */
  workload: WorkloadFigures[];
}

function byStrandAndOrder(one: ModuleMeta, other: ModuleMeta): number {
  return STRANDS.indexOf(one.strand) - STRANDS.indexOf(other.strand) || one.order - other.order;
}

function readModules(files: readonly NamedFile[], around: Surroundings) {
  const read = files.map(({ file, name, source }) => ({ file, name, ...readModule(file, source, around) }));
  const modules = read.flatMap(({ file, name, module }): Filed<ModuleMeta>[] =>
    module ? [{ file, name, value: module }] : [],
  );
  return { modules, problems: read.flatMap(({ problems }) => problems) };
}

async function readAll(root: string) {
  const [moduleFiles, checkFiles, routeFiles, qualificationFiles, workloadFiles, components] = await Promise.all([
    readFolder(root, 'src/content/modules', '.mdx'),
    readFolder(root, 'src/content/checks', '.json'),
    readFolder(root, 'src/content/programme', '.json'),
    readFolder(root, 'src/content/qualification', '.json'),
    readFolder(root, 'src/content/workload', '.json'),
    listNames(root, 'src/components/lesson', '.astro'),
  ]);
  return { moduleFiles, checkFiles, routeFiles, qualificationFiles, workloadFiles, components };
}

const namesOf = (files: readonly NamedFile[]) => new Set(files.map(({ name }) => name));

/** Reads every part against its own schema, and gives the parts with all that is wrong in and between them. */
function examine(files: Awaited<ReturnType<typeof readAll>>) {
  const around = { components: new Set(files.components), moduleIds: namesOf(files.moduleFiles) };
  const taught = readModules(files.moduleFiles, around);
  const checks = readJson(files.checkFiles, checkSchema);
  const routes = readJson(files.routeFiles, routeSchema);
  const qualifications = readJson(files.qualificationFiles, qualificationSchema);
  const workload = readJson(files.workloadFiles, workloadFiguresSchema);
  const parts = {
    routes: routes.values,
    modules: taught.modules,
    checks: checks.values,
    qualifications: qualifications.values,
    moduleIds: around.moduleIds,
    checkIds: namesOf(files.checkFiles),
  };
  const problems: ContentProblem[] = [
    ...[taught, checks, routes, qualifications, workload].flatMap((part) => part.problems),
    ...crossProblems(parts),
    ...nameProblems(workload.values, 'version'),
    ...[...files.moduleFiles, ...files.checkFiles, ...files.qualificationFiles].flatMap(personalDataProblems),
  ];
  return { parts, workload: workload.values, problems };
}

/**
 * Reads and checks all content under `root`, the folder of the project. Plain Node, so that scripts and tests use it as the portal does.
 * Throws `ContentError` with every problem there is: file, field and a plain sentence each.
 */
export async function loadContent(root: string | URL): Promise<Content> {
  const folder = root instanceof URL ? fileURLToPath(root) : root;
  const { parts, workload, problems } = examine(await readAll(folder));
  const qualification = parts.qualifications[0]?.value;
  if (problems.length > 0 || !qualification) throw new ContentError(problems);
  return {
    routes: parts.routes.map(({ value }) => value),
    modules: parts.modules.map(({ value }) => value).sort(byStrandAndOrder),
    checks: new Map(parts.checks.map(({ value }) => [value.id, value])),
    qualification,
    workload: workload
      .map(({ value }) => value)
      .sort((one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom)),
  };
}
