import { listCriterionMappings, listImporters, listQualificationVersions } from '#db/queries/qualification.ts';
import type { Reader } from '#db/client.ts';
import { type Qualification, qualificationSchema } from '#src/domain/portfolio/qualification.ts';
import type { CriterionMapping, Qualifications } from '#src/domain/portfolio/versions.ts';
import type { Content } from './content.ts';
import { keptRules } from './kept.ts';
import { portal, today } from './portal.ts';

type VersionRow = Awaited<ReturnType<typeof listQualificationVersions>>[number];

/** Versions are never changed, so each is read out of its text once. */
const read = new Map<string, Qualification>();
const MOST_READ = 100;

function versionOf({ version, label, notice, units }: VersionRow): Qualification {
  const key = JSON.stringify([version, label, notice, units]);
  const known = read.get(key);
  if (known) return known;
  const parsed = qualificationSchema.parse({ version, label, notice, units: JSON.parse(units) as unknown });
  if (read.size >= MOST_READ) read.clear();
  read.set(key, parsed);
  return parsed;
}

interface Asked {
  readonly content: Pick<Content, 'qualification'>;
  readonly day: string;
}

/**
 * Units and criteria as they count on the programme day, with every version before: for transactions, and for commands that hand in
 * the content and the day. Two queries.
 */
export async function readQualifications(db: Reader, asked?: Asked): Promise<Qualifications> {
  const { content, day } = asked ?? { content: portal().content, day: today() };
  const [rows, mappings] = await Promise.all([listQualificationVersions(db), listCriterionMappings(db)]);
  const begun = rows.filter(({ effectiveFrom }) => effectiveFrom <= day).map(versionOf);
  const versions = [content.qualification, ...begun];
  return { current: versions.at(-1) ?? content.qualification, versions, mappings };
}

/** The same for pages: at most ten seconds old. */
export const qualificationsNow = keptRules((db) => readQualifications(db));

/** After a version was brought in here: the next page reads it. */
export function forgetQualifications(): void {
  qualificationsNow.forget();
}

/** A version with when it counts and who brought it in. */
export interface DatedVersion {
  readonly qualification: Qualification;
  /** Null for the one that came with the portal: it counts until another does. */
  readonly effectiveFrom: string | null;
  readonly set: { readonly by: string; readonly at: Date } | null;
  readonly state: 'to_come' | 'counts' | 'before';
}

/** Every version, those whose day has not come among them, in the order in which they come to count. */
export interface QualificationHistory {
  readonly versions: readonly DatedVersion[];
  readonly mappings: readonly CriterionMapping[];
}

/** For the administrator and for bringing a version in: three queries in one round trip. */
export async function readHistory(db: Reader): Promise<QualificationHistory> {
  const [rows, mappings, importers] = await Promise.all([
    listQualificationVersions(db),
    listCriterionMappings(db),
    listImporters(db),
  ]);
  const day = today();
  const begun = rows.filter(({ effectiveFrom }) => effectiveFrom <= day).length;
  const first = { qualification: portal().content.qualification, effectiveFrom: null, set: null };
  const brought = rows.map((row) => ({
    qualification: versionOf(row),
    effectiveFrom: row.effectiveFrom,
    set: { by: importers.find(({ version }) => version === row.version)?.name ?? '', at: row.importedAt },
  }));
  const stateOf = (index: number) => (index > begun ? 'to_come' : index === begun ? 'counts' : 'before');
  return { versions: [first, ...brought].map((one, index) => ({ ...one, state: stateOf(index) })), mappings };
}

/** All versions as one line, as if the last of them counted already. */
export function asIfAllCounted({ versions, mappings }: QualificationHistory): Qualifications {
  const all = versions.map(({ qualification }) => qualification);
  return { versions: all, current: all.at(-1) ?? portal().content.qualification, mappings };
}
