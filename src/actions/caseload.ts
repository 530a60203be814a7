import { agreeing } from './caseloadAgreements.ts';
import { allocating } from './caseloadAllocating.ts';
import { casesOfTrainees } from './caseloadCases.ts';
import { objecting } from './caseloadObjections.ts';
import { reducing } from './caseloadReductions.ts';

/** Every write about caseloads; one file for each kind of thing that is done. */
export const caseload = { ...allocating, ...casesOfTrainees, ...agreeing, ...reducing, ...objecting };
