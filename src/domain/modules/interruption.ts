import type { ModuleMeta } from './schema.ts';
import type { ModuleFacts } from './state.ts';

/** Whether she has opened the module, or done anything in it, before. */
function isBegun({ openedAt, ticks, bestCorrect, completion }: ModuleFacts): boolean {
  return openedAt !== null || ticks.size > 0 || bestCorrect !== null || completion !== null;
}

/**
 * Whether the portal says what a module is about before it shows it: where its authors wrote a content note, and only until she
 * has gone on once. Source: the content note and its way round, docs/decisions.md ("The page before a distressing module").
 */
export function interrupts({ contentNote }: Pick<ModuleMeta, 'contentNote'>, facts: ModuleFacts): boolean {
  return contentNote !== null && !isBegun(facts);
}
