import { checkFileText } from '#src/domain/personalData/answers.ts';
import type { PersonalDataKind } from '#src/domain/personalData/words.ts';

/** Kinds found in a file and how often, before it leaves the device; null where the browser could not read its text, or it has none. */
export type FileCheck = readonly (readonly [PersonalDataKind, number])[] | null;

/** Reading a large file would hold up a telephone for a minute; the server reads it whatever its size. */
const MOST_BYTES = 20 * 1024 * 1024;

const isPdf = ({ name, type }: File) => type === 'application/pdf' || /\.pdf$/i.test(name);
const isDocx = ({ name }: File) => /\.docx$/i.test(name);

/** What reads PDFs comes only when one is chosen. It runs on the page itself: no worker, no WebAssembly, nothing evaluated, as the policy asks. */
async function textOfPdf(file: File): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  const document = await getDocumentProxy(new Uint8Array(await file.arrayBuffer()));
  const { text } = await extractText(document, { mergePages: true });
  return text;
}

async function textOfDocx(file: File): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ arrayBuffer: await file.arrayBuffer() });
  return value;
}

/** Looks at the text of a chosen PDF or DOCX on the device. Never rejects: what cannot be read here is read on the server. */
export async function checkFileHere(file: File): Promise<FileCheck> {
  if (file.size > MOST_BYTES) return null;
  try {
    if (isPdf(file)) return checkFileText(await textOfPdf(file));
    if (isDocx(file)) return checkFileText(await textOfDocx(file));
    return null;
  } catch {
    return null;
  }
}
