import { countRows, type Growing } from '#db/queries/rowCounts.ts';
import type { Writer } from '#db/client.ts';
import { Refusal } from '#src/domain/errors.ts';

/**
 * How many rows of a kind one person, case, placement or session can have, taken back and ended ones included: several times what a
 * whole programme needs, so that nobody meets it who does not try to. Source: docs/operations.md, "Doors".
 */
export const ROOM: Readonly<Record<Growing, { readonly most: number; readonly called: string }>> = {
  allocations: { most: 1000, called: 'cases, those that moved on and were closed included,' },
  agreements: { most: 300, called: 'agreements to be over the limit' },
  answers: { most: 40, called: 'answers' },
  appointments: { most: 3000, called: 'appointments, those that were taken out included,' },
  assigned: { most: 200, called: 'assignments about one trainee, those that are over included,' },
  breaks: { most: 100, called: 'breaks, those that are over included,' },
  calendarAddresses: { most: 200, called: 'calendar addresses, those that were taken back included,' },
  caseChanges: { most: 200, called: 'changes of one case' },
  cohortPatterns: { most: 200, called: 'usual weeks, those that are over included,' },
  endings: { most: 50, called: 'endings of one programme, those that were reopened included,' },
  contacts: { most: 1500, called: 'entries of one contact log, corrections included,' },
  contactActions: { most: 1000, called: 'actions of one contact log, those that are done included,' },
  evidence: { most: 1000, called: 'pieces of evidence, those that were taken out included,' },
  exceptions: { most: 500, called: 'exceptions, those that were taken out included,' },
  exercises: { most: 300, called: 'standardisation exercises of one quality assurer, closed ones included,' },
  grants: { most: 200, called: 'views for one person from outside, those that are over included,' },
  hostLinks: { most: 30, called: 'links for one placement, those that were taken back included,' },
  imports: { most: 1000, called: 'files of people by one administrator, those that were put aside included,' },
  looks: { most: 40, called: 'looks at one piece of evidence' },
  meetings: { most: 300, called: 'meetings, those that were cancelled included,' },
  messageAnswers: { most: 60, called: 'answers under one message, of both who write there,' },
  messages: { most: 2000, called: 'messages of one tutor to cohorts' },
  objections: { most: 300, called: 'objections' },
  ownPatterns: { most: 100, called: 'usual weeks, those that are over included,' },
  placeChanges: { most: 200, called: 'changes of one place in the programme' },
  peerQuestions: { most: 120, called: 'questions for one session, those that were taken out included,' },
  peerMaterials: { most: 60, called: 'things to read for one session, those that were taken out included,' },
  peerParts: { most: 200, called: 'changes of who does what in one session' },
  peerSessions: { most: 1000, called: 'peer sessions of one cohort, past and cancelled ones included,' },
  peerSwaps: { most: 60, called: 'wishes to swap one session' },
  placements: { most: 400, called: 'placements, those that were cancelled included,' },
  planItems: { most: 500, called: 'planned pieces of evidence, those that were taken out included,' },
  plans: { most: 500, called: 'sampling plans of one quality assurer, closed ones included,' },
  policies: { most: 300, called: 'versions of the sampling policy by one quality assurer' },
  records: { most: 5000, called: 'observations and discussions, those that were taken away included,' },
  reductions: { most: 200, called: 'reductions, those that are over included,' },
  savedViews: { most: 300, called: 'kept views of cohorts, those that were taken away included,' },
  settings: { most: 300, called: 'versions of one setting' },
  signalNotes: { most: 1500, called: 'notes about one trainee’s signals' },
  snapshots: { most: 200, called: 'versions of one piece of evidence, those that were taken back included,' },
  standings: { most: 100, called: 'entries of how far one assessor is' },
  tutors: { most: 300, called: 'tutors of one cohort, those of the past included,' },
  studyRecords: { most: 30, called: 'changes to what became of one session' },
  studySessions: { most: 2500, called: 'study sessions, those that were taken out of the plan included,' },
  witnessLinks: { most: 30, called: 'links for one testimony, those that were taken back included,' },
  witnessAsked: { most: 5000, called: 'links for witnesses, those that were taken back included,' },
  work: { most: 500, called: 'pieces of work, those that are over included,' },
};

/** Throws `bad_input` where no more of a kind fit. `ownerId`: see `Growing`. Asked inside the transaction, before one is added. */
export async function refuseFull(tx: Writer, what: Growing, ownerId: string): Promise<void> {
  const { most, called } = ROOM[what];
  if ((await countRows(tx, what, ownerId)) < most) return;
  const words = `There is room for ${most.toLocaleString('en-GB')} ${called} and it is full. Tell an administrator.`;
  throw new Refusal('bad_input', { words });
}
