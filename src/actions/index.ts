import '#src/server/astro/plainWords.ts';
import { accounts } from './accounts.ts';
import { assess } from './assess.ts';
import { caseload } from './caseload.ts';
import { checks } from './checks.ts';
import { exercises } from './exercises.ts';
import { marks } from './marks.ts';
import { placements } from './placements.ts';
import { portfolio } from './portfolio.ts';
import { progress } from './progress.ts';
import { reflections } from './reflections.ts';

/** Every write of the portal, one file per noun. */
export const server = {
  accounts,
  assess,
  caseload,
  checks,
  exercises,
  marks,
  placements,
  portfolio,
  progress,
  reflections,
};
