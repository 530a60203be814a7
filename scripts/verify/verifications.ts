import { pagesOf } from './rows.ts';
import type { Source } from './source.ts';

/** Criteria, by assessment, with which the newest look of a quality assurer did not agree. */
export type Rejected = ReadonlyMap<string, ReadonlySet<string>>;

const LOOKS = { table: 'verifications', text: ['id', 'assessment_id'], numbers: ['verified_at'] };
const SAID = {
  table: 'verification_decisions',
  text: ['verification_id', 'criterion_id', 'outcome'],
  numbers: [],
};

/** `source` is null for a database older than quality assurance. */
export async function readRejected(source: Source | null): Promise<Rejected> {
  if (!source) return new Map();
  const newest = new Map<string, { id: string; at: number }>();
  for await (const page of pagesOf(source, LOOKS))
    for (const row of page) {
      const known = newest.get(String(row.assessment_id));
      if (!known || Number(row.verified_at) >= known.at)
        newest.set(String(row.assessment_id), { id: String(row.id), at: Number(row.verified_at) });
    }
  const refused = new Map<string, string[]>();
  for await (const page of pagesOf(source, SAID))
    for (const row of page)
      if (row.outcome === 'reject')
        refused.set(String(row.verification_id), [
          ...(refused.get(String(row.verification_id)) ?? []),
          String(row.criterion_id),
        ]);
  return new Map([...newest].map(([assessmentId, { id }]) => [assessmentId, new Set(refused.get(id) ?? [])]));
}
