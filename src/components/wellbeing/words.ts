import type { CheckIn } from '#db/queries/wellbeing.ts';
import { answerWords, WELLBEING_ANSWERS, WELLBEING_QUESTIONS } from '#src/domain/wellbeing/words.ts';

/** The three answers of a check-in, each in words. */
export function answerRows(checkIn: Pick<CheckIn, 'workload' | 'support' | 'balance'>) {
  return WELLBEING_QUESTIONS.map((question) => ({
    key: WELLBEING_ANSWERS[question].short,
    text: answerWords(question, checkIn[question]),
  }));
}

interface Reader {
  readonly part: 'tutor' | 'manager';
  readonly name: string;
}

/** "Ruth Adeyemi (tutor) and Kerry Bell (manager)", or null where there is nobody. */
export function readerWords(readers: readonly Reader[]): string | null {
  if (readers.length === 0) return null;
  const names = readers.map(({ name, part }) => `${name} (${part})`);
  return names.length === 1 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
