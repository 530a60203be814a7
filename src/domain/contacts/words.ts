/** How a tutor was in touch with a trainee, or with somebody about her. */
export const CONTACT_KINDS = ['call', 'meeting', 'message', 'visit', 'three_way', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** How an action of the contact log ended. */
export const ACTION_OUTCOMES = ['done', 'dropped'] as const;
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number];

/** Ways of being in touch as people read them. */
export const CONTACT_KIND_WORDS: Readonly<Record<ContactKind, string>> = {
  call: 'Call',
  meeting: 'Meeting',
  message: 'Message',
  visit: 'Visit',
  three_way: 'Three-way talk',
  other: 'Something else',
};

export const ACTION_OUTCOME_WORDS: Readonly<Record<ActionOutcome, string>> = {
  done: 'Done',
  dropped: 'Not needed any more',
};
