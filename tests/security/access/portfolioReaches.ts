import { randomUUID } from 'node:crypto';
import { CRITERIA } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import type { Reach, Visit } from './reach.ts';
import { recordsOf } from './world.ts';

const on = (page: string) => () => page;
const records = ({ column, way }: Visit) => recordsOf(column, way);
const evidenceFields = (id: string, text: string): Fields => ({
  id,
  title: 'Another title',
  text,
  happenedOn: '2026-11-02',
  criteria: CRITERIA,
  basedOn: '1',
});
/** Another rating on each way, so that each changes something. */
const RATED = { 'own page': 'with_help', 'another page': 'on_my_own', called: 'could_show_others' } as const;

/** How the actions of a trainee on her own evidence are reached. */
export const PORTFOLIO_REACHES: Readonly<Record<string, Reach>> = {
  'portfolio.rate': {
    page: on('/portfolio'),
    input: ({ way }) => ({ criterionId: '1.1', rating: RATED[way] }),
  },
  'portfolio.remove': {
    page: (visit) => `/portfolio/evidence/${records(visit).evidenceId}`,
    input: (visit) => ({ id: records(visit).removedId }),
  },
  'portfolio.save': {
    page: (visit) => `/portfolio/evidence/${records(visit).evidenceId}`,
    input: (visit) => evidenceFields(records(visit).draftId, `Saved on ${visit.way}.`),
  },
  'portfolio.start': {
    page: on('/portfolio/evidence/new'),
    input: () => ({ id: randomUUID(), kind: 'reflective_account', title: 'New', text: 'New.', criteria: CRITERIA }),
  },
  'portfolio.submit': {
    page: (visit) => `/portfolio/evidence/${records(visit).evidenceId}`,
    input: (visit) => evidenceFields(records(visit).finishedId, 'Handed in.'),
  },
  'portfolio.withdraw': {
    page: (visit) => `/portfolio/evidence/${records(visit).evidenceId}`,
    input: (visit) => ({ submissionId: `${records(visit).withdrawnId}-1` }),
  },
};
