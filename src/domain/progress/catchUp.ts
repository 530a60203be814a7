import type { ModuleMeta } from '../modules/schema.ts';
import type { Standing } from './standing.ts';

/** One late module with the week it is suggested for. */
export interface CatchUpStep {
  readonly moduleId: string;
  /** Weeks from now: 0 is this week. One late module a week, beside what falls in that week anyway. */
  readonly inWeeks: number;
  /** A module still to do that leans on this one, which is why it comes before older ones; null where it is simply the oldest. */
  readonly neededFor: string | null;
}

type Leaning = Pick<ModuleMeta, 'id' | 'buildsOn'>;

/** Everything still to do that a module leans on, at first or second hand, what is leaned on most first; the module itself last. */
function withWhatItLeansOn(moduleId: string, open: ReadonlyMap<string, Leaning>, seen = new Set<string>()): string[] {
  const module = open.get(moduleId);
  if (!module || seen.has(moduleId)) return [];
  seen.add(moduleId);
  return [...module.buildsOn.flatMap((lower) => withWhatItLeansOn(lower, open, seen)), moduleId];
}

/**
 * A suggested order for what is late: first what this week's modules lean on, then the oldest, and never a module before one
 * that it leans on itself. One a week. Empty where nothing is late, and so while paused. Source: docs/decisions.md, "Catching up".
 */
export function catchUp(
  standing: Pick<Standing, 'late' | 'thisWeek' | 'rows'>,
  modules: readonly Leaning[],
): CatchUpStep[] {
  const isOpen = new Set(standing.rows.filter(({ state }) => state !== 'done').map(({ moduleId }) => moduleId));
  const open = new Map(modules.filter(({ id }) => isOpen.has(id)).map((module) => [module.id, module]));
  const late = standing.rows.filter(({ weeksLate }) => weeksLate > 0).map(({ moduleId }) => moduleId);
  const neededFor = new Map(
    standing.thisWeek.flatMap((id) => withWhatItLeansOn(id, open).map((lower) => [lower, id] as const)),
  );
  const first = [...late.filter((id) => neededFor.has(id)), ...late.filter((id) => !neededFor.has(id))];
  const order = new Set(first.flatMap((id) => withWhatItLeansOn(id, open)).filter((id) => late.includes(id)));
  return [...order].map((moduleId, inWeeks) => ({
    moduleId,
    inWeeks,
    neededFor: neededFor.get(moduleId) ?? null,
  }));
}
