import { z } from 'astro/zod';
import type { Criterion, Qualification, QualificationUnit } from '../portfolio/qualification.ts';
import type { CriterionMapping } from '../portfolio/versions.ts';
import { criteriaOf } from './proposals.ts';
import { type Becomes, isBecomes } from './words.ts';

/** What was chosen for one criterion, as a form sent it. */
export interface Choice {
  readonly becomes: string;
  /** Numbers of new criteria, with commas or spaces between them. */
  readonly newIds: string;
}

/** What becomes of one criterion, decided. */
export interface Decision {
  readonly old: Criterion;
  readonly becomes: Becomes;
  readonly newIds: readonly string[];
}

/** Names of the fields for one criterion. */
export const becomesField = (oldId: string) => `becomes-${oldId}`;
export const newIdsField = (oldId: string) => `new-${oldId}`;

/** Name of the one field in which the last step of an import sends every choice: two fields for each would not fit into a form. */
export const CHOICES_FIELD = 'choices';

export const choicesText = (choices: ReadonlyMap<string, Choice>): string =>
  JSON.stringify([...choices].map(([id, { becomes, newIds }]) => [id, becomes, newIds]));

/** The choices in such a field, by the old number; none where it is not whole. */
export function choicesIn(text: string): ReadonlyMap<string, Choice> {
  const read = sentChoices.safeParse(parsed(text));
  return new Map(read.data?.map(([id, becomes, newIds]) => [id, { becomes, newIds }]));
}

const sentChoices = z.array(z.tuple([z.string(), z.string(), z.string()]));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const idsIn = (text: string): string[] => [...new Set(text.split(/[\s,;]+/u).filter((id) => id !== ''))];

const CARRIES: Readonly<Record<Becomes, boolean>> = {
  same: true,
  reworded: true,
  changed: false,
  split_carries: true,
  split_again: false,
  dropped: false,
};

const isSplit = (becomes: Becomes) => becomes === 'split_carries' || becomes === 'split_again';

interface Deciding {
  readonly before: readonly QualificationUnit[];
  readonly after: readonly QualificationUnit[];
  /** By the number in the version before. */
  readonly choice: (oldId: string) => Choice;
}

/** What was decided about every criterion, and what is missing or wrong, by field. All of it at once. */
export function readDecisions({ before, after, choice }: Deciding): {
  decisions: Decision[];
  errors: Record<string, string>;
} {
  const known = new Map(criteriaOf(after).map((criterion) => [criterion.id, criterion]));
  const errors: Record<string, string> = {};
  const decisions = criteriaOf(before).flatMap((old): Decision[] => {
    const { becomes, newIds: typed } = choice(old.id);
    if (!isBecomes(becomes)) {
      errors[becomesField(old.id)] = `Decide what becomes of ${old.id}`;
      return [];
    }
    const newIds = becomes === 'dropped' ? [] : idsIn(typed);
    const problem = idsProblem({ old, becomes, newIds }, known);
    if (problem === null) return [{ old, becomes, newIds }];
    errors[newIdsField(old.id)] = problem;
    return [];
  });
  return { decisions, errors };
}

/** What is wrong with the numbers given for one criterion, or null. */
function idsProblem(decision: Decision, known: ReadonlyMap<string, Criterion>): string | null {
  const { old, becomes, newIds } = decision;
  const stranger = newIds.find((id) => !known.has(id));
  if (stranger !== undefined) return `There is no criterion ${stranger.slice(0, 20)} in the new version`;
  if (becomes === 'dropped') return null;
  if (newIds.length === 0) return `Give the new number of ${old.id}`;
  return countProblem(decision) ?? wordsProblem(decision, known);
}

function countProblem({ old, becomes, newIds }: Decision): string | null {
  if (isSplit(becomes) && newIds.length === 1) return `Give at least two numbers for ${old.id}: it is split`;
  if (!isSplit(becomes) && newIds.length > 1) return `Give one number for ${old.id}, or choose that it is split`;
  return null;
}

function wordsProblem({ old, becomes, newIds: [newId = ''] }: Decision, known: ReadonlyMap<string, Criterion>) {
  if (becomes !== 'same' || known.get(newId)?.text === old.text) return null;
  return `The words of ${old.id} and ${newId} differ: choose reworded or changed`;
}

/** Decisions as they are kept. */
export function mappingsOf(
  decisions: readonly Decision[],
  { from, to }: { readonly from: string; readonly to: string },
): CriterionMapping[] {
  return decisions.flatMap(({ old, becomes, newIds }): CriterionMapping[] => {
    const row = { fromVersion: from, toVersion: to, oldId: old.id, carries: CARRIES[becomes] };
    return newIds.length === 0 ? [{ ...row, newId: null }] : newIds.map((newId) => ({ ...row, newId }));
  });
}

/** One line of what a version changed. */
export interface VersionChange {
  readonly old: Criterion;
  readonly becomes: Becomes;
  readonly now: readonly Criterion[];
}

export interface VersionChanges {
  /** Without those that kept number, words and evidence wanted. */
  readonly changes: readonly VersionChange[];
  readonly added: readonly Criterion[];
  readonly unchanged: number;
}

/** The decision that rows of a mapping come from. */
function becameOf(old: Criterion, now: readonly Criterion[], carries: boolean): Becomes {
  if (now.length === 0) return 'dropped';
  if (now.length > 1) return carries ? 'split_carries' : 'split_again';
  if (!carries) return 'changed';
  return now[0]?.text === old.text ? 'same' : 'reworded';
}

/** What a version changed against the one before it, and what is new in it. */
export function versionChanges(
  before: Pick<Qualification, 'version' | 'units'>,
  after: Pick<Qualification, 'version' | 'units'>,
  mappings: readonly CriterionMapping[],
): VersionChanges {
  const known = new Map(criteriaOf(after.units).map((criterion) => [criterion.id, criterion]));
  const steps = mappings.filter((one) => one.fromVersion === before.version && one.toVersion === after.version);
  const all = criteriaOf(before.units).map((old): VersionChange => {
    const mine = steps.filter(({ oldId }) => oldId === old.id);
    const now = mine.flatMap(({ newId }) => (newId === null ? [] : (known.get(newId) ?? [])));
    return {
      old,
      now,
      becomes: becameOf(
        old,
        now,
        mine.every(({ carries }) => carries),
      ),
    };
  });
  const changes = all.filter(
    ({ old, now, becomes }) => becomes !== 'same' || JSON.stringify(now[0]) !== JSON.stringify(old),
  );
  const taken = new Set(steps.map(({ newId }) => newId));
  return {
    changes,
    added: [...known.values()].filter(({ id }) => !taken.has(id)),
    unchanged: all.length - changes.length,
  };
}
