import type { CaseDocument } from './schema.ts';

/** What sort of document it is, as a reader reads it. */
const DOCUMENT_KIND_NAMES: Readonly<Record<CaseDocument['kind'], string>> = {
  referral: 'Referral',
  convictions: 'Convictions in words',
  home_visit: 'Home visit',
  letter: 'Letter',
  report: 'Report',
  record: 'Record',
};

/** Said wherever a case is shown. */
export const MADE_UP = 'The people and events are made up.';

/** Where a document came from: "Home visit. Week 9 after release. Ms D. Osei, case administrator". */
export function aboutDocument({ kind, when, by }: Pick<CaseDocument, 'kind' | 'when' | 'by'>): string {
  return `${DOCUMENT_KIND_NAMES[kind]}. ${when}. ${by}.`;
}
