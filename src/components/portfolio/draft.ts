import type { EvidenceRecord } from '#db/queries/portfolio.ts';
import { DETAIL_NAMES, type Details, detailsOf } from '#src/domain/portfolio/details.ts';

/** A draft as its form shows it. */
export interface ShownDraft {
  readonly title: string;
  readonly text: string;
  readonly claims: readonly string[];
  readonly whereShown: Readonly<Record<string, string>>;
  readonly details: Details;
  readonly happenedOn: string | null;
}

/** A draft as it is saved. */
export function savedDraft({ title, text, claims, whereShown, details, happenedOn }: EvidenceRecord): ShownDraft {
  return { title, text, claims, whereShown, details: detailsOf(details), happenedOn };
}

type Posted = Readonly<Record<string, readonly string[]>>;

/** What was typed into the form when it came back with something wrong: nothing of it is lost. */
export function typedDraft(posted: Posted): ShownDraft {
  const first = (name: string) => posted[name]?.[0] ?? '';
  const where = Object.keys(posted).filter((name) => name.startsWith('where-'));
  return {
    title: first('title'),
    text: first('text'),
    claims: posted.criteria ?? [],
    whereShown: Object.fromEntries(where.map((name) => [name.slice('where-'.length), first(name)])),
    details: Object.fromEntries(DETAIL_NAMES.map((name) => [name, first(name)])),
    happenedOn: first('happenedOn') || null,
  };
}
