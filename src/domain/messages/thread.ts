import type { TraineeSubject } from '../access/viewer.ts';

/** What was written back to a message, between one of those who got it and its sender. `words` is empty once its time is over. */
export interface Answer {
  readonly id: string;
  readonly writerId: string;
  readonly writerName: string;
  readonly words: string;
  readonly writtenAt: Date;
}

/** The two between whom it is, and what decides whether they may write. `cohortId`: the cohort that the trainee is in now. */
export interface Thread extends TraineeSubject {
  readonly messageId: string;
  readonly recipientId: string;
  readonly traineeName: string;
  readonly senderId: string;
  readonly senderName: string;
  readonly subject: string;
  /** The sender is a tutor of the trainee today. */
  readonly isSenderHere: boolean;
  /** The trainee has written; the sender only writes back. */
  readonly hasAnswer: boolean;
}

/**
 * Why somebody cannot write here now, as a sentence, or null. A trainee writes to a tutor of hers, and begins; the sender writes back,
 * so that a message to many stays one to many until somebody wants to talk.
 */
export function answerProblem(
  {
    traineeId,
    senderName,
    traineeName,
    isSenderHere,
    hasAnswer,
  }: Omit<Thread, 'messageId' | 'recipientId' | 'subject'>,
  writerId: string,
): string | null {
  if (!isSenderHere && writerId === traineeId)
    return `${senderName} is not a tutor of your cohort any more, so you cannot answer here. Talk to your tutor now.`;
  if (!hasAnswer && writerId !== traineeId)
    return `${traineeName} has not answered. You can write back here once that is so; until then, write a message.`;
  return null;
}

/** How a thread in which somebody wrote stands. */
export interface AnswerState {
  readonly count: number;
  /** The id of who wrote last. */
  readonly lastBy: string;
  readonly lastAt: Date;
}

/** A thread in a list, as its sender reads it: whether the last words wait for her. */
export const waitsFor = ({ lastBy }: AnswerState, viewerId: string): boolean => lastBy !== viewerId;

/** How many of those who are in her cohorts have answered the sender, or nothing: "2 have answered you". */
export function answeredWords(count: number): string {
  if (count === 0) return '';
  return count === 1 ? '1 has answered you' : `${String(count)} have answered you`;
}
