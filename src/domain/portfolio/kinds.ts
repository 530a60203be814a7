import type { EvidenceKind } from './words.ts';

/** How each kind of evidence is asked for and talked about. */
interface KindWords {
  /** What it is good for, in one sentence. */
  readonly purpose: string;
  /** What the text of it is called, and what belongs in it. */
  readonly text: string;
  readonly textHint: string;
  /** What the day is called on which it happened. */
  readonly day: string;
  /** Whether a file may lie with it. Of a work product only a pointer is kept. */
  readonly takesFiles: boolean;
  /** Whether it can be handed in without a text of her own, where a file or a witness says it. */
  readonly textMayBeEmpty: boolean;
}

export const KIND_WORDS: Readonly<Record<EvidenceKind, KindWords>> = {
  reflective_account: {
    purpose: 'You write about something you did, what you noticed and what you would do differently.',
    text: 'Your account',
    textHint: 'What you did, what you noticed, what you would do again or differently. In your own words.',
    day: 'When did it happen?',
    takesFiles: true,
    textMayBeEmpty: false,
  },
  professional_discussion: {
    purpose:
      'Your own account of a talk about your practice: your notes, or a recording that everybody in it agreed to.',
    text: 'Your notes of the discussion',
    textHint: 'What you were asked and what you answered, in short. Say where in a recording it can be heard.',
    day: 'When did you talk?',
    takesFiles: true,
    textMayBeEmpty: true,
  },
  observation: {
    purpose: 'Somebody watched you at work, and you describe what they saw.',
    text: 'What was seen',
    textHint: 'What you did while they watched, and what they said about it afterwards.',
    day: 'When were you watched?',
    takesFiles: true,
    textMayBeEmpty: true,
  },
  witness_testimony: {
    purpose: 'Somebody who saw your work writes about it. They need no account: they get a link of their own.',
    text: 'What they saw you do',
    textHint: 'For your assessor, so that the two can be read side by side. What the witness writes comes with it.',
    day: 'When did they see it?',
    takesFiles: true,
    textMayBeEmpty: true,
  },
  work_product: {
    purpose:
      'Something you made at work, such as a report or a plan. Only a pointer is kept: which system, seen by whom and when. The document stays where it is.',
    text: 'What it shows',
    textHint: 'What you made, why you made it that way, and what in it shows the criteria.',
    day: 'When did you make it?',
    takesFiles: false,
    textMayBeEmpty: false,
  },
  assignment: {
    purpose: 'Work you wrote for your university or for a module of the programme.',
    text: 'What it shows',
    textHint: 'What it was about, and where the criteria are in it. The assignment itself can lie with it as a file.',
    day: 'When did you hand it in?',
    takesFiles: true,
    textMayBeEmpty: true,
  },
  prior_learning: {
    purpose: 'Something you learned or were awarded before the programme, where it is still current.',
    text: 'What it shows',
    textHint: 'What you learned, and how you have used it since. A certificate can lie with it as a file.',
    day: 'When was it awarded?',
    takesFiles: true,
    textMayBeEmpty: true,
  },
};

/** Kinds that count as seen in practice: somebody else saw it, or it can be looked at where it was made. An account of her own is not. */
export const PRACTICE_KINDS: readonly EvidenceKind[] = [
  'observation',
  'professional_discussion',
  'witness_testimony',
  'work_product',
];
