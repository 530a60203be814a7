import { LONG, post, see, type Sight } from './sight.ts';

/** The pages about placements, limited places and the host’s link. */
export const PLACEMENT_PAGES: readonly Sight[] = [
  ...see('daniel', ['/placements/amara-court']),
  ...see('kerry', ['/placements/amara-premises']),
  ...see('harvey', ['/admin/placements', '/admin/placements?done=given']),
  ...see('amara', ['/placements/offers', '/placements/offers?done=asked']),
  ...see('grace', ['/placements/offers']),
  ...see(null, ['/host/answered']),
  ...see('nia', ['/placements/nia-unpaid-work', '/placements/nia-unpaid-work?saved=log']),
  ...see('ruth', ['/placements/amara-court', '/placements/amara-premises', '/placements/tom-unpaid-work']),
  ...see('amara', [
    '/placements',
    '/placements?proposed=yes',
    '/placements/amara-court',
    '/placements/amara-court?saved=finished',
    '/placements/amara-prison',
    '/placements/amara-prison?change=yes',
    '/placements/amara-premises?saved=changed',
  ]),
];

/** What they answer to forms that are not whole. */
export const PLACEMENT_PROBLEMS: readonly Sight[] = [
  ...see(null, ['/host/this-opens-nothing'], 404),
  post('amara', '/placements', '/placements?_action=placements.propose', { kind: '', place: '' }),
  post('harvey', '/admin/placements', '/admin/placements?_action=placementOffers.make', { kind: '', place: 'Kept' }),
  post('amara', '/placements/offers', '/placements/offers?_action=placementOffers.wish', { offerId: 'none' }, 404),
  post('amara', '/placements', '/placements?_action=placements.propose', {
    objective2: 'Kept',
    criteria2: '',
    travelNotes: LONG,
    startsAt: '25:00',
  }),
  post('amara', '/placements/amara-prison', '/placements/amara-prison?_action=placements.change', {
    placementId: 'amara-prison',
    agreed: '2',
    place: '',
  }),
  post('amara', '/placements/amara-prison', '/placements/amara-prison?_action=placements.cancel', {
    placementId: 'amara-prison',
    cancelReason: '',
  }),
  post('nia', '/placements/nia-unpaid-work', '/placements/nia-unpaid-work?_action=placementRecords.saveDay', {
    placementId: 'nia-unpaid-work',
    day: 'soon',
    hours: '99',
    minutes: 'x',
    reason: 'Kept',
    basedOn: '0',
  }),
  post('nia', '/placements/nia-unpaid-work', '/placements/nia-unpaid-work?_action=placementRecords.saveLog', {
    placementId: 'nia-unpaid-work',
    day: '2026-01-01',
    log: LONG,
    basedOn: '0',
  }),
  post('nia', '/placements/nia-unpaid-work', '/placements/nia-unpaid-work?_action=placementRecords.saveReport', {
    placementId: 'nia-unpaid-work',
    report: LONG,
    basedOn: '0',
  }),
  ...see('gwen', ['/placements/amara-court', '/placements/none'], 404),
];
