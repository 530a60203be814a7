/** Every signature of the portfolio: each asks its rules again in the caller's transaction and writes one ledger entry. */
export { countersign, type CountersignRequest } from './signing/countersign.ts';
export { logExport } from './signing/exportEntry.ts';
export { type RecordRequest, signRecord } from './signing/records.ts';
export {
  type Signed,
  signSubject,
  signSubjects,
  type SubjectsRequest,
  type WantedSubject,
} from './signing/subjects.ts';
export { unlockSignOff, type UnlockRequest } from './signing/unlock.ts';
