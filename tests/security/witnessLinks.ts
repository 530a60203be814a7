import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import type { PortalServer } from '../support/portalServer.ts';
import { addTestimony } from '../support/records.ts';
import { type Sight, strangersSight } from './strangersSight.ts';

/** What a witness says when nothing else is told. */
export const ACCOUNT = {
  name: 'Rosalind Ferry',
  job: 'Facilitator',
  relationship: 'We run the group together.',
  text: 'Both were heard out.',
};

/** Testimonies of Amara by name, one for each story, and `toms`. */
export const withTestimonies =
  (...names: string[]) =>
  (database: DatabaseSync): void => {
    const insert = inserter(database);
    for (const name of [...names, 'toms'])
      addTestimony(insert, { id: name, traineeId: name === 'toms' ? 'tom' : 'amara' });
  };

export const askPage = (evidenceId: string, action: string) =>
  `/portfolio/evidence/${evidenceId}?_action=witness.${action}`;

/** The form that asks for a testimony. */
export const asking = (evidenceId: string, requestId: string = randomUUID()) => ({
  ...{ evidenceId, requestId, witnessName: 'Rosalind Ferry', witnessJob: 'Facilitator' },
  question: `What did you see of ${evidenceId}?`,
});

/** The forms of a testimony's link, and what became of them. */
export interface WitnessLinks {
  /** Makes a link on the page of a testimony; its token, or empty where none was shown. */
  makeLink(evidenceId: string, by?: string, requestId?: string): Promise<string>;
  answer(token: string, change?: object, client?: PortalClient): ReturnType<PortalClient['post']>;
  answers(evidenceId: string): Record<string, unknown>[];
  links(evidenceId: string): Record<string, unknown>[];
  seenAt(path: string): Promise<Sight>;
}

export function openWitnessLinks(portal: () => PortalServer): WitnessLinks {
  return {
    makeLink: async (evidenceId, by = 'amara', requestId = randomUUID()) => {
      const client = await portal().signIn(by);
      const { status, text } = await client.post(askPage(evidenceId, 'ask'), asking(evidenceId, requestId));
      expect(status, text.slice(0, 300)).toBe(200);
      return /\/witness\/([\w-]{43})"/.exec(text)?.[1] ?? '';
    },
    answer: (token, change = {}, client = portal().visitor()) =>
      client.post(`/witness/${token}?_action=witness.answer`, { token, ...ACCOUNT, declares: 'yes', ...change }),
    answers: (evidenceId) =>
      portal().rows('select name, job, relationship, text from witness_answers where evidence_id = ?', evidenceId),
    links: (evidenceId) =>
      portal().rows(
        'select token_hash, revoked_at from witness_requests where evidence_id = ? order by rowid',
        evidenceId,
      ),
    seenAt: (path) => strangersSight(portal(), path),
  };
}
