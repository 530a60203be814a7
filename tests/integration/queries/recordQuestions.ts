import type { Reader } from '#db/client.ts';
import { demoWitnessHash } from '#db/demo/witness.ts';
import * as records from '#db/queries/records.ts';
import * as witness from '#db/queries/witness.ts';

/** Questions about records of assessors and about witnesses, which `everyQuery.test.ts` asks with the others. */
export const RECORD_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'whom a record is about': (db) => records.findRecordSubject(db, 'amara-record-1'),
  'the signatures under a record': (db) => records.listSignaturesOfRecord(db, 'amara-record-1'),
  'why a record was not signed': (db) => records.listRefusalsOfRecord(db, 'amara-record-1'),
  'the newest version of a record': (db) => records.findNewestSnapshot(db, 'amara-record-1'),
  'a testimony with its link': (db) => witness.findTestimony(db, 'amara-witness-1'),
  'what a witness wrote': (db) => witness.findWitnessAnswer(db, 'amara-witness-1'),
  'whose testimony it is, for a link': (db) => witness.findWitnessSubject(db, 'amara-witness-1'),
  'what a link for a witness leads to': (db) => witness.findByWitnessToken(db, demoWitnessHash('tom-witness-1')),
  'testimonies that somebody asked for': (db) => witness.listWitnessRequestsBy(db, { madeBy: 'tom', traineeId: 'tom' }),
};
