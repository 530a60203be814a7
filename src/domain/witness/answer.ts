import { canonicalJson } from '../ledger/canonicalJson.ts';
import { wholeSecond } from '../ledger/wholeSecond.ts';
import { type HashedReason, hashedReasons } from '../personalData/hashedReasons.ts';

/** Lengths in characters. */
export const WITNESS_LIMITS = { line: 200, question: 1000, relationship: 500, text: 10_000, check: 1000 } as const;

/** What a witness says by ticking the box. It is part of what is hashed, so another wording is another version of it. */
export const WITNESS_DECLARATION =
  'I am the person named here. I saw this work myself, and what I have written is true and in my own words.';

/** What a witness fills in, as it is kept. */
export interface WitnessWords {
  readonly name: string;
  readonly job: string;
  /** How she knows the trainee's work. */
  readonly relationship: string;
  readonly text: string;
}

/** An answer as its row holds it. */
export interface WitnessAnswer extends WitnessWords {
  readonly evidenceId: string;
  readonly requestId: string;
  readonly answeredAt: Date;
}

/**
 * The one text of an answer with why passages in it may stay: its SHA-256 stands beside it, so that a change of a word shows. Source:
 * docs/ledger.md.
 */
export const witnessAnswerText = (answer: WitnessAnswer, reasons: readonly HashedReason[]): string =>
  canonicalJson({ ...membersOf(answer), label: 'pqip-witness-answer-v2', justifications: hashedReasons(reasons) });

/** Every text whose SHA-256 may stand beside an answer: before reasons were hashed it was over the words alone. */
export const witnessAnswerTexts = (answer: WitnessAnswer, reasons: readonly HashedReason[]): readonly string[] => [
  witnessAnswerText(answer, reasons),
  canonicalJson({ ...membersOf(answer), label: 'pqip-witness-answer-v1' }),
];

const membersOf = ({ evidenceId, requestId, name, job, relationship, text, answeredAt }: WitnessAnswer) => ({
  ...{ evidenceId, requestId, name, job, relationship, text },
  declaration: WITNESS_DECLARATION,
  answeredAt: wholeSecond(answeredAt),
});

/** Whether a form that came again says what was kept: a second tap is no second answer. */
export function isSameWitnessAnswer(kept: WitnessWords, sent: WitnessWords): boolean {
  return (
    kept.name === sent.name &&
    kept.job === sent.job &&
    kept.relationship === sent.relationship &&
    kept.text === sent.text
  );
}
