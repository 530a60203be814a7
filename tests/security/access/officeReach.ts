import { randomUUID } from 'node:crypto';
import type { Fields } from '../../support/portalClient.ts';
import type { Visit } from './reach.ts';
import { WAYS } from './world.ts';

/** Each way begins from the newest version there is, and sets another number of weeks. */
export function supervisionSetting({ portal, way }: Visit): Fields {
  const [newest] = portal.rows(`select id from office_settings where kind = 'supervision' order by rowid desc limit 1`);
  const from = typeof newest?.['id'] === 'string' ? newest['id'] : 'default-2026-11';
  return {
    ...{ settingId: randomUUID(), kind: 'supervision', startedFrom: from, newest: from, reason: 'Our policy' },
    ...{ effectiveFrom: nextMonth(), everyWeeks: String(4 + WAYS.indexOf(way)), firstWithinWeeks: '5' },
  };
}

const nextMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
