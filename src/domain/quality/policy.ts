import { z } from 'astro/zod';
import { EVIDENCE_KIND_NAMES, EVIDENCE_KINDS, type EvidenceKind } from '../portfolio/words.ts';
import { ASSESSOR_STANDINGS, STANDING_WORDS } from './words.ts';

const percent = z.int('Give a whole number').min(0, 'Give 0 or more').max(100, 'Give 100 or less');

/** How much of what was decided a quality assurer looks at. Shares are rounded up to whole pieces, trainees and units. */
export const samplingPolicySchema = z.strictObject({
  /** Of each assessor's pieces that are decided and not signed, %. */
  interimPercent: percent,
  /** Of each assessor's pieces that a signature rests on, %. */
  finalPercent: percent,
  /** Of the trainees each assessor decided about, %: at least one piece of each. */
  traineesPercent: percent,
  /** Of the units each assessor decided in, %: at least one piece in each. */
  unitsPercent: percent,
  /** Of the pieces of each kind, over all assessors, %. */
  methodPercent: z.strictObject(
    Object.fromEntries(EVIDENCE_KINDS.map((kind) => [kind, percent])) as Record<EvidenceKind, typeof percent>,
  ),
  /** Assessors of whom everything is looked at. */
  everythingOf: z.array(z.enum(ASSESSOR_STANDINGS)),
  /** Days from the day on which something is put into a plan to the day by which it is looked at. */
  lookWithinDays: z.int('Give a whole number').min(1, 'Give 1 or more').max(180, 'Give 180 or less'),
});

export type SamplingPolicy = z.infer<typeof samplingPolicySchema>;

/** The default that comes with the portal: src/content/quality/policy.json. */
export const policyDefaultSchema = z.strictObject({
  version: z.string().trim().min(1).describe('The name of this version.'),
  effectiveFrom: z.iso.date().describe('The first day on which it counts.'),
  note: z.string().trim().min(1).describe('Where it comes from, and that it is a setting.'),
  value: samplingPolicySchema,
});

export type PolicyDefault = z.infer<typeof policyDefaultSchema>;

/** One version of the policy, counting from its first day until the next one begins. */
export interface PolicyVersion {
  /** The id of its row; of the default its name. */
  readonly version: string;
  readonly effectiveFrom: string;
  readonly policy: SamplingPolicy;
  readonly reason: string;
  /** Null for the default. */
  readonly set: { readonly at: Date; readonly by: string } | null;
}

/** Oldest first: by first day, of one day by when they were entered. */
export function policiesInOrder(versions: readonly PolicyVersion[]): PolicyVersion[] {
  return versions.toSorted(
    (one, other) =>
      one.effectiveFrom.localeCompare(other.effectiveFrom) ||
      (one.set?.at.getTime() ?? 0) - (other.set?.at.getTime() ?? 0),
  );
}

/** What counts on a day: the last to have begun of what was set, else the default. Throws an Error where there is no version at all. */
export function policyOnDay(versions: readonly PolicyVersion[], day: string): PolicyVersion {
  const inOrder = policiesInOrder(versions);
  const begun = inOrder.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const inForce = begun.findLast(({ set }) => set !== null) ?? begun.at(-1) ?? inOrder[0];
  if (!inForce) throw new Error('There is no sampling policy.');
  return inForce;
}

/** One thing that a policy says. `id` is the name of its field in the form. */
export interface PolicyLine {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

const share = (value: number) => `${String(value)}%`;

/** Everything that a policy says, line by line. */
export function policyLines(policy: SamplingPolicy): PolicyLine[] {
  const everything = ASSESSOR_STANDINGS.filter((standing) => policy.everythingOf.includes(standing));
  return [
    {
      id: 'interimPercent',
      label: 'Interim: of each assessor’s pieces decided and not signed',
      text: share(policy.interimPercent),
    },
    {
      id: 'finalPercent',
      label: 'Final: of each assessor’s pieces that a signature rests on',
      text: share(policy.finalPercent),
    },
    {
      id: 'traineesPercent',
      label: 'Of the trainees each assessor decided about',
      text: share(policy.traineesPercent),
    },
    { id: 'unitsPercent', label: 'Of the units each assessor decided in', text: share(policy.unitsPercent) },
    ...EVIDENCE_KINDS.map((kind) => ({
      id: `method-${kind}`,
      label: `By method: ${EVIDENCE_KIND_NAMES[kind].toLowerCase()}`,
      text: share(policy.methodPercent[kind]),
    })),
    {
      id: 'everythingOf',
      label: 'Everything is looked at of assessors who are',
      text: everything.map((standing) => STANDING_WORDS[standing].toLowerCase()).join(' or ') || 'nobody',
    },
    { id: 'lookWithinDays', label: 'A sample is looked at within', text: `${String(policy.lookWithinDays)} days` },
  ];
}

/** What differs between two policies. */
export interface PolicyChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What a policy changes against another, in the order of its lines. */
export function policyChanges(before: SamplingPolicy, after: SamplingPolicy): PolicyChange[] {
  const old = new Map(policyLines(before).map(({ id, text }) => [id, text]));
  return policyLines(after)
    .filter(({ id, text }) => old.get(id) !== text)
    .map(({ id, label, text }) => ({ label, before: old.get(id) ?? '', after: text }));
}
