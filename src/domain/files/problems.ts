import { FILE_LIMITS, sizeWords } from './limits.ts';
import type { ScanState } from './words.ts';

/** Why a file was not taken, each in the words that stand beside the field. A closed list: nothing of the file itself is repeated. */
export const FILE_PROBLEMS = {
  missing: 'Choose a file',
  empty: 'The file is empty. Choose another one',
  too_large: `The file is larger than ${sizeWords(FILE_LIMITS.bytes)}, so it was not taken. Choose a shorter recording or a smaller file`,
  type: 'This kind of file is not taken. Choose a PDF, Word document (.docx), PNG, JPEG, M4A, MP3 or MP4',
  name_personal:
    'The name of the file looks as if it held something of a real person, such as a case reference number or a date. Give the file another name, then choose it again',
  not_what_it_says:
    'What is in the file is not what its name says. Save it again from the program it was made with, then choose it again',
  damaged:
    'The file is damaged or was not saved whole. Save it again from the program it was made with, then choose it again',
  protected:
    'The file is protected with a password or against copying. Save it without protection, then choose it again',
  active:
    'The PDF holds a script, another file or something that starts by itself. Print it to a new PDF, then choose that one',
  macros: 'The document holds macros or controls. Save it as a plain Word document (.docx), then choose it again',
  embedded:
    'There is another file inside this one. Take it out (what it shows can be pasted as a picture), save, then choose it again',
  external:
    'The document takes something from another place, or leads to a file or a program there. Break that link, save, then choose it again',
  unpacks_too_large: 'The file unpacks to far more than its size says, so it was not opened',
  too_many_pixels: 'The picture has more than 50 million pixels. Save it smaller, then choose it again',
  too_much_text: 'The file holds more text than the portal can check. Split it, then choose the parts',
  takes_too_long: 'The file could not be checked in time. Save it again in a simpler form, or split it',
  infected: 'The virus scanner found something harmful in the file, so it was deleted',
  too_many_on_item: `There are ${String(FILE_LIMITS.perItem)} files here already. Remove one first`,
  too_many_today: `More than ${String(FILE_LIMITS.perDay)} files or ${sizeWords(FILE_LIMITS.perDayBytes)} in one day are not taken. Carry on tomorrow; what is here stays`,
  no_room:
    'Your portfolio holds 1 GB of files, which is all there is room for. Remove a file that you have not handed in',
  busy: 'Many files are being taken at the moment. Try again in a minute',
  broken_off: 'The file did not arrive whole. Check your connection and try again',
  signed_out: 'You had been signed out, so the file did not arrive. Choose it again',
  unclear: 'The form did not arrive as the portal sends it. Open the page again and choose the file once more',
} as const;

export type FileProblem = keyof typeof FILE_PROBLEMS;

const PROBLEM_STATUS: Partial<Record<FileProblem, number>> = {
  too_large: 413,
  too_many_today: 429,
  busy: 503,
  broken_off: 400,
  unclear: 400,
};

/** The HTTP status that tells a script of it. */
export const statusOfProblem = (problem: FileProblem): number => PROBLEM_STATUS[problem] ?? 422;

/** The name of the file field, and of what its error leads to. */
export const FILE_FIELD = 'file';
/** The part of an address that carries a problem back to a page without JavaScript. Only names of the list above count. */
export const PROBLEM_IN_ADDRESS = 'file-problem';

/** What an upload without JavaScript came back with: an error for the field, or nothing. Spread it into the errors of the page. */
export function fileErrors(address: URL): Record<string, string> {
  const given = address.searchParams.get(PROBLEM_IN_ADDRESS) ?? '';
  return Object.hasOwn(FILE_PROBLEMS, given) ? { [FILE_FIELD]: FILE_PROBLEMS[given as FileProblem] } : {};
}

/** What counts of a file when its evidence is handed in. `found`: kinds of personal data nobody has answered for yet. */
export interface FileStanding {
  readonly name: string;
  readonly scan: ScanState;
  readonly found: readonly unknown[];
  readonly removedAt: Date | null;
}

/** Why a piece of evidence with these files cannot be handed in yet, in words, or null. The first reason counts. */
export function filesProblem(files: readonly FileStanding[]): string | null {
  const infected = files.find(({ scan }) => scan === 'infected');
  if (infected)
    return 'The virus scanner found something harmful in a file, and deleted it. Remove it from the list first';
  const standing = files.filter(({ removedAt }) => removedAt === null);
  const waiting = standing.find(({ scan }) => scan === 'pending');
  if (waiting)
    return `“${waiting.name}” is still waiting for the virus scanner. Your draft is safe; try again in a while`;
  const open = standing.find(({ found }) => found.length > 0);
  if (!open) return null;
  return `“${open.name}” seems to hold something of a real person. Take it out and upload the file again, or give a reason beside the file`;
}
