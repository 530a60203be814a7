/** Says which question a sentence is about, so that links in an error summary can be told apart. `number` counts from 1; 0 is no question. */
export function withNumber(number: number, words: string): string {
  return number === 0 ? words : `Question ${number}: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
