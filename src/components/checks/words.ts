/** Says which question a sentence is about, so that links in an error summary can be told apart. `number` counts from 1; 0 is no question. */
export function withNumber(number: number, words: string): string {
  return number === 0 ? words : `Question ${number}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

interface Attempt {
  readonly correctCount: number;
  readonly questionCount: number;
  readonly moduleVersion: string | null;
}

/** What to say above a check whose questions are not those of the last try any more. */
export function olderAttemptSentence({ correctCount, questionCount, moduleVersion }: Attempt): string {
  const version = moduleVersion === null ? '' : `, with version ${moduleVersion} of the module`;
  const result = `${correctCount} of ${questionCount} right`;
  return `The questions have changed since your last try${version}, which had ${result}. That try still counts.`;
}
