export const REASON_LABEL = 'Or say why it may stay';
export const REASON_HINT =
  'Only its kind and your reason are kept. For example: a made-up person from a training case.';
/** The same where not even that is kept: words that nobody may be known by. */
export const REASON_NOT_KEPT_HINT =
  'Your reason is looked at now and kept nowhere. For example: a made-up person from a training case.';
/** What is written in the place of a passage that is taken out. */
export const TAKEN_OUT = '[taken out]';
