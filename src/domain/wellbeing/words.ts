/** The three questions, in the order they are asked. */
export const WELLBEING_QUESTIONS = ['workload', 'support', 'balance'] as const;
export type WellbeingQuestion = (typeof WELLBEING_QUESTIONS)[number];

/** Each question with its five answers: the first is 1, the last 5. Nobody adds them up. */
export const WELLBEING_ANSWERS: Readonly<
  Record<WellbeingQuestion, { readonly question: string; readonly short: string; readonly answers: readonly string[] }>
> = {
  workload: {
    question: 'How is your workload this month?',
    short: 'Workload',
    answers: ['Far too much', 'Too much', 'A lot, and I manage', 'About right', 'I could take more on'],
  },
  support: {
    question: 'Do you get the support you need?',
    short: 'Support',
    answers: ['No, I feel on my own', 'Not often', 'Some of the time', 'Mostly', 'Yes, when I need it'],
  },
  balance: {
    question: 'Do work and learning leave room for the rest of your life?',
    short: 'Balance',
    answers: ['No room at all', 'Very little', 'Some weeks', 'Mostly', 'Yes'],
  },
};

/** As long as her own words may be. */
export const WELLBEING_WORDS_MAXIMUM = 4000;

/** The answer in words. Throws a RangeError for a number that is none. */
export function answerWords(question: WellbeingQuestion, answer: number): string {
  const words = WELLBEING_ANSWERS[question].answers[answer - 1];
  if (words === undefined) throw new RangeError(`${answer} is no answer about ${question}`);
  return words;
}
