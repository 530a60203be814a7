import type { ModuleChange, ModuleMeta } from './schema.ts';
import type { ModuleFacts } from './state.ts';

type Versioned = Pick<ModuleMeta, 'changes'>;

/** What changed after a version, oldest first. A version that the module no longer knows counts as the first. */
export function changesAfter({ changes }: Versioned, version: string): ModuleChange[] {
  return changes.slice(changes.findIndex((change) => change.version === version) + 1);
}

/**
 * What somebody who finished the module has not been told yet: the changes after the version she finished, up to none once she
 * said that she has read them. Empty for whoever has not finished it: she reads the present text anyway.
 */
export function unreadChanges(module: Versioned, { completion, changesReadTo }: ModuleFacts): ModuleChange[] {
  if (!completion) return [];
  const unread = changesAfter(module, completion.version);
  return changesReadTo === null
    ? unread
    : unread.filter((change) => changesAfter(module, changesReadTo).includes(change));
}

/** The version in which a module stood on a day: what somebody who finished it that day finished. */
export function versionOn({ changes }: Versioned, day: string): string {
  return changes.findLast(({ date }) => date <= day)?.version ?? '1';
}
