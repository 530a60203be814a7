import { fileURLToPath } from 'node:url';
import { caseFileSchema } from '#src/domain/cases/schema.ts';
import { workloadFiguresSchema } from '#src/domain/caseload/schema.ts';
import { checkSchema } from '#src/domain/checks/schema.ts';
import { exerciseSchema } from '#src/domain/exercises/schema.ts';
import { glossarySchema } from '#src/domain/glossary/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { officeDefaultSchema } from '#src/domain/office/settings.ts';
import { STRANDS } from '#src/domain/modules/words.ts';
import { peerFormatSchema } from '#src/domain/peerSessions/formatSchema.ts';
import { qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import { routeSchema } from '#src/domain/programme/schema.ts';
import { retentionFileSchema } from '#src/domain/retention/rules.ts';
import { policyDefaultSchema } from '#src/domain/quality/policy.ts';
import { weekFileSchema } from '#src/domain/week/schema.ts';
import { crossProblems, nameProblems } from './crossRules.ts';
import { exerciseProblems } from './exerciseRules.ts';
import { type OfficeParts, officeProblems } from './officeRules.ts';
import { peerFormatProblems } from './peerFormatRules.ts';
import { personalDataProblems } from './personalDataRule.ts';
import type { ContentProblem } from './problems.ts';
import type { NamedFile } from './readFiles.ts';
import { listNames, readFolder, readJson } from './readFiles.ts';
import { readModule } from './readModule.ts';
import type { Surroundings } from './readModule.ts';
import { useProblems } from './useRules.ts';
import { contentUses, usesOf } from './uses.ts';
import { weekProblems } from './weekRules.ts';

function byStrandAndOrder(one: ModuleMeta, other: ModuleMeta): number {
  return STRANDS.indexOf(one.strand) - STRANDS.indexOf(other.strand) || one.order - other.order;
}

function readModules(files: readonly NamedFile[], around: Surroundings) {
  const read = files.map((file) => readModule(file, around));
  const values = read.flatMap(({ module }) => module ?? []);
  const texts = new Map(values.map(({ value, texts: sections }) => [value.id, sections]));
  return { values, texts, problems: read.flatMap(({ problems }) => problems) };
}

async function readAll(root: string) {
  const [moduleFiles, checkFiles, exerciseFiles, caseFiles, glossaryFiles] = await Promise.all([
    readFolder(root, 'src/content/modules', '.mdx'),
    readFolder(root, 'src/content/checks', '.json'),
    readFolder(root, 'src/content/exercises', '.json'),
    readFolder(root, 'src/content/cases', '.json'),
    readFolder(root, 'src/content/glossary', '.json'),
  ]);
  const [
    routeFiles,
    qualificationFiles,
    workloadFiles,
    officeFiles,
    weekFiles,
    policyFiles,
    retentionFiles,
    peerFormatFiles,
    components,
  ] = await Promise.all([
    readFolder(root, 'src/content/programme', '.json'),
    readFolder(root, 'src/content/qualification', '.json'),
    readFolder(root, 'src/content/workload', '.json'),
    readFolder(root, 'src/content/office', '.json'),
    readFolder(root, 'src/content/week', '.json'),
    readFolder(root, 'src/content/quality', '.json'),
    readFolder(root, 'src/content/retention', '.json'),
    readFolder(root, 'src/content/peer-sessions', '.json'),
    listNames(root, 'src/components/lesson', '.astro'),
  ]);
  const taught = { moduleFiles, checkFiles, exerciseFiles, caseFiles, glossaryFiles };
  const set = { workloadFiles, officeFiles, weekFiles, policyFiles, retentionFiles, peerFormatFiles };
  return { ...taught, routeFiles, qualificationFiles, ...set, components };
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
  ...files.officeFiles,
  ...files.policyFiles,
  ...files.retentionFiles,
  ...files.peerFormatFiles,
];

/** Every part against its own schema. */
function readParts(files: Files, around: Surroundings) {
  return {
    modules: readModules(files.moduleFiles, around),
    checks: readJson(files.checkFiles, checkSchema),
    exercises: readJson(files.exerciseFiles, exerciseSchema),
    cases: readJson(files.caseFiles, caseFileSchema),
    glossaries: readJson(files.glossaryFiles, glossarySchema),
    routes: readJson(files.routeFiles, routeSchema),
    qualifications: readJson(files.qualificationFiles, qualificationSchema),
    workload: readJson(files.workloadFiles, workloadFiguresSchema),
    office: readJson(files.officeFiles, officeDefaultSchema),
    week: readJson(files.weekFiles, weekFileSchema),
    policies: readJson(files.policyFiles, policyDefaultSchema),
    retention: readJson(files.retentionFiles, retentionFileSchema),
    peerFormats: readJson(files.peerFormatFiles, peerFormatSchema),
  };
}

function officePartsOf(files: Files, { office, workload }: ReturnType<typeof readParts>): OfficeParts {
  return {
    office: office.values,
    workload: workload.values,
    moduleIds: namesOf(files.moduleFiles),
    routeIds: namesOf(files.routeFiles),
    isWhole: office.problems.length === 0,
  };
}

interface OnlyOne {
  readonly folder: string;
  readonly what: string;
  readonly part: { readonly values: readonly unknown[]; readonly problems: readonly unknown[] };
}

/** The portal begins from one sampling policy and one set of retention rules: one file each, and no more. */
function onlyOneProblems({ folder, what, part }: OnlyOne): ContentProblem[] {
  if (part.values.length === 1 || part.problems.length > 0) return [];
  return [{ file: folder, line: null, field: '', message: `There has to be one ${what} here, and one only.` }];
}

const onlyOnesProblems = ({ policies, retention }: Pick<ReturnType<typeof readParts>, 'policies' | 'retention'>) => [
  ...onlyOneProblems({ folder: 'src/content/quality', what: 'sampling policy', part: policies }),
  ...onlyOneProblems({ folder: 'src/content/retention', what: 'set of retention rules', part: retention }),
];

/** What rules between the parts ask about. */
function partsOf(files: Files, read: ReturnType<typeof readParts>, moduleIds: ReturnType<typeof namesOf>) {
  return {
    routes: read.routes.values,
    modules: read.modules.values,
    checks: read.checks.values,
    exercises: read.exercises.values,
    cases: read.cases.values,
    glossaries: read.glossaries.values,
    qualifications: read.qualifications.values,
    moduleIds,
    checkIds: namesOf(files.checkFiles),
    exerciseIds: namesOf(files.exerciseFiles),
  };
}

/** The parts with all that is wrong in and between them. */
function examine(files: Files) {
  const moduleIds = namesOf(files.moduleFiles);
  const read = readParts(files, { components: new Set(files.components), moduleIds });
  const uses = files.moduleFiles.map(usesOf);
  const parts = partsOf(files, read, moduleIds);
  const problems: ContentProblem[] = [
    ...Object.values(read).flatMap((part) => part.problems),
    ...crossProblems(parts),
    ...exerciseProblems(parts),
    ...useProblems({ ...parts, uses }),
    ...nameProblems(read.workload.values, 'version'),
    ...officeProblems(officePartsOf(files, read)),
    ...weekProblems(read.week.values),
    ...onlyOnesProblems(read),
    ...peerFormatProblems(read.peerFormats.values, moduleIds),
    ...wordsOf(files).flatMap(personalDataProblems),
  ];
  return {
    parts,
    uses: contentUses(uses),
    texts: read.modules.texts,
    workload: read.workload.values,
    office: read.office.values,
    week: read.week.values,
    policies: read.policies.values,
    retention: read.retention.values,
    peerFormats: read.peerFormats.values,
    problems,
  };
}

/** All content under `root`, as far as it can be read, with every problem there is. For the report; the portal uses `loadContent`. */
export async function examineContent(root: string | URL) {
  const examined = examine(await readAll(root instanceof URL ? fileURLToPath(root) : root));
  const modules = examined.parts.modules.toSorted((one, other) => byStrandAndOrder(one.value, other.value));
  return { ...examined, parts: { ...examined.parts, modules } };
}
