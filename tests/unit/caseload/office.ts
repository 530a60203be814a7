import { readFileSync } from 'node:fs';
import { type OfficeDefault, officeDefaultSchema } from '#src/domain/office/settings.ts';

/** A default of the office, as it stands in src/content/office. */
function readDefault(name: string): OfficeDefault {
  const file = new URL(`../../../src/content/office/${name}.json`, import.meta.url);
  return officeDefaultSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

const found = { rules: readDefault('case-rules'), complexity: readDefault('complexity') };
if (found.rules.kind !== 'case_rules' || found.complexity.kind !== 'complexity') throw new Error('Another kind.');

export const defaultRules = found.rules.value;
export const defaultComplexity = found.complexity.value;
