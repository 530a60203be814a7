import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface CheckFile {
  readonly id: string;
  readonly questions: readonly {
    readonly id: string;
    readonly options: readonly { readonly id: string; readonly explanation: string }[];
  }[];
}

const folder = fileURLToPath(new URL('../../src/content/checks', import.meta.url));
/** The questions of every check, with what is said once they are answered. */
export const CHECKS: readonly CheckFile[] = readdirSync(folder).map(
  (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as CheckFile,
);
const options = CHECKS.flatMap(({ questions }) => questions.flatMap((question) => question.options));

/** The longest run of an explanation that looks the same in HTML, in JSON and in JavaScript. */
const tellTale = (text: string) =>
  text
    .split(/[^A-Za-z ,.]/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest), '')
    .trim();
/** A passage of every explanation, and of nothing else. */
export const TELL_TALES = [...new Set(options.map(({ explanation }) => tellTale(explanation)))];
/** What would say which option is right, whatever the words. */
const MARKINGS = [
  /["'`]?\bcorrect["'`]?\s*[:=]\s*(?:true|!0|\[0,true\])/,
  /&quot;correct&quot;/,
  /data-correct/,
  // In quotes, or before a value: a module may well write "an explanation: …".
  /(?:["'`]|&quot;)explanation(?:["'`]|&quot;)\s*:/,
  /\bexplanation:\s*(?:["'`[]|&quot;)/,
];

/** What in a text gives something away. */
export const given = (text: string) => [
  ...TELL_TALES.filter((tale) => text.includes(tale)),
  ...MARKINGS.filter((mark) => mark.test(text)).map(String),
];

/** What pages or files give away, and where. */
export function leaks(pages: Iterable<readonly [address: string, text: string]>): string[] {
  return [...pages].flatMap(([address, text]) => given(text).map((what) => `${address}: ${what}`));
}
