/** What the form says beside its fields while a hit is open. */
export const OPEN_WORDS =
  'Some of this looks as if it belonged to a real person. Take it out, or say under the field why it may stay. Until then nothing of this form is saved or sent; what you typed stays on this page.';

/** What the line that tells of saving says then. */
export const HELD_WORDS =
  'Not saved: part of it looks as if it belonged to a real person. Take it out, or say under the field why it may stay; then it is saved. What you typed stays on this page.';

export const REASON_LABEL = 'Or say why it may stay';
export const REASON_HINT =
  'Only its kind and your reason are kept. For example: a made-up person from a training case.';
/** What is written in the place of a passage that is taken out. */
export const TAKEN_OUT = '[taken out]';
