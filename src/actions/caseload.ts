import { agreeing } from './caseload/agreements.ts';
import { allocating } from './caseload/allocating.ts';
import { casesOfTrainees } from './caseload/cases.ts';
import { objecting } from './caseload/objections.ts';
import { reducing } from './caseload/reductions.ts';

/** Every write about caseloads; one file for each kind of thing that is done. */
export const caseload = { ...allocating, ...casesOfTrainees, ...agreeing, ...reducing, ...objecting };
