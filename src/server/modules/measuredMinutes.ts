import { listTickTimes } from '#db/queries/readingTicks.ts';
import { measuredMinutes } from '#src/domain/modules/measuredMinutes.ts';
import { keptForAMinute } from '../kept.ts';
import { portal } from '../portal.ts';

/** How long modules take to read, as measured from ticks; at most a minute old, because the newest are looked for among all. */
export const measuredNow = keptForAMinute(async (db) =>
  measuredMinutes(portal().content.modules, await listTickTimes(db)),
);
