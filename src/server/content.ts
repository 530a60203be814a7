import type { CaseFile } from '#src/domain/cases/schema.ts';
import type { WorkloadFigures } from '#src/domain/caseload/schema.ts';
import type { Check } from '#src/domain/checks/schema.ts';
import type { Exercise } from '#src/domain/exercises/schema.ts';
import type { GlossaryEntry } from '#src/domain/glossary/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import type { OfficeDefault } from '#src/domain/office/settings.ts';
import type { Qualification } from '#src/domain/portfolio/qualification.ts';
import type { PeerFormatFile } from '#src/domain/peerSessions/formatSchema.ts';
import type { PolicyDefault } from '#src/domain/quality/policy.ts';
import type { Route } from '#src/domain/programme/schema.ts';
import type { RetentionFile } from '#src/domain/retention/rules.ts';
import type { BankHolidays } from '#src/domain/week/bankHolidays.ts';
import type { DefaultPattern } from '#src/domain/week/pattern.ts';
import { examineContent } from './content/examine.ts';
import { exerciseModules } from './content/exerciseRules.ts';
import type { SectionText } from './content/lessonText.ts';
import { ContentError } from './content/problems.ts';
import type { ContentUses } from './content/uses.ts';
import { weekFile } from './content/weekRules.ts';

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
  /** What an office sets, as it comes: rules by stage, complexity, study time, supervision. */
  office: OfficeDefault[];
  /** How much a quality assurer looks at until she has set it. */
  samplingPolicy: PolicyDefault;
  /** How long records are kept until an administrator has set it. */
  retention: RetentionFile;
  /** The ways to run a peer session, in their order. */
  peerFormats: PeerFormatFile[];
  /** Bank holidays of England and Wales. */
  bankHolidays: BankHolidays;
  /** The week of whoever has no pattern yet. */
  defaultPattern: DefaultPattern;
}

/**
 * Reads and checks all content under `root`, the folder of the project. Plain Node, so that scripts and tests use it as the portal does.
 * Throws `ContentError` with every problem there is: file, field and a plain sentence each.
 */
export async function loadContent(root: string | URL): Promise<Content> {
  const { parts, uses, texts, workload, office, week, policies, retention, peerFormats, problems } =
    await examineContent(root);
  const qualification = parts.qualifications[0]?.value;
  const bankHolidays = weekFile(week, 'bank_holidays');
  const defaultPattern = weekFile(week, 'default_pattern');
  const samplingPolicy = policies[0]?.value;
  const rules = retention[0]?.value;
  if (problems.length > 0 || !qualification || !bankHolidays || !defaultPattern || !samplingPolicy || !rules)
    throw new ContentError(problems);
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
    office: office.map(({ value }) => value),
    samplingPolicy,
    retention: rules,
    peerFormats: peerFormats.map(({ value }) => value).sort((one, other) => one.order - other.order),
    bankHolidays,
    defaultPattern,
  };
}
