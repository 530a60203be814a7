import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { inserter } from '../support/demoRecords.ts';
import type { PortalClient } from '../support/portalClient.ts';
import type { PortalServer } from '../support/portalServer.ts';
import { type Sight, strangersSight } from './strangersSight.ts';

const FAR = '2099-01-05';

/** What a host says when nothing else is told. */
export const ANSWER = { name: 'Moira Tennant', job: 'Duty desk', agrees: 'yes', words: '' };

/** Placements of Amara by name, one for each story, and `toms`. */
export const withPlacements =
  (...names: string[]) =>
  (database: DatabaseSync): void => {
    const insert = inserter(database);
    for (const name of [...names, 'toms']) addPlacement(insert, name, name === 'toms' ? 'tom' : 'amara');
  };

function addPlacement(insert: ReturnType<typeof inserter>, id: string, trainee_id: string): void {
  insert('placements', {
    id,
    trainee_id,
    kind: 'prison',
    place: `HMP Made-up ${id}`,
    host_contact: `Gate of ${id}`,
    look_for: 'A reception morning',
    starts_on: FAR,
    ends_on: FAR,
    travel_notes: 'Bus 14, which is nobody’s business',
    proposed_at: 1_780_000_000,
  });
}

/** The forms of a placement's host link, and what became of them. */
export interface HostLinks {
  /** Makes a link on the page of a placement; its token, or empty where none was shown. */
  makeLink(placementId: string, by?: string, linkId?: string): Promise<string>;
  answer(token: string, change?: object, client?: PortalClient): ReturnType<PortalClient['post']>;
  answers(placementId: string): Record<string, unknown>[];
  links(placementId: string): Record<string, unknown>[];
  seenAt(path: string): Promise<Sight>;
}

export const hostPage = (placementId: string, action: string) =>
  `/placements/${placementId}?_action=placementHost.${action}`;

export function openHostLinks(portal: () => PortalServer): HostLinks {
  return {
    makeLink: async (placementId, by = 'amara', linkId = randomUUID()) => {
      const client = await portal().signIn(by);
      const { status, text } = await client.post(hostPage(placementId, 'makeLink'), { placementId, linkId });
      expect(status, text.slice(0, 300)).toBe(200);
      return /\/host\/([\w-]{43})"/.exec(text)?.[1] ?? '';
    },
    answer: (token, change = {}, client = portal().visitor()) =>
      client.post(`/host/${token}?_action=placementHost.answer`, { token, ...ANSWER, ...change }),
    answers: (placementId) =>
      portal().rows('select name, job, agrees, words from placement_host_answers where placement_id = ?', placementId),
    links: (placementId) =>
      portal().rows(
        'select token_hash, revoked_at from placement_host_links where placement_id = ? order by rowid',
        placementId,
      ),
    seenAt: (path) => strangersSight(portal(), path),
  };
}
