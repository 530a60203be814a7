import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { addHandedIn, CRITERIA, inserter } from '../support/demoRecords.ts';
import type { Fields, PortalClient } from '../support/portalClient.ts';
import { addRecordDraft } from '../support/records.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { openRecordForms } from './recordForms.ts';
import { ACCOUNT, openWitnessLinks, withTestimonies } from './witnessLinks.ts';

const [FIRST, SECOND] = CRITERIA;
const REASON = 'A made-up person of a training case';
/** Each of them told once, and nothing of it may be kept anywhere. */
const TOLD = ['Mr Quentin Zzyzx', 'Mrs Qwyneth Vxk', 'Ms Kwizatz Hjk', 'Dr Wgjkl Pqzv', 'Z918273'];

const portal = servedPortal({
  prepare: (database) => {
    const insert = inserter(database);
    for (const id of ['held', 'sent', 'corrected']) addHandedIn(insert, { id, traineeId: 'amara' });
    addRecordDraft(insert, { id: 'seen', traineeId: 'amara', writerId: 'daniel' });
    withTestimonies('refused', 'answered')(database);
  },
});
const { makeLink, answer, answers } = openWitnessLinks(portal);
const { finish, sign, signatures } = openRecordForms(portal);

const desk = (client: PortalClient, id: string, action: 'hold' | 'decide', fields: Fields) =>
  client.post(`/assess/${id}-1?_action=assess.${action}`, { submissionId: `${id}-1`, basedOn: '0', ...fields });
const draftOf = (id: string) => portal().rows('select body from assessment_drafts where submission_id = ?', `${id}-1`);
const reasonsOf = (wordsOf: string) =>
  portal().rows('select place, kind, reason from word_justifications where words_of = ? order by position', wordsOf);
const decided = (more: Fields = {}): Fields => ({
  ...{ assessmentId: randomUUID(), shownAssessmentId: '', [`decision-${FIRST}`]: 'met', [`decision-${SECOND}`]: 'met' },
  ...more,
});

describe('an assessor who writes of a real person', () => {
  test.each([
    ['in her feedback', `feedback-${FIRST}`],
    ['about the whole', 'comment'],
    ['in a note in the text', 'note-0-5'],
    ['in a note that has no place yet', 'newNote'],
    ['in the words a note should be about', 'newNoteWords'],
  ])('%s is told the passage at its field, and not even her draft keeps it', async (_where, field) => {
    const daniel = await portal().signIn('daniel');
    const { status, text } = await desk(daniel, 'held', 'hold', { [field]: `Ask ${TOLD[0] ?? ''} of it.` });
    expect(status).toBe(400);
    expect(text).toContain('There is a problem');
    expect(text).toContain('<mark>Mr Quentin Zzyzx</mark>');
    expect(text).toContain(`name="justify-${field}-name-1"`);
    expect(draftOf('held')).toEqual([]);
  });

  test('holds it with a reason, and the reason comes back with the draft; one that tells who it is is none', async () => {
    const daniel = await portal().signIn('daniel');
    const said = { comment: 'Ask Mr Ash.', 'justify-comment-name-1': 'Mr Ash said yes to it' };
    expect((await desk(daniel, 'held', 'hold', said)).status).toBe(400);
    const kept = { ...said, 'justify-comment-name-1': REASON };
    expect((await desk(daniel, 'held', 'hold', kept)).status).toBe(303);
    expect((await daniel.get('/assess/held-1')).text).toContain(`value="${REASON}"`);
  });

  test('releases nothing of it unanswered, whatever her draft says', async () => {
    const daniel = await portal().signIn('daniel');
    const { status } = await desk(daniel, 'sent', 'decide', decided({ comment: `Ask ${TOLD[1] ?? ''}.` }));
    expect(status).toBe(400);
    expect(portal().rows(`select id from assessments where submission_id = 'sent-1'`)).toEqual([]);
  });

  test('releases it with a reason: the kind and the reason stand beside the assessment, once, and come back for a correction', async () => {
    const daniel = await portal().signIn('daniel');
    const form = decided({
      ...{ 'note-0-5': 'Who is Mr Ash?', 'justify-note-0-5-name-1': REASON },
      'justify-comment-name-1': 'a reason for nothing at all',
    });
    for (let time = 0; time < 2; time += 1) expect((await desk(daniel, 'corrected', 'decide', form)).status).toBe(303);
    expect(reasonsOf('assessment')).toEqual([{ place: 'note-0-5', kind: 'name', reason: REASON }]);
    expect((await daniel.get('/assess/corrected-1')).text).toContain(`value="${REASON}"`);
  });
});

describe('a witness who writes of a real person', () => {
  test('is told the passages and keeps her link; nothing is kept', async () => {
    const token = await makeLink('refused');
    const { status, text } = await answer(token, { text: `I saw ${TOLD[2] ?? ''} and ${TOLD[4] ?? ''}.` });
    expect(status).toBe(400);
    expect(text).toContain('<mark>Ms Kwizatz Hjk</mark>');
    expect(text).toContain('name="justify-text-case_reference-1"');
    expect(answers('refused')).toEqual([]);
    expect((await portal().visitor().get(`/witness/${token}`)).status).toBe(200);
  });

  test('says why it may stay: kept once beside her words, with its kind', async () => {
    const token = await makeLink('answered');
    const said = { text: 'Mr Ash spoke first.', 'justify-text-name-1': REASON, 'justify-name-name-1': REASON };
    for (let time = 0; time < 2; time += 1) expect((await answer(token, said)).location).toBe('/witness/answered');
    expect(answers('answered')).toEqual([{ ...ACCOUNT, text: 'Mr Ash spoke first.' }]);
    expect(reasonsOf('witness_answer')).toEqual([{ place: 'text', kind: 'name', reason: REASON }]);
  });
});

test('what a trainee adds on signing is looked at the same way, before her password is', async () => {
  const daniel = await portal().signIn('daniel');
  expect((await finish(daniel, 'seen')).status).toBe(303);
  const amara = await portal().signIn('amara');
  const refused = await sign(amara, 'seen', { words: `${TOLD[3] ?? ''} was there.`, password: 'not this one' });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('<mark>Dr Wgjkl Pqzv</mark>');
  expect(signatures('seen')).toEqual(['1 assessor: daniel']);
  const answered = { words: 'Mr Ash was there.', 'justify-words-name-1': REASON };
  expect((await sign(amara, 'seen', answered)).status).toBe(303);
  expect(reasonsOf('record_words')).toEqual([{ place: 'words', kind: 'name', reason: REASON }]);
});

test('and nothing that was refused is in the database file or in the log', () => {
  const path = portal().databasePath;
  const file = Buffer.concat(
    [path, `${path}-wal`].filter((each) => existsSync(each)).map((each) => readFileSync(each)),
  );
  const log = JSON.stringify(portal().log());
  expect(file.includes('Mr Ash spoke first.')).toBe(true);
  for (const told of TOLD) {
    expect(file.includes(told), told).toBe(false);
    expect(log, told).not.toContain(told);
  }
});
