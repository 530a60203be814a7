import { insertCompletion, listModuleFacts } from '#db/queries/progress.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';
import type { Check } from '#src/domain/checks/schema.ts';
import type { ModuleMeta } from '#src/domain/modules/schema.ts';
import { isComplete, NO_FACTS } from '#src/domain/modules/state.ts';
import { portal } from '../portal.ts';

/** A module of the programme and its knowledge check. Throws `not_found`. */
export function findModule(moduleId: string): { module: ModuleMeta; check: Check } {
  const { modules, checks } = portal().content;
  const module = modules.find(({ id }) => id === moduleId);
  const check = checks.get(module?.checkId ?? '');
  if (!module || !check) throw new Refusal('not_found');
  return { module, check };
}

interface Settling {
  traineeId: string;
  module: ModuleMeta;
  check: Check;
  at: Date;
}

/** Asks the rule for "done" again inside the transaction and writes the completion where it is first met. True where it was. */
export async function settleCompletion(tx: Writer, { traineeId, module, check, at }: Settling): Promise<boolean> {
  const facts = (await listModuleFacts(tx, traineeId)).get(module.id) ?? NO_FACTS;
  if (facts.completion !== null || !isComplete(module, check, facts)) return false;
  await insertCompletion(tx, { traineeId, moduleId: module.id, moduleVersion: module.version, at });
  return true;
}
