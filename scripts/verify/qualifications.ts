import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { oneWay, sha256 } from './canonical.ts';
import { pagesOf } from './rows.ts';
import { isRecord } from './signOffEntry.ts';
import type { Source } from './source.ts';

interface KnownCriterion {
  readonly id: string;
  readonly neededTimes: number;
  readonly kinds: readonly string[];
  readonly mustInclude: readonly string[];
}

/** One version of the qualification, as far as a signature can be held against it. */
export interface KnownVersion {
  /** SHA-256 of the wording by subject and id, `criterion 3.2`. */
  readonly wordings: ReadonlyMap<string, string>;
  readonly criteria: ReadonlyMap<string, KnownCriterion>;
  /** Ids of its criteria by the id of the unit. */
  readonly units: ReadonlyMap<string, readonly string[]>;
}

export interface Qualifications {
  readonly versions: ReadonlyMap<string, KnownVersion>;
  /** What a criterion is called in a later version, as far as it carries over. */
  carried(criterion: { readonly version: string; readonly id: string }, to: string): readonly string[];
}

const VERSIONS = { table: 'qualification_versions', text: ['version', 'label', 'notice', 'units'], numbers: [] };
const MAPPINGS = {
  table: 'criterion_mappings',
  text: ['from_version', 'to_version', 'old_id', 'new_id'],
  numbers: ['carries'],
};

/** Versions from the folder that came with the portal and from the database. `source` is null for a database older than versions. */
export async function readQualifications(
  source: Source | null,
  folder: string | null,
  findings: string[],
): Promise<Qualifications> {
  const versions = new Map<string, KnownVersion>();
  for (const version of folder === null ? [] : inFolder(folder)) takeUp(versions, version);
  const edges = source ? await readFromTables(source, versions, findings) : [];
  return { versions, carried: (criterion, to) => carriedBy(edges, criterion, to) };
}

async function readFromTables(
  source: Source,
  versions: Map<string, KnownVersion>,
  findings: string[],
): Promise<Edge[]> {
  for await (const page of pagesOf(source, VERSIONS))
    for (const { units, ...row } of page)
      if (!takeUp(versions, { ...row, units: parsed(units) }))
        findings.push(`The criteria set ${row.version} in qualification_versions cannot be read.`);
  const edges: Edge[] = [];
  for await (const page of pagesOf(source, MAPPINGS))
    for (const row of page)
      if (row.new_id !== null && row.carries === 1)
        edges.push({ from: `${row.from_version} ${row.old_id}`, to: String(row.to_version), id: String(row.new_id) });
  return edges;
}

interface Edge {
  readonly from: string;
  readonly to: string;
  readonly id: string;
}

function carriedBy(edges: readonly Edge[], { version, id }: { version: string; id: string }, to: string): string[] {
  if (version === to) return [id];
  const next = edges.filter(({ from }) => from === `${version} ${id}`);
  return next.flatMap((edge) => carriedBy(edges, { version: edge.to, id: edge.id }, to));
}

function inFolder(folder: string): unknown[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.map((name) => parsed(readFileSync(join(folder, name), 'utf8')));
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

/** False for what cannot be read as a qualification. */
function takeUp(versions: Map<string, KnownVersion>, found: unknown): boolean {
  if (!isRecord(found) || !Array.isArray(found.units) || !found.units.every(isUnit)) return false;
  const { version, label, notice } = found;
  const units = found.units.map(unitFacts);
  const wordings = new Map<string, string>();
  const worded = (name: string, text: object) => wordings.set(name, sha256(oneWay(text)));
  worded('qualification all', {
    label: 'pqip-qualification-v1',
    version,
    title: trimmed(label),
    notice: trimmed(notice),
    units,
  });
  for (const unit of units) {
    worded(`unit ${unit.id}`, { label: 'pqip-unit-v1', version, ...unit });
    for (const one of unit.criteria) worded(`criterion ${one.id}`, { label: 'pqip-criterion-v1', version, ...one });
  }
  versions.set(String(version), {
    wordings,
    criteria: new Map(units.flatMap(({ criteria }) => criteria.map((one) => [one.id, one]))),
    units: new Map(units.map(({ id, criteria }) => [id, criteria.map((one) => one.id)])),
  });
  return true;
}

interface RawUnit extends Record<string, unknown> {
  readonly criteria: readonly Record<string, unknown>[];
}

const isUnit = (unit: unknown): unit is RawUnit =>
  isRecord(unit) &&
  Array.isArray(unit.criteria) &&
  unit.criteria.every((one) => isRecord(one) && Array.isArray(one.kinds));

const trimmed = (value: unknown) => String(value).trim();

function unitFacts({ id, title, summary, criteria }: RawUnit) {
  return { id: String(id), title: trimmed(title), summary: trimmed(summary), criteria: criteria.map(criterionFacts) };
}

function criterionFacts({ id, text, neededTimes, kinds, mustInclude, currentForMonths }: Record<string, unknown>) {
  return {
    id: String(id),
    text: trimmed(text),
    neededTimes: Number(neededTimes),
    kinds: (kinds as string[]).toSorted(),
    mustInclude: ((mustInclude ?? []) as string[]).toSorted(),
    currentForMonths: currentForMonths ?? null,
  };
}
