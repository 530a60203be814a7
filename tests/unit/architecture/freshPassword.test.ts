import ts from 'typescript';
import { expect, test } from 'vitest';
import { listSources, readSource } from './sources.ts';

/** What the contract asks a fresh password for ("at sign-off, export and role changes"), and what we ask it for besides. */
type Why = 'sign-off' | 'export' | 'rights' | 'for everybody';

/** Every action that asks for the password again, and why. */
const ASKS: Readonly<Record<string, Why>> = {
  'signing.sign': 'sign-off',
  'signing.countersign': 'sign-off',
  'records.finish': 'sign-off',
  'records.sign': 'sign-off',
  'supervision.sign': 'sign-off',
  'quality.unlock': 'sign-off',
  // Only where a signature rests on what she does not agree with, which the server finds out: see `keepLook`.
  'quality.verify': 'sign-off',
  'exports.ask': 'export',
  'handOver.confirm': 'rights',
  'people.add': 'rights',
  'people.save': 'rights',
  'people.enable': 'rights',
  'people.assign': 'rights',
  'imports.bringIn': 'rights',
  'cohortCover.assign': 'rights',
  'cohortCover.handOver': 'rights',
  'cohorts.roll': 'rights',
  'programme.changePlace': 'rights',
  'programme.reopen': 'rights',
  'quality.grant': 'rights',
  'invitations.send': 'rights',
  'passwords.change': 'rights',
  'quality.setStanding': 'rights',
  'qualification.bringIn': 'for everybody',
  'retention.apply': 'for everybody',
};

/**
 * Every other action. A new one fails here until somebody has decided: does it sign, take data out, or give somebody a right? Taking a
 * right away asks for nothing, so that it is quick. Agreeing to a placement or to a readiness check is no entry of the ledger. Links for hosts, witnesses and calendars show one thing, end, and are written by the
 * person whose record it is. A piece put into a sampling plan is daily work of whoever may sample anything.
 */
const DOES_NOT = new Set(
  `accounts: signIn signInBeside setLanguage setReadingView endSession signOutEverywhere
  assess: decide hold
  assessmentPlan: add remove
  calendar: make revoke
  caseload: allocate agreeOver endOver move join carry change setAside close rename object answer reduce endReduction addWork endWork
  checks: submit
  cohorts: make change close reopen
  cohortTemplates: save remove
  cohortViews: keep rename remove
  cohortCover: end
  contacts: write addAction endAction
  exercises: choose compare order sort startAgain
  files: justify remove
  imports: drop
  marks: add remove save
  matters: acknowledge
  messages: answer send read
  notices: markRead choose sendAgain
  office: set
  passwords: askReset setByLink
  peerAfter: close giveFeedback intend review saveAttendance useAsEvidence
  peerQuestions: ask setAnswered takeBack
  peerRota: cancel lead save
  peerSessions: addMaterial arrange leaveRole plan prepare removeMaterial takeRole
  peerSwaps: answer ask withdraw
  people: disable endAssignment
  placementHost: answer makeLink takeBack
  placementOffers: giveOut make takeBack wish withdraw
  placementRecords: finishReport saveDay saveLog saveReport useAsEvidence
  placements: agree cancel change propose
  portfolio: rate remove save start submit withdraw
  programme: beginBreak cancelBreak changeBreak end
  progress: move readChanges tick
  quality: setPolicy startPlan addToPlan removeFromPlan closePlan startExercise judge closeExercise agreeExercise revokeGrant
  readiness: agree save
  records: askWitness begin remove save sendBack takeBack
  reflections: save
  retention: set
  signals: note
  studyTime: enter move plan record withdraw
  supervision: addAction begin cancel plan ready remove removeAction renew save tick
  wellbeing: save share takeBack
  week: addException endPattern moveAppointment removeAppointment removeException saveAppointment savePattern
  weekPatterns: end save
  witness: answer ask check takeBack`
    .split('\n')
    .flatMap((line) => {
      const [noun = '', names = ''] = line.trim().split(': ');
      return names.split(' ').map((name) => `${noun}.${name}`);
    }),
);

interface Action {
  readonly name: string;
  /** All of its definition, as it is written. */
  readonly code: string;
}

const isDefinition = (node: ts.Expression) =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'defineAction';

const index = readSource('src/actions/index.ts');

/** What the portal calls the actions of a file: as `index.ts` takes them from it, or else by the folder of their noun. */
function nounOf(path: string): string {
  const inRoom = path.replace('src/actions/', '');
  const taken = index.split('\n').find((line) => line.endsWith(`from './${inRoom}';`));
  return /\{ (\w+) \}/.exec(taken ?? '')?.[1] ?? inRoom.split('/')[0]?.replace('.ts', '') ?? '';
}

/** The actions in a file. */
function actionsIn(path: string): Action[] {
  const noun = nounOf(path);
  const found: Action[] = [];
  const source = ts.createSourceFile(path, readSource(path), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node) => {
    if (ts.isPropertyAssignment(node) && isDefinition(node.initializer))
      found.push({ name: `${noun}.${node.name.getText()}`, code: node.initializer.getText() });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const actions = listSources('src/actions').flatMap(actionsIn);

test('every action of the portal is on one of the two lists, and nothing else is', () => {
  expect(actions.map(({ name }) => name).sort()).toEqual([...Object.keys(ASKS), ...DOES_NOT].sort());
});

test.each(Object.entries(ASKS))('%s asks for the password again before anything is written (%s)', (name) => {
  const code = actions.find((one) => one.name === name)?.code ?? '';
  expect(code).toContain('await confirmPassword(context, viewer,');
  expect(code.indexOf('confirmPassword(')).toBeLessThan(
    code.search(/\b(write|sign|applyRetention|changeOwnPassword)\(/),
  );
});

test('no other action asks for it without being on the list', () => {
  const asking = actions.filter(({ code }) => code.includes('confirmPassword(')).map(({ name }) => name);
  expect(asking.sort()).toEqual(Object.keys(ASKS).sort());
});
