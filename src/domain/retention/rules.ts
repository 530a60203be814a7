import { z } from 'astro/zod';
import { addDays, addMonths } from '../calendar.ts';
import {
  GROUP_WORDS,
  RECORD_GROUPS,
  type RecordGroup,
  RETENTION_UNITS,
  type RetentionStart,
  START_WORDS,
} from './words.ts';

/** Longer than any rule of an awarding body; a slip of the keyboard is noticed. */
const MOST = { days: 400, months: 240 } as const;

/** Groups that have nothing to do with the end of one trainee's programme. */
const OTHER_STARTS: Partial<Readonly<Record<RecordGroup, RetentionStart>>> = {
  standardisation: 'closed',
  export: 'made',
};

/** What each group is counted from. */
export const START_OF = Object.fromEntries(
  RECORD_GROUPS.map((group) => [group, OTHER_STARTS[group] ?? 'programme_end']),
) as Readonly<Record<RecordGroup, RetentionStart>>;

const keptFor = z
  .strictObject({ keepFor: z.int().min(1, 'Keep it for at least 1.'), unit: z.enum(RETENTION_UNITS) })
  .superRefine(({ keepFor, unit }, context) => {
    if (keepFor > MOST[unit])
      context.addIssue({ code: 'custom', path: ['keepFor'], message: `Keep it for at most ${MOST[unit]} ${unit}.` });
  });

export type KeptFor = z.infer<typeof keptFor>;

const groups = z.strictObject(
  Object.fromEntries(RECORD_GROUPS.map((group) => [group, keptFor])) as Record<RecordGroup, typeof keptFor>,
);

/** How long each group is kept. Also the shape of a row of `retention_rules`. */
export type RetentionRules = Readonly<Record<RecordGroup, KeptFor>>;

/** About how many days a rule is, to compare two in different units. */
const roughDays = ({ keepFor, unit }: KeptFor): number => (unit === 'days' ? keepFor : keepFor * 30.4375);

/** The words of a draft are those of what was handed in: kept for longer, they would outlive their removal. */
function noDraftOutlives({ draft, submission }: RetentionRules, context: z.RefinementCtx): void {
  if (roughDays(draft) <= roughDays(submission)) return;
  context.addIssue({
    code: 'custom',
    path: ['draft', 'keepFor'],
    message: 'Keep drafts no longer than evidence that was handed in: they hold the same words.',
  });
}

export const retentionRulesSchema = groups.superRefine(noDraftOutlives);

/** Rules as a row holds them: set before a group was there, they say nothing of it, and `defaults` counts. Throws where they cannot be read. */
export const storedRules = (text: string, defaults: RetentionRules): RetentionRules =>
  retentionRulesSchema.parse({ ...defaults, ...groups.partial().parse(JSON.parse(text)) });

/** The file src/content/retention/rules.json. */
export const retentionFileSchema = z.strictObject({
  /** Changes whenever a default does. */
  version: z.string().trim().min(1, 'Give the version a name.'),
  note: z.string().trim().min(1, 'Say where these rules come from.'),
  rules: retentionRulesSchema,
});
export type RetentionFile = z.infer<typeof retentionFileSchema>;

/** A version of the rules: the default, or one that an administrator set. */
export interface RetentionVersion {
  readonly id: string;
  /** Null for the default, which counts until one is set. */
  readonly effectiveFrom: string | null;
  readonly rules: RetentionRules;
  readonly reason: string;
  readonly set: { readonly by: string; readonly at: Date } | null;
}

/** The version that counts on a day: the last to begin; of two for one day the one entered later. `versions`: oldest first. */
export function retentionOn(versions: readonly RetentionVersion[], day: string): RetentionVersion {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= day);
  const found = begun.at(-1);
  if (!found) throw new Error('There is no retention rule, not even the default.');
  return found;
}

/** The last day on which a record is kept, from the day its time is counted from. It may be removed from the day after. */
export const keptUntil = ({ keepFor, unit }: KeptFor, from: string): string =>
  unit === 'days' ? addDays(from, keepFor) : addMonths(from, keepFor);

/** Whether the time of a record is over. `from` null: it has not begun, because she is still in the programme. */
export const isOver = (rule: KeptFor, from: string | null, today: string): boolean =>
  from !== null && keptUntil(rule, from) < today;

/** "36 months", "1 day". */
export const keptWords = ({ keepFor, unit }: KeptFor): string =>
  `${keepFor} ${keepFor === 1 ? unit.slice(0, -1) : unit}`;

/** The rule as the page of a removed record names it: "evidence that was handed in is kept for 36 months from the end of the programme". */
export function ruleWords(group: RecordGroup, rule: KeptFor): string {
  return `${GROUP_WORDS[group].name.toLowerCase()}: kept for ${keptWords(rule)} from ${START_WORDS[START_OF[group]]}`;
}

export interface RuleChange {
  readonly group: RecordGroup;
  readonly before: KeptFor;
  readonly after: KeptFor;
  readonly isShorter: boolean;
}

/** What differs between two versions, and where the new one keeps something for a shorter time. */
export function ruleChanges(before: RetentionRules, after: RetentionRules): RuleChange[] {
  return RECORD_GROUPS.filter((group) => {
    const [one, other] = [before[group], after[group]];
    return one.keepFor !== other.keepFor || one.unit !== other.unit;
  }).map((group) => ({
    group,
    before: before[group],
    after: after[group],
    isShorter: roughDays(after[group]) < roughDays(before[group]),
  }));
}

/** What a trainee's programme has come to, as far as the portal knows. Days in London. */
export interface ProgrammeFacts {
  /** The day her qualification was signed off, where that signature stands. */
  readonly qualifiedOn: string | null;
  /** Her last day, where it was entered that she completed or withdrew, and that was not opened again. */
  readonly endedOn: string | null;
  /** The day she left her last cohort; null while she is in one, and where she never was in one. */
  readonly leftOn: string | null;
}

/**
 * The day a programme ended; null while it goes on. What was entered comes first, then the sign-off, then having left the last cohort.
 * Where both were entered and signed the later day counts, so that nothing goes before either says so.
 */
export function programmeEnd({ qualifiedOn, endedOn, leftOn }: ProgrammeFacts): string | null {
  if (endedOn !== null && qualifiedOn !== null) return endedOn > qualifiedOn ? endedOn : qualifiedOn;
  return endedOn ?? qualifiedOn ?? leftOn;
}
