import { agreedActionActions } from './supervision/actions.ts';
import { meetingActions } from './supervision/meetings.ts';
import { recordActions } from './supervision/records.ts';
import { signingActions } from './supervision/signing.ts';

/** Meetings, review records, what was agreed in them, and the three signatures. */
export const supervision = { ...meetingActions, ...recordActions, ...agreedActionActions, ...signingActions };
