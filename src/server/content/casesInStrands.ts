import { STRAND_NAMES, STRANDS } from '#src/domain/modules/words.ts';
import type { Content } from '../content.ts';

/** Modules of the whole programme; with fewer, the strands are still being written. */
const WHOLE_PROGRAMME = 24;

/**
 * Cases that a strand never opens, a sentence each: every case runs through all four, so that a later module can ask what an earlier
 * one missed. Empty as long as modules are missing. Source: docs/authoring.md, "CaseFile".
 */
export function casesMissingInStrands({ modules, cases, uses }: Pick<Content, 'modules' | 'cases' | 'uses'>): string[] {
  if (modules.length < WHOLE_PROGRAMME) return [];
  return cases.flatMap(({ id, title }) =>
    STRANDS.filter(
      (strand) => !modules.some((module) => module.strand === strand && uses.cases.get(id)?.includes(module.id)),
    ).map((strand) => `${title} is opened by no module of ${STRAND_NAMES[strand]}.`),
  );
}
