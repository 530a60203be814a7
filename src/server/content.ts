import { fileURLToPath } from 'node:url';
import { type CaseFile, caseFileSchema } from '#src/domain/cases/schema.ts';
import { workloadFiguresSchema } from '#src/domain/caseload/schema.ts';
import type { WorkloadFigures } from '#src/domain/caseload/schema.ts';
import { checkSchema } from '#src/domain/checks/schema.ts';
import type { Check } from '#src/domain/checks/schema.ts';
import { type Exercise, exerciseSchema } from '#src/domain/exercises/schema.ts';
import { type GlossaryEntry, glossarySchema } from '#src/domain/glossary/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { STRANDS } from '#src/domain/modules/words.ts';
import { qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import { routeSchema } from '#src/domain/programme/schema.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import { crossProblems, nameProblems } from './content/crossRules.ts';
import { exerciseModules, exerciseProblems } from './content/exerciseRules.ts';
import { personalDataProblems } from './content/personalData.ts';
import type { SectionText } from './content/lessonText.ts';
import { ContentError } from './content/problems.ts';
import type { ContentProblem } from './content/problems.ts';
import type { NamedFile } from './content/readFiles.ts';
import { listNames, readFolder, readJson } from './content/readFiles.ts';
import { readModule } from './content/readModule.ts';
import type { Surroundings } from './content/readModule.ts';
import { useProblems } from './content/useRules.ts';
import { type ContentUses, contentUses, usesOf } from './content/uses.ts';

/** What is taught and the rules of the programme, read once at start. */
export interface Content {
  routes: Route[];
  /** By strand, then by order within it. */
  modules: ModuleMeta[];
  /** The words of every module, section by section, by its id. */
  texts: Map<string, SectionText[]>;
  checks: Map<string, Check>;
  exercises: Map<string, Exercise>;
  /** Id of an exercise -> id of the module that it belongs to. */
  exerciseModules: Map<string, string>;
  /** The made-up cases that run through the strands, by name. */
  cases: CaseFile[];
  /** Every term of the field, by id. */
  glossary: Map<string, GlossaryEntry>;
  /** Which modules name which terms and case files. */
  uses: ContentUses;
  qualification: Qualification;
  /** Every version of the workload figures, oldest first. */
  workload: WorkloadFigures[];
}

function byStrandAndOrder(one: ModuleMeta, other: ModuleMeta): number {
  return STRANDS.indexOf(one.strand) - STRANDS.indexOf(other.strand) || one.order - other.order;
}

function readModules(files: readonly NamedFile[], around: Surroundings) {
  const read = files.map((file) => readModule(file, around));
  const modules = read.flatMap(({ module }) => module ?? []);
  const texts = new Map(modules.map(({ value, texts: sections }) => [value.id, sections]));
  return { modules, texts, problems: read.flatMap(({ problems }) => problems) };
}

async function readAll(root: string) {
  const [moduleFiles, checkFiles, exerciseFiles, caseFiles, glossaryFiles] = await Promise.all([
    readFolder(root, 'src/content/modules', '.mdx'),
    readFolder(root, 'src/content/checks', '.json'),
    readFolder(root, 'src/content/exercises', '.json'),
    readFolder(root, 'src/content/cases', '.json'),
    readFolder(root, 'src/content/glossary', '.json'),
  ]);
  const [routeFiles, qualificationFiles, workloadFiles, components] = await Promise.all([
    readFolder(root, 'src/content/programme', '.json'),
    readFolder(root, 'src/content/qualification', '.json'),
    readFolder(root, 'src/content/workload', '.json'),
    listNames(root, 'src/components/lesson', '.astro'),
  ]);
  const taught = { moduleFiles, checkFiles, exerciseFiles, caseFiles, glossaryFiles };
  return { ...taught, routeFiles, qualificationFiles, workloadFiles, components };
}

type Files = Awaited<ReturnType<typeof readAll>>;

const namesOf = (files: readonly NamedFile[]) => new Set(files.map(({ name }) => name));

/** Files that hold words for trainees, where nothing may look like somebody's. */
const wordsOf = (files: Files): NamedFile[] => [
  ...files.moduleFiles,
  ...files.checkFiles,
  ...files.exerciseFiles,
  ...files.caseFiles,
  ...files.glossaryFiles,
  ...files.qualificationFiles,
];

/** Reads every part against its own schema, and gives the parts with all that is wrong in and between them. */
function examine(files: Files) {
  const around = { components: new Set(files.components), moduleIds: namesOf(files.moduleFiles) };
  const taught = readModules(files.moduleFiles, around);
  const checks = readJson(files.checkFiles, checkSchema);
  const exercises = readJson(files.exerciseFiles, exerciseSchema);
  const cases = readJson(files.caseFiles, caseFileSchema);
  const glossaries = readJson(files.glossaryFiles, glossarySchema);
  const routes = readJson(files.routeFiles, routeSchema);
  const qualifications = readJson(files.qualificationFiles, qualificationSchema);
  const workload = readJson(files.workloadFiles, workloadFiguresSchema);
  const uses = files.moduleFiles.map(usesOf);
  const parts = {
    routes: routes.values,
    modules: taught.modules,
    checks: checks.values,
    exercises: exercises.values,
    cases: cases.values,
    glossaries: glossaries.values,
    qualifications: qualifications.values,
    moduleIds: around.moduleIds,
    checkIds: namesOf(files.checkFiles),
    exerciseIds: namesOf(files.exerciseFiles),
  };
  const problems: ContentProblem[] = [
    ...[taught, checks, exercises, cases, glossaries, routes, qualifications, workload].flatMap(
      (part) => part.problems,
    ),
    ...crossProblems(parts),
    ...exerciseProblems(parts),
    ...useProblems({ ...parts, uses }),
    ...nameProblems(workload.values, 'version'),
    ...wordsOf(files).flatMap(personalDataProblems),
  ];
  return { parts, uses: contentUses(uses), texts: taught.texts, workload: workload.values, problems };
}

/** All content under `root`, as far as it can be read, with every problem there is. For the report; the portal uses `loadContent`. */
export async function examineContent(root: string | URL) {
  const examined = examine(await readAll(root instanceof URL ? fileURLToPath(root) : root));
  const modules = examined.parts.modules.toSorted((one, other) => byStrandAndOrder(one.value, other.value));
  return { ...examined, parts: { ...examined.parts, modules } };
}

/**
 * Reads and checks all content under `root`, the folder of the project. Plain Node, so that scripts and tests use it as the portal does.
 * Throws `ContentError` with every problem there is: file, field and a plain sentence each.
 */
export async function loadContent(root: string | URL): Promise<Content> {
  const { parts, uses, texts, workload, problems } = await examineContent(root);
  const qualification = parts.qualifications[0]?.value;
  if (problems.length > 0 || !qualification) throw new ContentError(problems);
  return {
    routes: parts.routes.map(({ value }) => value),
    modules: parts.modules.map(({ value }) => value),
    texts,
    checks: new Map(parts.checks.map(({ value }) => [value.id, value])),
    exercises: new Map(parts.exercises.map(({ value }) => [value.id, value])),
    exerciseModules: exerciseModules(parts.modules),
    cases: parts.cases.map(({ value }) => value),
    glossary: new Map(parts.glossaries.flatMap(({ value }) => value.terms.map((term) => [term.id, term] as const))),
    uses,
    qualification,
    workload: workload
      .map(({ value }) => value)
      .sort((one, other) => one.effectiveFrom.localeCompare(other.effectiveFrom)),
  };
}
