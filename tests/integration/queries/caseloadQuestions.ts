import type { Reader } from '#db/client.ts';
import * as files from '#db/queries/caseloadFile.ts';
import * as objections from '#db/queries/caseloadObjections.ts';
import * as takers from '#db/queries/caseloadTakers.ts';
import * as work from '#db/queries/caseloadWork.ts';
import * as writes from '#db/queries/caseloadWrites.ts';
import * as matters from '#db/queries/matters.ts';
import * as trainees from '#db/queries/trainees.ts';
import { aViewer } from '../../support/viewer.ts';

const TODAY = '2026-11-19';
const ruth = aViewer('ruth', { roles: ['tutor'], tutorOf: ['london'] });
const kerry = aViewer('kerry', { roles: ['manager'], managerOf: ['amara', 'tom'] });

/** What is asked about cases, and what is put before people because of them. */
export const CASELOAD_QUESTIONS: Readonly<Record<string, (db: Reader) => Promise<unknown>>> = {
  'everything about a case': (db) => files.listCaseFile(db, 'amara-case-1'),
  'a case as it stands': (db) => writes.findCaseOn(db, 'amara-case-1', TODAY),
  'whose allocation it is': (db) => writes.findAllocationSubject(db, 'amara-case-1-1'),
  'who carries a case': (db) => writes.listOpenShares(db, 'amara-case-1'),
  'rules set aside': (db) => writes.listOverrides(db, 'tom-case-9-1'),
  'what was not agreed': (db) => objections.listObjections(db, ['amara', 'tom']),
  'modules done and tutors': (db) => takers.listTakerFacts(db, ['amara', 'tom', 'nia'], TODAY),
  'hours taken off': (db) => work.listReductions(db, 'nia'),
  'work that is not a case': (db) => work.listOpenWork(db, 'tom', TODAY),
  'some trainees': (db) => trainees.listTrainees(db, ['tom', 'nobody', 'nia']),
  'what a tutor should know of': (db) => matters.listMatterFacts(db, ruth, TODAY),
  'what a manager should know of': (db) => matters.listMatterFacts(db, kerry, TODAY),
};
