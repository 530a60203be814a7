import { readFile } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import type { FileProblem } from '#src/domain/files/problems.ts';
import { TYPE_FACTS } from '#src/domain/files/types.ts';
import type { FileType } from '#src/domain/files/words.ts';
import { checkFileText } from '#src/domain/personalData/answers.ts';
import type { PersonalDataKind } from '#src/domain/personalData/words.ts';
import { FileRefused } from '../fileProblem.ts';
import { EXAMINE_LIMITS } from './limits.ts';
import { readMp3 } from './mp3.ts';
import { readMp4 } from './mp4.ts';

/** A file to look at, and where a picture is written anew. */
export interface Question {
  readonly path: string;
  readonly type: FileType;
  readonly out: string;
}

/** What was found in a file that may be kept: kinds of personal data and how often. The text itself goes no further. */
export type Examined =
  | { readonly problem: FileProblem }
  | {
      readonly problem: null;
      readonly found: readonly (readonly [PersonalDataKind, number])[];
      readonly isRewritten: boolean;
    };

/** Kinds of Word document that may hold macros, whatever the name says. */
const WITH_MACROS: readonly string[] = ['docm', 'dotm', 'dotx'];

/** Looks at a file from its first byte to its last. Runs in a process of its own; see `runExaminer.ts`. */
export async function examineFile({ path, type, out }: Question): Promise<Examined> {
  try {
    const bytes = await readFile(path);
    const seen = await fileTypeFromBuffer(bytes);
    if (seen && WITH_MACROS.includes(seen.ext)) throw new FileRefused('macros');
    if (!seen || !TYPE_FACTS[type].seenAs.includes(seen.ext)) throw new FileRefused('not_what_it_says');
    const text = await LOOKS[type](bytes, { path, out });
    return { problem: null, found: checkFileText(text), isRewritten: type === 'png' || type === 'jpeg' };
  } catch (error) {
    if (error instanceof FileRefused) return { problem: error.problem };
    return { problem: 'damaged' };
  }
}

type Look = (bytes: Buffer, where: Pick<Question, 'path' | 'out'>) => Promise<string>;

const rewritten =
  (type: 'png' | 'jpeg'): Look =>
  async (_bytes, { path, out }) => {
    const { rewriteImage } = await import('./image.ts');
    await rewriteImage(path, type, out);
    return '';
  };

/** The words of a recording's tags. Throws `FileRefused` where they are more than can be searched. */
function shortEnough(text: string): string {
  if (text.length > EXAMINE_LIMITS.textCharacters) throw new FileRefused('too_much_text');
  return text;
}

/** What each type has to pass, and the text that is in it. Readers are loaded where they are needed: sharp loads only with more rights. */
const LOOKS: Readonly<Record<FileType, Look>> = {
  pdf: async (bytes) => (await import('./pdf.ts')).readPdf(bytes),
  docx: async (bytes) => (await import('./docx.ts')).readDocx(bytes),
  png: rewritten('png'),
  jpeg: rewritten('jpeg'),
  m4a: async (bytes) => shortEnough(readMp4(bytes)),
  mp4: async (bytes) => shortEnough(readMp4(bytes)),
  mp3: async (bytes) => shortEnough(readMp3(bytes)),
};
