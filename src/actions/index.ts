import '#src/server/astro/plainWords.ts';
import { accounts } from './accounts.ts';
import { assess } from './assess.ts';
import { assessmentPlan } from './assessmentPlan.ts';
import { calendar } from './calendar.ts';
import { caseload } from './caseload.ts';
import { checks } from './checks.ts';
import { exercises } from './exercises.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { handOver } from './handOver.ts';
import { marks } from './marks.ts';
import { matters } from './matters.ts';
import { office } from './office.ts';
import { placementRecords } from './placementRecords.ts';
import { placementHost } from './placementHost.ts';
import { placementOffers } from './placementOffers.ts';
import { placements } from './placements.ts';
import { portfolio } from './portfolio.ts';
import { progress } from './progress.ts';
import { qualification } from './qualification.ts';
import { quality } from './quality.ts';
import { readiness } from './readiness.ts';
import { records } from './records.ts';
import { reflections } from './reflections.ts';
import { signing } from './signing.ts';
import { retention } from './retention.ts';
import { studyTime } from './studyTime.ts';
import { supervision } from './supervision.ts';
import { wellbeing } from './wellbeing.ts';
import { week } from './week.ts';
import { weekPatterns } from './weekPatterns.ts';
import { witness } from './witness.ts';

/** Every write of the portal, one file per noun. */
export const server = {
  accounts,
  assess,
  assessmentPlan,
  calendar,
  caseload,
  checks,
  exercises,
  exports,
  files,
  handOver,
  marks,
  matters,
  office,
  placementRecords,
  placementHost,
  placementOffers,
  placements,
  portfolio,
  progress,
  qualification,
  quality,
  readiness,
  records,
  reflections,
  retention,
  signing,
  studyTime,
  supervision,
  wellbeing,
  week,
  weekPatterns,
  witness,
};
