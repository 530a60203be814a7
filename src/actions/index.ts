import '#src/server/astro/plainWords.ts';
import { accounts } from './accounts.ts';
import { assess } from './assess.ts';
import { assessmentPlan } from './assessmentPlan.ts';
import { calendar } from './calendar.ts';
import { caseload } from './caseload.ts';
import { checks } from './checks.ts';
import { cohorts } from './cohorts.ts';
import { cohortTemplates } from './cohortTemplates.ts';
import { cohortCover } from './cohortCover.ts';
import { cohortViews } from './cohortViews.ts';
import { contacts } from './contacts.ts';
import { exercises } from './exercises.ts';
import { exports } from './exports.ts';
import { files } from './files.ts';
import { handOver } from './handOver.ts';
import { imports } from './imports.ts';
import { invitations } from './invitations.ts';
import { marks } from './marks.ts';
import { matters } from './matters.ts';
import { messages } from './messages.ts';
import { notices } from './notices.ts';
import { office } from './office.ts';
import { passwords } from './passwords.ts';
import { peerAfter } from './peerSessions/after.ts';
import { peerQuestions } from './peerSessions/questions.ts';
import { peerRota } from './peerSessions/rota.ts';
import { peerSessions } from './peerSessions.ts';
import { peerSwaps } from './peerSessions/swaps.ts';
import { people } from './people.ts';
import { placementRecords } from './placementRecords.ts';
import { placementHost } from './placementHost.ts';
import { placementOffers } from './placementOffers.ts';
import { placements } from './placements.ts';
import { portfolio } from './portfolio.ts';
import { programme } from './programme.ts';
import { progress } from './progress.ts';
import { qualification } from './qualification.ts';
import { quality } from './quality.ts';
import { readiness } from './readiness.ts';
import { records } from './records.ts';
import { reflections } from './reflections.ts';
import { signals } from './signals.ts';
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
  cohorts,
  cohortTemplates,
  cohortCover,
  cohortViews,
  contacts,
  exercises,
  exports,
  files,
  handOver,
  imports,
  invitations,
  marks,
  matters,
  messages,
  notices,
  office,
  passwords,
  peerAfter,
  peerQuestions,
  peerRota,
  peerSessions,
  peerSwaps,
  people,
  placementRecords,
  placementHost,
  placementOffers,
  placements,
  portfolio,
  programme,
  progress,
  qualification,
  quality,
  readiness,
  records,
  reflections,
  retention,
  signals,
  signing,
  studyTime,
  supervision,
  wellbeing,
  week,
  weekPatterns,
  witness,
};
