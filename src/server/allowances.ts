import { RateLimiterMemory } from 'rate-limiter-flexible';
import { spend } from './throttle.ts';

const MINUTE_SECONDS = 60;

/**
 * How often a minute one person may ask for what costs the portal more than a page does: far more than anybody reads. `called` is
 * what there were too many of. Source: docs/operations.md, "Doors".
 */
export const ALLOWED = {
  search: { times: 600, called: 'searches' },
  export: { times: 30, called: 'files' },
  upload: { times: 20, called: 'uploads' },
  file: { times: 120, called: 'files of evidence' },
} as const;

export interface Allowances {
  /** Counts one use before anything is done for it. Throws `too_many`; nothing else the person does is held up. */
  use(what: keyof typeof ALLOWED, personId: string): Promise<void>;
}

/** Uses by person, in memory, for as long as a minute lasts. */
export function openAllowances(): Allowances {
  const limiterFor = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_SECONDS });
  const limiters = {
    search: limiterFor(ALLOWED.search.times),
    export: limiterFor(ALLOWED.export.times),
    upload: limiterFor(ALLOWED.upload.times),
    file: limiterFor(ALLOWED.file.times),
  };
  return {
    use: async (what, personId) => {
      const { times, called } = ALLOWED[what];
      await spend(limiters[what], personId, `More than ${String(times)} ${called} in a minute.`);
    },
  };
}
