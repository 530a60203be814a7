import { createHash } from 'node:crypto';
import { linkEnd } from '#src/domain/links/link.ts';
import { addDays } from '#src/domain/calendar.ts';
import type { DemoRows } from './rows.ts';
import { type DemoTime, noonOf } from './timing.ts';

/** What the link of a placement is kept as: a hash that no token leads to, so that links of the demo open nothing until somebody makes a new one. */
export const demoLinkHash = (placementId: string) => createHash('sha256').update(`demo ${placementId}`).digest('hex');

function link(placementId: string, madeOn: string): DemoRows['placementHostLinks'][number] {
  const id = `${placementId}-link`;
  const madeAt = noonOf(madeOn);
  return {
    id,
    placementId,
    tokenHash: demoLinkHash(placementId),
    madeBy: 'amara',
    madeAt,
    expiresAt: linkEnd(madeAt),
  };
}

/** What the hosts of Amara's placements said: the court agreed; the prison was asked this week. */
export function tellHosts(rows: DemoRows, { time }: { time: DemoTime }): void {
  const present = new Set(rows.placements.map(({ id }) => id));
  if (!present.has('amara-court') || !present.has('amara-prison')) return;
  rows.placementHostLinks.push(link('amara-court', addDays(time.monday, -40)), link('amara-prison', time.monday));
  rows.placementHostAnswers.push({
    placementId: 'amara-court',
    linkId: 'amara-court-link',
    name: 'Moira Tennant',
    job: 'Team leader, court probation team',
    agrees: true,
    words: 'Gladly. Bring something to read between hearings.',
    answeredAt: noonOf(addDays(time.monday, -38)),
  });
}
