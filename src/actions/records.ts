import { signingActions } from './records/signing.ts';
import { witnessActions } from './records/witness.ts';
import { writingActions } from './records/writing.ts';

/** Observations and discussions that an assessor writes down, and the two signatures under them; and a witness that she asks herself. */
export const records = { ...writingActions, ...signingActions, ...witnessActions };
