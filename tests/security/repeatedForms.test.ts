import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anExercise, moduleOf, orderFields, sortFields } from '../support/exercises.ts';
import { addEvidence, addHandedIn, addMark, CRITERIA, endCases, inserter } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { addMetPiece, type MetPiece, signFields } from '../support/signing.ts';
import { type Footprint, openFootprint } from './access/footprint.ts';
import { contactForms } from './contactForms.ts';

const SENT: MetPiece = { id: 'sent', traineeId: 'amara', assessorId: 'daniel', criteria: ['6.5'] };

function prepare(database: DatabaseSync): void {
  const insert = inserter(database);
  addEvidence(insert, { id: 'draft', traineeId: 'amara' });
  for (const id of ['noted', 'lost']) addMark(insert, { id, traineeId: 'amara' });
  endCases(database, 'amara');
  addHandedIn(insert, { id: 'open', traineeId: 'amara' });
  addMetPiece(insert, SENT);
}

const portal = servedPortal({ prepare });
const clients = new Map<string, PortalClient>();
let footprint: Footprint;

beforeAll(async () => {
  for (const person of ['amara', 'ruth', 'kerry', 'daniel']) clients.set(person, await portal().signIn(person));
  footprint = openFootprint(portal().databasePath);
});
afterAll(() => footprint.close());

const MODULE = 'parole-recall';
const { questions } = JSON.parse(
  readFileSync(new URL(`../../src/content/checks/${MODULE}.json`, import.meta.url), 'utf8'),
) as { questions: { id: string; options: { id: string }[] }[] };
const day = new Date(Date.now() + 70 * 86_400_000).toISOString().slice(0, 10);
const later = new Date(Date.now() + 84 * 86_400_000).toISOString().slice(0, 10);
const lastSection = () =>
  String(
    portal().rows('select section_id from section_ticks where module_id = ? order by rowid desc limit 1', MODULE)[0]
      ?.section_id,
  );

const scenario = anExercise('scenario');
const firstStep = scenario.steps.find(({ id }) => id === scenario.start);

/** Each form as the page makes it: an id of its own, or a revision, or a record that can be signed once. */
const FORMS: Readonly<Record<string, { person: string; page: string; fields: () => Fields }>> = {
  ...contactForms(portal),
  'placements.propose': {
    person: 'amara',
    page: '/placements',
    fields: () => ({
      id: randomUUID(),
      kind: 'court',
      place: 'Made-up court',
      hostContact: 'Desk',
      lookFor: 'Days',
      startsOn: day,
      endsOn: day,
    }),
  },
  'placements.agree': { person: 'ruth', page: '/trainees/amara', fields: () => ({ placementId: 'amara-premises' }) },
  'portfolio.start': {
    person: 'amara',
    page: '/portfolio/evidence/new',
    fields: () => ({ id: randomUUID(), kind: 'reflective_account', title: 'New', text: 'New.', criteria: CRITERIA }),
  },
  'portfolio.save': {
    person: 'amara',
    page: '/portfolio/evidence/draft',
    fields: () => ({ id: 'draft', title: 'T', text: 'Saved.', criteria: CRITERIA, basedOn: '1' }),
  },
  'checks.submit': {
    person: 'amara',
    page: `/modules/${MODULE}/check`,
    fields: () => ({
      moduleId: MODULE,
      attemptId: randomUUID(),
      ...Object.fromEntries(questions.map(({ id, options }) => [id, options[0]!.id])),
    }),
  },
  'caseload.allocate': {
    person: 'kerry',
    page: '/caseload/allocate',
    fields: () => ({
      allocationId: randomUUID(),
      traineeId: 'amara',
      reference: 'LARCH-1',
      tier: 'D2',
      kind: 'custody',
    }),
  },
  'caseload.carry': {
    person: 'kerry',
    page: '/caseload/cases/tom-case-1',
    fields: () => ({ allocationId: randomUUID(), fromAllocationId: 'tom-case-1-1', carrying: 'co_work' }),
  },
  'caseload.move': {
    person: 'kerry',
    page: '/caseload/allocate',
    fields: () => ({
      allocationId: randomUUID(),
      fromAllocationId: 'tom-case-12-1',
      traineeId: 'amara',
      carrying: 'shadow',
    }),
  },
  'caseload.close': {
    person: 'kerry',
    page: '/caseload/cases/tom-case-13',
    fields: () => ({ allocationId: 'tom-case-13-1' }),
  },
  'caseload.agreeOver': {
    person: 'kerry',
    page: '/caseload',
    fields: () => ({
      agreementId: randomUUID(),
      traineeId: 'tom',
      agreedReason: 'Cover until a colleague is back.',
      agreedUntil: later,
    }),
  },
  'caseload.reduce': {
    person: 'kerry',
    page: '/caseload/reductions/amara',
    fields: () => ({
      reductionId: randomUUID(),
      traineeId: 'amara',
      reasonId: 'court-duty',
      hours: '1',
      startsOn: day,
      lastDay: day,
    }),
  },
  'caseload.object': {
    person: 'amara',
    page: '/caseload',
    fields: () => ({ objectionId: randomUUID(), caseId: '', objectionWords: 'Written once.' }),
  },
  'assess.decide': {
    person: 'daniel',
    page: '/assess/open-1',
    fields: () => ({
      submissionId: 'open-1',
      assessmentId: randomUUID(),
      comment: 'C',
      'decision-1.1': 'met',
      'decision-1.2': 'met',
    }),
  },
  'reflections.save': {
    person: 'amara',
    page: `/modules/${MODULE}`,
    fields: () => ({ moduleId: MODULE, text: 'Written once.', basedOn: '0' }),
  },
  'exercises.choose': {
    person: 'amara',
    page: `/modules/${moduleOf(scenario.id)}`,
    fields: () => ({ exerciseId: scenario.id, stepId: scenario.start, choiceId: firstStep?.choices[0]?.id ?? '' }),
  },
  'exercises.startAgain': {
    person: 'amara',
    page: `/modules/${moduleOf(scenario.id)}`,
    fields: () => ({ exerciseId: scenario.id, stepId: scenario.start }),
  },
  'exercises.sort': {
    person: 'amara',
    page: `/modules/${moduleOf(anExercise('sort').id)}`,
    fields: () => sortFields(anExercise('sort'), 1),
  },
  'exercises.order': {
    person: 'amara',
    page: `/modules/${moduleOf(anExercise('order').id)}`,
    fields: () => orderFields(anExercise('order'), 1),
  },
  'exercises.compare': {
    person: 'amara',
    page: `/modules/${moduleOf(anExercise('compare').id)}`,
    fields: () => ({ exerciseId: anExercise('compare').id, text: 'Noticed once.', basedOn: '0' }),
  },
  'progress.tick': {
    person: 'amara',
    page: `/modules/${MODULE}`,
    fields: () => ({ moduleId: MODULE, sectionId: lastSection(), ticked: 'yes' }),
  },
  'progress.readChanges': {
    person: 'amara',
    page: `/modules/${MODULE}`,
    fields: () => ({ moduleId: MODULE }),
  },
  'marks.add': {
    person: 'amara',
    page: `/modules/${MODULE}`,
    fields: () => ({ moduleId: MODULE, sectionId: lastSection(), quote: '', note: 'Noted once.', near: '' }),
  },
  'marks.save': {
    person: 'amara',
    page: `/modules/${MODULE}`,
    fields: () => ({ markId: 'noted', note: 'Written once.', basedOn: '1' }),
  },
  'marks.remove': { person: 'amara', page: '/notes', fields: () => ({ markId: 'lost' }) },
  'accounts.setReadingView': {
    person: 'amara',
    page: '/account',
    fields: () => ({ size: 'large', spacing: 'wide', page: 'calm' }),
  },
  'accounts.setLanguage': { person: 'amara', page: '/account', fields: () => ({ language: 'cy' }) },
};

describe('a form that arrives again changes nothing, and is answered as the first was', () => {
  test.each(Object.entries(FORMS))('%s', async (action, { person, page, fields }) => {
    const client = clients.get(person)!;
    const sent = fields();
    const send = () => client.post(`${page}?_action=${action}`, sent);
    const before = footprint.now();
    const first = await send();
    const after = footprint.now();
    expect(first.status).toBe(303);
    expect(after).not.toBe(before);
    const again = await Promise.all([send(), send()]);
    expect(again.map(({ status }) => status)).toEqual([303, 303]);
    // A tick sent again moves the place where she was reading: that is the one thing it may touch.
    if (action !== 'progress.tick') expect(footprint.now()).toBe(after);
  });

  test('a proposal with the same id and other words: the first stands', async () => {
    const amara = clients.get('amara')!;
    const id = randomUUID();
    const fields = { ...FORMS['placements.propose']!.fields(), id, startsOn: later, endsOn: later };
    await amara.post('/placements?_action=placements.propose', fields);
    await amara.post('/placements?_action=placements.propose', { ...fields, place: 'Somewhere else' });
    expect(portal().rows('select place from placements where id = ?', id)).toEqual([{ place: 'Made-up court' }]);
  });

  test('a signed form sent again signs nothing a second time', async () => {
    const daniel = clients.get('daniel')!;
    const fields = signFields('6.5', [SENT]);
    const send = () => daniel.post('/assess/sent-1/sign?_action=signing.sign', fields);
    expect((await send()).status).toBe(303);
    const after = footprint.now();
    expect((await send()).status).toBe(303);
    expect(footprint.now()).toBe(after);
  });
});
