import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CRITERIA } from '../support/demoRecords.ts';
import type { Fields } from '../support/portalClient.ts';

/** One text that breaks out of every place it could stand in: an element, an attribute in either quote, a textarea, a script, a comment. */
export const BAD = `xss"'></textarea></title></script><!--><script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>\${7*7}{{7*7}}`;

/** The first section of a module, as its author called it. */
const SECTION =
  /<Section id="([^"]+)"/.exec(
    readFileSync(new URL('../../src/content/modules/parole-recall.mdx', import.meta.url), 'utf8'),
  )?.[1] ?? '';

const day = new Date(Date.now() + 70 * 86_400_000).toISOString().slice(0, 10);
const later = new Date(Date.now() + 84 * 86_400_000).toISOString().slice(0, 10);

/** Every text field of every form, filled with the bad text: once so that it is kept, once so that it comes back with an error. */
export const BAD_FORMS: readonly (readonly [what: string, person: string, page: string, fields: Fields])[] = [
  [
    'a draft',
    'amara',
    '/portfolio/evidence/new?_action=portfolio.start',
    { id: randomUUID(), kind: 'reflective_account', title: BAD, text: BAD, criteria: CRITERIA },
  ],
  [
    'a draft that is too long',
    'amara',
    '/portfolio/evidence/new?_action=portfolio.start',
    { id: randomUUID(), kind: 'reflective_account', title: BAD.repeat(2), text: BAD, criteria: [BAD.slice(0, 20)] },
  ],
  [
    'an entry of the contact log',
    'ruth',
    '/trainees/amara/contacts?_action=contacts.write',
    {
      ...{ id: randomUUID(), actionId: randomUUID(), traineeId: 'amara', happenedOn: '2020-01-01', kind: 'call' },
      ...{ words: BAD, action: BAD, ownerId: BAD.slice(0, 90), dueOn: later, signal: BAD, corrects: '' },
    },
  ],
  [
    'an entry that is kept',
    'ruth',
    '/trainees/amara/contacts?_action=contacts.write',
    {
      ...{ id: randomUUID(), actionId: randomUUID(), traineeId: 'amara', kind: 'call', words: BAD, action: BAD },
      ...{ happenedOn: new Date().toISOString().slice(0, 10), ownerId: 'amara', dueOn: day, signal: '', corrects: '' },
    },
  ],
  [
    'a message to nobody who was shown',
    'ruth',
    '/cohorts/london/message?_action=messages.send',
    { id: randomUUID(), cohortId: 'london', query: BAD, shown: [BAD], subject: BAD.slice(0, 110), words: BAD },
  ],
  [
    'a reflection',
    'amara',
    '/modules/parole-recall?_action=reflections.save',
    { moduleId: 'parole-recall', text: BAD, basedOn: '0' },
  ],
  [
    'a reflection from an old tab',
    'amara',
    '/modules/parole-recall?_action=reflections.save',
    { moduleId: 'parole-recall', text: `${BAD} again`, basedOn: '0' },
  ],
  [
    'a note on a section',
    'amara',
    '/modules/parole-recall?_action=marks.add',
    { moduleId: 'parole-recall', sectionId: SECTION, quote: '', note: BAD, near: BAD },
  ],
  [
    'words to highlight that stand nowhere',
    'amara',
    '/modules/parole-recall?_action=marks.add',
    { moduleId: 'parole-recall', sectionId: SECTION, quote: BAD, note: BAD, near: BAD },
  ],
  [
    'a note from an old tab',
    'amara',
    '/modules/parole-recall?_action=marks.save',
    { markId: 'bad-mark', note: `${BAD} again`, basedOn: '0' },
  ],
  [
    'how pages read',
    'amara',
    '/account?_action=accounts.setReadingView',
    { size: BAD, spacing: BAD, page: BAD, back: BAD },
  ],
  [
    'a placement',
    'amara',
    '/placements?_action=placements.propose',
    { id: randomUUID(), kind: 'court', place: BAD, hostContact: BAD, lookFor: BAD, startsOn: day, endsOn: day },
  ],
  [
    'a placement with wrong days',
    'amara',
    '/placements?_action=placements.propose',
    { id: BAD, kind: BAD, place: BAD, hostContact: BAD, lookFor: BAD, startsOn: BAD, endsOn: BAD },
  ],
  [
    'a placement with everything',
    'amara',
    '/placements?_action=placements.propose',
    {
      ...{
        id: randomUUID(),
        kind: 'court',
        place: BAD,
        hostContact: BAD,
        lookFor: BAD,
        startsOn: later,
        endsOn: later,
      },
      ...{ supervisor: BAD, travelNotes: BAD, objective1: BAD, criteria1: '1.1' },
    },
  ],
  [
    'a placement that is cancelled',
    'amara',
    '/placements/amara-premises?_action=placements.cancel',
    { placementId: 'amara-premises', cancelReason: BAD },
  ],
  [
    'decisions',
    'daniel',
    '/assess/good-1?_action=assess.decide',
    {
      submissionId: 'good-1',
      comment: BAD,
      'decision-1.1': 'working_towards',
      'feedback-1.1': BAD,
      'decision-1.2': 'met',
      'feedback-1.2': BAD,
    },
  ],
  [
    'decisions that are not whole',
    'daniel',
    '/assess/bad-1?_action=assess.decide',
    { submissionId: 'bad-1', comment: BAD, 'decision-1.1': BAD, 'feedback-1.1': BAD },
  ],
  [
    'a case over the limit',
    'kerry',
    '/caseload/allocate?_action=caseload.allocate',
    {
      allocationId: randomUUID(),
      traineeId: 'tom',
      reference: 'LARCH-1',
      tier: 'A3',
      kind: 'community',
      overLimitReason: BAD,
      overLimitUntil: later,
    },
  ],
  [
    'a case with a wrong reference',
    'kerry',
    '/caseload/allocate?_action=caseload.allocate',
    {
      allocationId: BAD,
      traineeId: BAD,
      reference: BAD.slice(0, 40),
      tier: 'A3',
      kind: 'community',
      overLimitReason: BAD,
      overLimitUntil: BAD,
    },
  ],
  [
    'a check with odd answers',
    'amara',
    '/modules/parole-recall/check?_action=checks.submit',
    { moduleId: 'parole-recall', attemptId: randomUUID(), [BAD]: BAD },
  ],
  ['a language', 'amara', '/account?_action=accounts.setLanguage', { language: BAD }],
  [
    'words about study time',
    'tom',
    '/study-time?_action=studyTime.record',
    { sessionId: 'tom-study-1', basedOn: '1', outcome: 'lost', cause: 'court', words: BAD },
  ],
  [
    'words about study time that are sent back',
    'tom',
    '/study-time?_action=studyTime.record',
    { sessionId: 'tom-study-1', basedOn: '2', outcome: 'part', cause: 'court', lostHours: BAD.slice(0, 9), words: BAD },
  ],
  [
    'how she checks in',
    'tom',
    '/placements/readiness?_action=readiness.save',
    { id: randomUUID(), kind: 'home_visit', checkIn: BAD, basedOn: '1' },
  ],
  [
    'a buddy that is sent back',
    'tom',
    '/placements/readiness?_action=readiness.save',
    { id: randomUUID(), kind: 'home_visit', buddy: BAD, shadowedWith: BAD, checkIn: BAD, basedOn: '2' },
  ],
];
