import { randomUUID } from 'node:crypto';
import type { PortalClient } from '../support/portalClient.ts';
import type { PortalServer } from '../support/portalServer.ts';
import { hostTokens, type Tokens, witnessTokens } from '#src/server/tokens.ts';
import { ANSWER, hostPage, openHostLinks } from './hostLinks.ts';
import { ACCOUNT, asking, askPage, openWitnessLinks } from './witnessLinks.ts';

type Forms = ReturnType<typeof openHostLinks> | ReturnType<typeof openWitnessLinks>;

/** One kind of link that needs no account: where it is made, what is kept, and what each abuse of it looks like. */
export interface LinkKind {
  /** The first word of its address. */
  readonly word: 'host' | 'witness';
  readonly tokens: Tokens;
  readonly otherTokens: Tokens;
  readonly table: string;
  /** The column of `table` that names what the link leads to. */
  readonly of: string;
  readonly forms: (portal: () => PortalServer) => Forms;
  /** The page on which a link is made. */
  readonly page: (id: string) => string;
  readonly takeBack: (client: PortalClient, id: string) => ReturnType<PortalClient['post']>;
  /** Ends what the link leads to. */
  readonly close: (client: PortalClient, id: string) => ReturnType<PortalClient['post']>;
  /** Who may not make or take back a link for Tom's, and the answer; by these actions with this form. */
  readonly refused: Readonly<Record<string, 403 | 404>>;
  readonly actions: readonly string[];
  readonly form: () => Record<string, string>;
  /** The action that answers, with everything its form asks for. */
  readonly action: string;
  readonly filled: object;
  /** The table of answers, and a change that somebody with the file would like to make in it. */
  readonly answersTable: string;
  readonly tamper: string;
  /** Another answer than `filled`. */
  readonly another: object;
  /** What a form may name beside, to reach `other`'s record instead. */
  readonly extra: object;
  /** Changes that the form of the answer refuses, and one of them. */
  readonly refusedAnswers: readonly (readonly [string, object])[];
  readonly wrong: object;
  /** The answer as it is kept, and something of it that stands in no log. */
  readonly kept: object;
  readonly said: string;
  /** What the link to `shown` shows, and what it does not. */
  readonly shows: readonly string[];
  readonly hides: readonly string[];
}

/** Both kinds, on placements and testimonies of Amara with the names of `STORIES`. */
export const LINK_KINDS: readonly LinkKind[] = [
  {
    ...{ word: 'host', tokens: hostTokens, otherTokens: witnessTokens },
    ...{ table: 'placement_host_links', of: 'placement_id', forms: openHostLinks },
    page: (id) => `/placements/${id}`,
    takeBack: (client, placementId) => client.post(hostPage(placementId, 'takeBack'), { placementId }),
    close: (client, placementId) =>
      client.post(`/placements/${placementId}?_action=placements.cancel`, { placementId, cancelReason: 'Ill' }),
    refused: { nia: 404, priya: 404, gwen: 404, kerry: 403, daniel: 403, harvey: 403 },
    actions: ['placementHost.makeLink', 'placementHost.takeBack'],
    form: () => ({ placementId: 'toms', linkId: randomUUID() }),
    ...{ action: 'placementHost.answer', filled: ANSWER, another: { words: 'Something else' } },
    ...{ answersTable: 'placement_host_answers', tamper: 'agrees = 0' },
    extra: { placementId: 'other', placement_id: 'other', linkId: 'x', traineeId: 'tom' },
    refusedAnswers: [
      ['nothing at all', { name: '', job: '', agrees: '', words: '' }],
      ['neither yes nor no', { agrees: 'perhaps' }],
      ['a name of spaces', { name: '   ' }],
      ['a telephone number', { words: 'Ring 020 7946 0018 for the gate.' }],
      ['more than anybody reads', { words: 'x'.repeat(1001) }],
    ],
    ...{ wrong: { agrees: 'perhaps' }, kept: { ...ANSWER, agrees: 1 }, said: ANSWER.name },
    shows: ['Amara Okafor', 'HMP Made-up shown', 'A reception morning', 'Gate of shown'],
    hides: [
      ...['Bus 14', 'HMP Made-up scanned', 'HMP Fernhill', 'Ruth', 'Kerry', 'amara', 'London', 'standard-15'],
      'Caseload',
    ],
  },
  {
    ...{ word: 'witness', tokens: witnessTokens, otherTokens: hostTokens },
    ...{ table: 'witness_requests', of: 'evidence_id', forms: openWitnessLinks },
    page: (id) => `/portfolio/evidence/${id}`,
    takeBack: (client, evidenceId) => client.post(askPage(evidenceId, 'takeBack'), { evidenceId }),
    close: (client, id) => client.post(`/portfolio/evidence/${id}?_action=portfolio.remove`, { id }),
    refused: { amara: 404, priya: 404, daniel: 404, joan: 404, ruth: 403, kerry: 403, harvey: 403 },
    actions: ['witness.ask', 'witness.takeBack'],
    form: () => asking('toms'),
    ...{ action: 'witness.answer', filled: { ...ACCOUNT, declares: 'yes' }, another: { text: 'Something else' } },
    ...{ answersTable: 'witness_answers', tamper: "text = 'better'" },
    extra: { evidenceId: 'other', requestId: 'x', sha256: 'forged' },
    refusedAnswers: [
      ['nothing at all', { name: '', job: '', relationship: '', text: '', declares: '' }],
      ['no declaration', { declares: 'no' }],
      ['a name of spaces', { name: '   ' }],
      ['a telephone number', { text: 'Ring 020 7946 0018 for the rest.' }],
      ['a case reference number', { relationship: 'I know case X123456.' }],
      ['more than anybody reads', { text: 'x'.repeat(10_001) }],
    ],
    ...{ wrong: { declares: 'perhaps' }, kept: ACCOUNT, said: ACCOUNT.text },
    shows: ['Amara Okafor', 'What did you see of shown?', 'Agree boundaries and keep them'],
    hides: ['A colleague', 'What a colleague saw', 'Daniel', 'Ruth', 'amara@', 'London', 'Caseload', 'shown.witness'],
  },
];

/** What the tests of links and answers need one of, of each kind. */
export const STORIES = [
  ...['shown', 'twice', 'scanned', 'revoked', 'replaced', 'expired', 'closed', 'used', 'log', 'shared'],
  ...['mass', 'other', 'own', 'bad'],
] as const;
