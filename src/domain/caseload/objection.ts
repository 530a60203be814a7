/** What a tutor or a manager answered. */
export interface ObjectionAnswer {
  readonly id: string;
  readonly by: string;
  readonly words: string;
  /** Whether it settles the matter. */
  readonly settles: boolean;
  readonly answeredAt: Date;
}

/** "This is not what was agreed", in a trainee's words, with what was answered, in order. */
export interface Objection {
  readonly id: string;
  readonly traineeId: string;
  readonly traineeName: string;
  /** The case it is about, or null where it is about the caseload. */
  readonly caseId: string | null;
  readonly reference: string | null;
  readonly words: string;
  readonly raisedAt: Date;
  readonly answers: readonly ObjectionAnswer[];
}

/** An objection is open until an answer settles it. */
export function isSettled({ answers }: Pick<Objection, 'answers'>): boolean {
  return answers.some(({ settles }) => settles);
}
