import { hostTokens } from '#src/server/tokens.ts';
import { AT, type Insert, LONG_AGO } from '../../support/demoRecords.ts';
import { type Way, WAYS } from './world.ts';

/** A link that the trainee made for the host of a placement. */
export function addHostLink(insert: Insert, made_by: string, link: { placementId: string; token: string }): void {
  insert('placement_host_links', {
    id: `link-${link.placementId}`,
    placement_id: link.placementId,
    token_hash: hostTokens.hashOf(link.token),
    made_by,
    made_at: AT,
    expires_at: 4_000_000_000,
  });
}

/** What can be done with an offer of limited places. */
export const OFFER_FOR = ['wish', 'takeBack', 'withdraw', 'giveOut'] as const;
export const offerFor = (what: (typeof OFFER_FOR)[number], way: Way) => `offer-${what}-${way.replaceAll(' ', '-')}`;

/** An offer to every cohort for each of these and each way; the trainees have asked for a seat of those to be taken back. */
export function addOffers(insert: Insert): void {
  for (const what of OFFER_FOR) for (const way of WAYS) addOffer(insert, offerFor(what, way), what === 'giveOut');
  for (const way of WAYS)
    for (const trainee_id of ['amara', 'priya', 'nia'])
      insert('placement_wishes', { offer_id: offerFor('takeBack', way), trainee_id, wished_at: AT });
}

function addOffer(insert: Insert, id: string, isClosed: boolean): void {
  insert('placement_offers', {
    id,
    kind: 'court',
    place: 'Made-up court',
    host_contact: 'Desk',
    look_for: 'Days',
    travel_notes: '',
    starts_on: '2090-01-09',
    ends_on: '2090-01-09',
    seats: 2,
    closes_on: isClosed ? LONG_AGO : '2089-12-01',
    lot: 'a-number',
    made_by: 'harvey',
    made_at: AT,
  });
}
