import { OFFER_FOR, offerFor } from './placeRecords.ts';
import { placementFields } from './placements.ts';
import type { Reach, Visit } from './reach.ts';
import { recordsOf } from './world.ts';

const records = ({ column, way }: Visit) => recordsOf(column, way);
const ADMIN = '/admin/placements';
const OWN = '/placements/offers';

const LIMITED_PLACES = Object.fromEntries(
  OFFER_FOR.map((what): [string, Reach] => [
    `placementOffers.${what}`,
    {
      page: () => (what === 'wish' || what === 'takeBack' ? OWN : ADMIN),
      input: ({ way }) => ({ offerId: offerFor(what, way) }),
    },
  ]),
);

/** How the actions about limited places and the links of hosts are reached. An answer is given by the link of another placement. */
export const PLACE_REACHES: Readonly<Record<string, Reach>> = {
  ...LIMITED_PLACES,
  'placementOffers.make': {
    page: () => ADMIN,
    input: () => ({ ...placementFields('2090-01-09'), travelNotes: '', seats: '2', closesOn: '2089-12-01' }),
  },
  'placementHost.answer': {
    page: (visit) => `/host/${records(visit).hostToken}`,
    input: (visit) => ({ token: records(visit).hostToken, name: 'Host', job: 'Desk', agrees: 'yes', words: '' }),
  },
  'placementHost.makeLink': {
    page: (visit) => `/placements/${records(visit).hostedId}`,
    input: (visit) => ({ placementId: records(visit).hostedId, linkId: crypto.randomUUID() }),
  },
  'placementHost.takeBack': {
    page: (visit) => `/placements/${records(visit).hostedId}`,
    input: (visit) => ({ placementId: records(visit).hostedId }),
  },
};
