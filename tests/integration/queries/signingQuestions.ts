import type { Reader } from '#db/client.ts';
import * as countersigning from '#db/queries/countersigning.ts';
import * as signing from '#db/queries/signing.ts';
import * as signingFacts from '#db/queries/signingFacts.ts';

const DAY = '2026-11-19';

/** What is asked before something of a portfolio is signed. */
export const SIGNING_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'every signature under a portfolio': (db) => signing.listSignOffsOfTrainee(db, 'amara'),
  'one signature': (db) => signing.findSignOff(db, 'amara-criterion-2.2'),
  'how often it was signed': (db) =>
    signing.countRounds(db, { traineeId: 'amara', subject: 'criterion', subjectId: '2.2', version: 'demo-1' }),
  'who signed a record': (db) => signing.listRecordSignatures(db, 'amara-record-1-1'),
  'who assesses her': (db) => signing.isAssessorOf(db, { personId: 'daniel', traineeId: 'amara', day: DAY }),
  'what stands against a signature': (db) => signingFacts.countOpenSamples(db, 'amara'),
  'assessments whole': (db) => signingFacts.listAssessmentFacts(db, ['amara-evidence-1-1-assessment']),
  'words that are read before they are signed': (db) => signingFacts.listSubmissionWords(db, ['amara-evidence-1-1']),
  'whose submission is signed': (db) => signingFacts.findSignSubject(db, 'amara-evidence-1-1'),
  'whose portfolio is signed': (db) => signingFacts.findSignTrainee(db, 'amara'),
  'what a signature rests on': (db) => signingFacts.findUnderSignature(db, 'amara-signed-2.1'),
  'what waits for a countersignature': (db) =>
    countersigning.listToCountersign(db, { id: 'joan', countersignerOf: ['owen'] }),
  'decisions to countersign': (db) => countersigning.findCountersigning(db, 'ioan-report-1-assessment'),
};
