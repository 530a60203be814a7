/** What study time is for. */
export const STUDY_PARTS = ['academic', 'vocational', 'modules'] as const;
export type StudyPart = (typeof STUDY_PARTS)[number];

/** Why study time was lost. Never more precise than this, above all about health. */
export const LOSS_CAUSES = ['duty_cover', 'recall', 'court', 'sickness', 'other'] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

/** A cause inside a sentence: "lost to duty cover". */
export const CAUSE_WORDS: Readonly<Record<LossCause, string>> = {
  duty_cover: 'duty cover',
  recall: 'recall',
  court: 'court',
  sickness: 'sickness',
  other: 'something else',
};
