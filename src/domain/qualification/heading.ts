import { findPersonalData } from '../personalData/patterns.ts';

/** What a version is called and where its text comes from, as an administrator types it. */
export interface Heading {
  readonly version: string;
  readonly label: string;
  readonly notice: string;
}

const VERSION = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}[A-Za-z0-9])?$/u;
const LONGEST = { label: 80, notice: 400 } as const;

/** Addresses under the page of all versions that are no version. */
const TAKEN_WORDS = ['import', 'template'];

function wordsProblem(text: string, longest: number, missing: string): string | null {
  if (text.trim() === '') return missing;
  if (text.length > longest) return `Keep it under ${longest} characters; nothing was cut off`;
  const [found] = findPersonalData(text);
  return found ? `“${found.found}” looks like ${found.name}. Take it out: nothing here may lead to a person` : null;
}

/** What is wrong with the heading, by field. */
export function headingErrors({ version, label, notice }: Heading): Record<string, string> {
  const problems = {
    version:
      VERSION.test(version) && !TAKEN_WORDS.includes(version.toLowerCase())
        ? null
        : 'Name the version with letters, digits and hyphens, up to 40, for example 2027-1',
    label: wordsProblem(label, LONGEST.label, 'Say what people call this version'),
    notice: wordsProblem(notice, LONGEST.notice, 'Say where the text comes from'),
  };
  return Object.fromEntries(Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== null));
}
