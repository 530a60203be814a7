import { createHash, randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '#db/demo/people.ts';
import type { Insert } from '../../support/demoRecords.ts';
import type { Fields } from '../../support/portalClient.ts';
import {
  addHandedInTestimony,
  addRecord,
  addRecordDraft,
  addTestimony,
  RECORD_CRITERIA,
  RECORD_TEXT,
  RECORD_TITLE,
  recordSha256,
} from '../../support/records.ts';
import type { Column } from './cast.ts';
import type { Reach, Visit } from './reach.ts';
import { recordsOf, type Way } from './world.ts';

const slug = (text: string) => text.replaceAll(' ', '-');
const tokenOf = (text: string) => createHash('sha256').update(text).digest('base64url');

/** Records and testimonies for one cell and way, one for each thing that is done to one. */
export function recordIdsOf({ name }: Column, way: Way) {
  const id = slug(`${name} ${way}`);
  return {
    /** Drafts to save, to finish, to take away. */
    savedId: `record-saved-${id}`,
    finishedId: `record-finished-${id}`,
    removedId: `record-removed-${id}`,
    /** Finished: to read, to take back, to sign, to send back. */
    readId: `record-read-${id}`,
    takenBackId: `record-taken-${id}`,
    signedId: `record-signed-${id}`,
    sentBackId: `record-sent-${id}`,
    /** Testimonies: to ask for, to take the link of back, to answer by its link, to make sure of. */
    askId: `witness-ask-${id}`,
    linkedId: `witness-linked-${id}`,
    answeredId: `witness-answered-${id}`,
    checkedId: `witness-checked-${id}`,
    witnessToken: tokenOf(`witness ${id}`),
  };
}

/** Who wrote the record of a cell: the viewer where she assesses somebody, else the trainee's assessor. */
const writerOf = ({ viewerId, relation }: Column) => (relation === 'tom' && viewerId ? viewerId : 'daniel');

/** Entries of the demo's ledger that no record leans on: a trainee signs in three cells. */
const SPARE_ENTRIES: Readonly<Record<Way, number>> = { 'own page': 11, 'another page': 12, called: 13 };

/** Adds them. */
export function addRecordsAndTestimonies(insert: Insert, column: Column, way: Way): void {
  const { traineeId } = column;
  const ids = recordIdsOf(column, way);
  const record = { traineeId, writerId: writerOf(column) };
  for (const id of [ids.savedId, ids.finishedId, ids.removedId]) addRecordDraft(insert, { id, ...record });
  for (const id of [ids.readId, ids.takenBackId, ids.sentBackId]) addRecord(insert, { id, ...record });
  const isSigner = column.role === 'trainee' && column.relation === 'own';
  addRecord(insert, { id: ids.signedId, ...record, ...(isSigner ? { ledgerSeq: SPARE_ENTRIES[way] } : {}) });
  addTestimony(insert, { id: ids.askId, traineeId });
  addTestimony(insert, { id: ids.linkedId, traineeId, token: tokenOf(ids.linkedId) });
  addTestimony(insert, { id: ids.answeredId, traineeId, token: ids.witnessToken });
  addHandedInTestimony(insert, { id: ids.checkedId, traineeId, token: tokenOf(ids.checkedId) });
}

const of = ({ column, way }: Visit) => recordIdsOf(column, way);
const onRecord = (id: (visit: Visit) => string, fields: (visit: Visit) => Fields = () => ({})): Reach => ({
  page: (visit) => `/assess/records/${id(visit)}`,
  input: (visit) => ({ id: id(visit), ...fields(visit) }),
});
/** The draft of a testimony is a page for nobody but her; what was handed in, for all who support her. */
const handedIn = ({ column, way }: Visit) => `/portfolio/evidence/${recordsOf(column, way).evidenceId}`;
const begun = () => '/assess/records/new';
const signed = (visit: Visit) =>
  recordSha256({ id: of(visit).signedId, traineeId: visit.column.traineeId, writerId: writerOf(visit.column) });
const asked = () => ({
  requestId: randomUUID(),
  witnessName: 'Rosalind Ferry',
  witnessJob: 'Facilitator',
  question: 'What did you see?',
});

/** How the actions about records and witnesses are reached. */
export const RECORD_REACHES: Readonly<Record<string, Reach>> = {
  'records.begin': {
    page: begun,
    input: ({ column }) => ({
      id: randomUUID(),
      traineeId: column.traineeId,
      kind: 'observation',
      title: 'A made-up visit',
    }),
  },
  'records.save': onRecord(
    (visit) => of(visit).savedId,
    ({ way }) => ({ basedOn: '1', title: RECORD_TITLE, text: `${RECORD_TEXT} ${way}`, criteria: RECORD_CRITERIA }),
  ),
  'records.finish': onRecord(
    (visit) => of(visit).finishedId,
    () => ({ basedOn: '1', submissionId: randomUUID(), changeNote: '', password: DEMO_PASSWORD }),
  ),
  'records.remove': onRecord((visit) => of(visit).removedId),
  'records.takeBack': onRecord((visit) => of(visit).takenBackId),
  'records.sign': {
    page: (visit) => `/portfolio/evidence/${of(visit).signedId}/sign`,
    input: (visit) => ({
      submissionId: `${of(visit).signedId}-1`,
      shownSha256: signed(visit),
      words: '',
      password: DEMO_PASSWORD,
    }),
  },
  'records.sendBack': {
    page: (visit) => `/portfolio/evidence/${of(visit).sentBackId}/sign`,
    input: (visit) => ({ submissionId: `${of(visit).sentBackId}-1`, reason: 'It was another day.' }),
  },
  'records.askWitness': {
    page: begun,
    input: ({ column }) => ({ id: randomUUID(), traineeId: column.traineeId, title: 'A made-up day', ...asked() }),
  },
  'witness.answer': {
    page: (visit) => `/witness/${of(visit).witnessToken}`,
    input: (visit) => ({
      token: of(visit).witnessToken,
      name: 'Rosalind Ferry',
      job: 'Facilitator',
      relationship: 'We work together.',
      text: 'They heard both out.',
      declares: 'yes',
    }),
  },
  'witness.ask': {
    page: handedIn,
    input: (visit) => ({ evidenceId: of(visit).askId, ...asked() }),
  },
  'witness.check': {
    page: (visit) => `/assess/${of(visit).checkedId}-1`,
    input: (visit) => ({ submissionId: `${of(visit).checkedId}-1`, how: 'I rang the published number.' }),
  },
  'witness.takeBack': {
    page: handedIn,
    input: (visit) => ({ evidenceId: of(visit).linkedId }),
  },
};
