import '#src/server/astro/plainWords.ts';
import { accounts } from './accounts.ts';
import { assess } from './assess.ts';
import { calendar } from './calendar.ts';
import { caseload } from './caseload.ts';
import { checks } from './checks.ts';
import { exercises } from './exercises.ts';
import { marks } from './marks.ts';
import { matters } from './matters.ts';
import { office } from './office.ts';
import { placementRecords } from './placementRecords.ts';
import { placementHost } from './placementHost.ts';
import { placementOffers } from './placementOffers.ts';
import { placements } from './placements.ts';
import { portfolio } from './portfolio.ts';
import { progress } from './progress.ts';
import { readiness } from './readiness.ts';
import { reflections } from './reflections.ts';
import { studyTime } from './studyTime.ts';
import { supervision } from './supervision.ts';
import { wellbeing } from './wellbeing.ts';
import { week } from './week.ts';
import { weekPatterns } from './weekPatterns.ts';

/** Every write of the portal, one file per noun. */
export const server = {
  accounts,
  assess,
  calendar,
  caseload,
  checks,
  exercises,
  marks,
  matters,
  office,
  placementRecords,
  placementHost,
  placementOffers,
  placements,
  portfolio,
  progress,
  readiness,
  reflections,
  studyTime,
  supervision,
  wellbeing,
  week,
  weekPatterns,
};
