import type { ReviewState } from '#src/domain/modules/review.ts';
import { reviewState } from '#src/domain/modules/review.ts';
import type { MeasuredModule, ReadingTick } from '#src/domain/modules/measuredMinutes.ts';
import { measuredMinutes, saidMinutes } from '#src/domain/modules/measuredMinutes.ts';
import type { Strand } from '#src/domain/modules/words.ts';
import { casesMissingInStrands } from './casesInStrands.ts';
import { checkWarnings } from './checkRules.ts';
import { examineContent } from './examine.ts';
import { countExercises } from './exerciseRules.ts';
import { tagsNamed } from './lessonTags.ts';
import type { ContentProblem, Findings } from './problems.ts';
import { uncoveredCriteria } from './programmeRules.ts';
import { minuteWarnings, reviewFindings } from './dateRules.ts';
import { termWords } from './readingLevel.ts';
import { readingFindings } from './readingRules.ts';
import type { WrittenModule } from './readModule.ts';
import { readSections } from './sectionRules.ts';
import { sizeWarnings } from './sizeRules.ts';
import { termWarnings } from './termRules.ts';

/** The state of one module, as an author looks at it. Minutes are whole, grades have one decimal. */
export interface ModuleRow {
  readonly id: string;
  readonly strand: Strand;
  readonly version: string;
  readonly words: number;
  /** For the whole module: reading, check and reflection. */
  readonly minutes: number;
  /** For the reading alone: what the sections say, and what readers take; null where too few of them count. */
  readonly readingMinutes: number;
  readonly measuredMinutes: number | null;
  readonly grade: number;
  readonly questions: number;
  readonly exercises: number;
  readonly criteria: readonly string[];
  readonly terms: number;
  readonly asOf: string;
  readonly reviewBy: string;
  readonly review: ReviewState;
  /** Errors and warnings in its own file, its check and its exercises. */
  readonly problems: number;
}

/** Everything there is to say about the content on a day. Errors have to be put right; warnings are for the author to judge. */
export interface ContentReport {
  readonly errors: readonly ContentProblem[];
  readonly warnings: readonly ContentProblem[];
  /** By strand and order; a module that cannot be read has none. */
  readonly rows: readonly ModuleRow[];
}

type Examined = Awaited<ReturnType<typeof examineContent>>;

interface Looking {
  readonly examined: Examined;
  readonly today: string;
  readonly measured: ReadonlyMap<string, MeasuredModule>;
  readonly terms: ReadonlySet<string>;
}

type Row = Omit<ModuleRow, 'problems'>;

/** What is counted and measured in one module. Its problems are counted later, when all of them are known. */
function rowOf(
  module: WrittenModule,
  { grade, questions }: Pick<ModuleRow, 'grade' | 'questions'>,
  { today, measured }: Looking,
): Row {
  const { value, text, tags } = module;
  const { id, strand, version, minutes, criteria, asOf, reviewBy } = value;
  return {
    ...{ id, strand, version, minutes, criteria, asOf, reviewBy, grade, questions },
    words: readSections(text.body, tags).reduce((sum, { wordCount }) => sum + wordCount, 0),
    readingMinutes: saidMinutes(value),
    measuredMinutes: measured.get(id)?.minutes ?? null,
    exercises: countExercises(module),
    terms: tagsNamed(tags, 'Term').length,
    review: reviewState(value, today),
  };
}

/** Looks at one module. */
function lookAt(module: WrittenModule, looking: Looking): Findings & { row: Row } {
  const { examined, today, measured, terms } = looking;
  const reading = readingFindings(module, terms);
  const review = reviewFindings(module, today);
  const glossary = examined.parts.glossaries.flatMap((one) => one.value.terms);
  const check = examined.parts.checks.find((one) => one.value.id === module.value.checkId);
  return {
    errors: [...reading.errors, ...review.errors],
    warnings: [
      ...review.warnings,
      ...sizeWarnings(module),
      ...reading.warnings,
      ...termWarnings(module, glossary),
      ...(check ? checkWarnings(check) : []),
      ...minuteWarnings(module, measured.get(module.value.id)),
    ],
    row: rowOf(module, { grade: reading.grade, questions: check?.value.questions.length ?? 0 }, looking),
  };
}

/** Cases that a strand never opens. */
function caseProblems({ parts: { modules, cases }, uses }: Examined): ContentProblem[] {
  const content = { modules: modules.map(({ value }) => value), cases: cases.map(({ value }) => value), uses };
  return casesMissingInStrands(content).map((message) => ({
    file: 'src/content/cases',
    line: null,
    field: '',
    message,
  }));
}

/** Whether a file is the module's own, its check, or one of its exercises. */
function belongsTo(id: string, file: string): boolean {
  const name = file.replace(/^.*\/|\.\w+$/g, '');
  return name === id || (file.includes('/exercises/') && name.startsWith(`${id}-`));
}

/**
 * Everything there is to say about the content under `root` on the day `today` (`YYYY-MM-DD`). `ticks` say when people read, where
 * there is a database to ask.
 */
export async function contentReport(
  root: string | URL,
  { today, ticks = [] }: { today: string; ticks?: readonly ReadingTick[] },
): Promise<ContentReport> {
  const examined = await examineContent(root);
  const { modules, qualifications, glossaries } = examined.parts;
  const measured = measuredMinutes(
    modules.map(({ value }) => value),
    ticks,
  );
  const terms = termWords(glossaries.flatMap(({ value }) => value.terms));
  const looked = modules.map((module) => lookAt(module, { examined, today, measured, terms }));
  const errors = [
    ...examined.problems,
    ...looked.flatMap((one) => one.errors),
    ...uncoveredCriteria(qualifications, modules),
    ...caseProblems(examined),
  ];
  const warnings = looked.flatMap((one) => one.warnings);
  const files = [...errors, ...warnings].map(({ file }) => file);
  const rows = looked.map(({ row }) => ({ ...row, problems: files.filter((file) => belongsTo(row.id, file)).length }));
  return { errors, warnings, rows };
}
