/** How a tutor was in touch with a trainee, or with somebody about her. */
export const CONTACT_KINDS = ['call', 'meeting', 'message', 'visit', 'three_way', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** How an action of the contact log ended. */
export const ACTION_OUTCOMES = ['done', 'dropped'] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];
