/**
 * Who plays in which journey, so that files can run side by side on one portal: nobody changes the same data in two of
 * them. Each project (desktop, phone, no-javascript) has its own person too. Caseloads are filled
 * in caseload.spec.ts, where nobody else looks at them.
 */
const CAST = {
  moduleWork: { desktop: 'marcus', phone: 'chloe', 'no-javascript': 'jonah' },
  lostSession: { desktop: 'sofia', 'no-javascript': 'ella' },
  twoTabs: { desktop: 'ade', 'no-javascript': 'femi' },
  placement: { desktop: 'hannah', phone: 'carwyn', 'no-javascript': 'ade' },
  portfolio: { desktop: 'grace', 'no-javascript': 'kofi' },
  // They begin this week and nobody assesses them yet; their modules are another journey's.
  firstWeek: { desktop: 'robin', phone: 'casey', 'no-javascript': 'sasha' },
  account: { desktop: 'gethin', 'no-javascript': 'seren' },
  reading: { desktop: 'bethan', phone: 'dev' },
  // They only read, and say that they have read; their placements are another journey's.
  rhythm: { desktop: 'hannah', 'no-javascript': 'ade' },
  // Nobody of them has opened the module of the week. Kofi's evidence is another journey's.
  interruption: { desktop: 'leila', phone: 'nia', 'no-javascript': 'kofi' },
  belowTheLesson: { desktop: 'rhys' },
  // Colleagues, because everybody has a way that pages read.
  readingView: { desktop: 'salma', 'no-javascript': 'huw' },
  marks: { desktop: 'megan', phone: 'ffion', 'no-javascript': 'ioan' },
  // Ioan marks passages in another journey: no exercise is touched there, and no mark here.
  exercises: { desktop: 'priya', phone: 'leila', 'no-javascript': 'ioan' },
  // Of what the other journeys of these three change, their placements are no part.
  placementWork: { desktop: 'rhys', phone: 'bethan', 'no-javascript': 'dev' },
  // Their study sessions; Ruth sees what is lost.
  studyTime: { desktop: 'marcus', phone: 'kofi', 'no-javascript': 'ella' },
  // Their appointments and their calendar address, which no other journey touches.
  week: { desktop: 'carwyn', phone: 'gethin', 'no-javascript': 'seren' },
  readiness: { desktop: 'priya', 'no-javascript': 'jonah' },
  // They propose a placement of their own, whose host answers; nothing else of theirs is touched.
  placementHost: { desktop: 'megan', phone: 'ffion', 'no-javascript': 'ioan' },
  // They ask for a seat and take it back, which no other journey of theirs sees.
  limitedPlaces: { desktop: 'imran', phone: 'chloe', 'no-javascript': 'femi' },
  // Their reviews and their check-ins, which no other journey touches. Ruth and Salma take part in the reviews.
  supervision: { desktop: 'sofia', phone: 'marcus', 'no-javascript': 'ella' },
  meeting: { desktop: 'leila', phone: 'hannah', 'no-javascript': 'ade' },
  wellbeing: { desktop: 'chloe', phone: 'dev', 'no-javascript': 'femi' },
  // What Joan writes down about them, and what witnesses write: evidence of their own that no other journey touches.
  observation: { desktop: 'imran', phone: 'chloe', 'no-javascript': 'ella' },
  witness: { desktop: 'priya', phone: 'leila', 'no-javascript': 'jonah' },
  // A piece of theirs is sampled, opened again, decided and signed anew; nothing else of theirs is touched.
  sampling: { desktop: 'sofia', 'no-javascript': 'imran' },
  // Evidence of their own with files, which no other journey of theirs touches.
  // An assignment with a file, on criterion 1.4, which no other journey of theirs touches.
  checked: { desktop: 'grace', 'no-javascript': 'kofi' },
  evidenceFile: { desktop: 'gethin', phone: 'dev', 'no-javascript': 'seren' },
  // Unit 1 of theirs is signed; their other evidence is untouched.
  signOff: { desktop: 'hannah', phone: 'marcus', 'no-javascript': 'femi' },
  // What waits of theirs is decided by Joan; other journeys of theirs touch other evidence.
  assessing: { desktop: 'ade', phone: 'leila', 'no-javascript': 'priya' },
  // They take their portfolio with them, which changes nothing that another journey sees.
  leave: { desktop: 'nia', 'no-javascript': 'tom' },
  // What they say after the guest’s session of London; nobody else’s words are touched. Jonah led it.
  peerAfter: { desktop: 'hannah', phone: 'jonah', 'no-javascript': 'grace' },
  // A draft of their own that no other journey touches.
  personalData: { desktop: 'bethan', phone: 'carwyn', 'no-javascript': 'rhys' },
  // Their place is all that is changed: see tests/support/movers.ts.
  place: { desktop: 'indigo', phone: 'jules', 'no-javascript': 'river' },
  // What needs a look about them is noted; the facts behind it are touched by no journey.
  signals: { desktop: 'leila', phone: 'ioan', 'no-javascript': 'ffion' },
  // When they want e-mails, which no other journey touches. What Rhys, Ruth and Gwen were told is read in the same file.
  notices: { desktop: 'sofia', phone: 'kofi', 'no-javascript': 'seren' },
  // Ruth writes down a contact with them, and nobody else does.
  contactLog: { desktop: 'grace', phone: 'chloe', 'no-javascript': 'kofi' },
  // They lead sessions that Ruth plans for them in the journey itself, and swap them with colleagues who do nothing else.
  peerPlan: { desktop: 'leila', phone: 'hannah', 'no-javascript': 'ade' },
  peerPartner: { desktop: 'marcus', phone: 'dev', 'no-javascript': 'chloe' },
} as const;

export type Part = keyof typeof CAST;

/** The person who plays a part in a project. Throws for a project nobody was named for. */
export function personFor(part: Part, projectName: string): string {
  const person = Object.entries(CAST[part]).find(([project]) => project === projectName)?.[1];
  if (person === undefined) throw new Error(`Nobody plays ${part} in ${projectName}: see tests/e2e/cast.ts.`);
  return person;
}
