import { agreedActionActions } from './supervisionActions.ts';
import { meetingActions } from './supervisionMeetings.ts';
import { recordActions } from './supervisionRecords.ts';
import { signingActions } from './supervisionSigning.ts';

/** Meetings, review records, what was agreed in them, and the three signatures. */
export const supervision = { ...meetingActions, ...recordActions, ...agreedActionActions, ...signingActions };
