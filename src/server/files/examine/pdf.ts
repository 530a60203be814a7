import { getDocumentProxy } from 'unpdf';
import { FileRefused } from '../fileProblem.ts';
import { EXAMINE_LIMITS } from './limits.ts';
import { pdfNamesProblem } from './pdfNames.ts';
import { pdfStructureProblem } from './pdfStructure.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;

/**
 * The text of a PDF with what stands in notes, fields and properties. Throws `FileRefused` for one that does more than show pages,
 * asks for a password, or cannot be read. Nothing can prove that a PDF is harmless; the portal never opens one in a browser.
 */
export async function readPdf(bytes: Buffer): Promise<string> {
  const plain = bytes.toString('latin1');
  const problem = pdfNamesProblem(plain) ?? pdfStructureProblem(plain, bytes);
  if (problem) throw new FileRefused(problem);
  const pdf = await open(bytes);
  if (pdf.numPages > EXAMINE_LIMITS.pdfPages) throw new FileRefused('too_much_text');
  if (await isActive(pdf)) throw new FileRefused('active');
  const parts = [await propertiesOf(pdf)];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const text = await pageText(await pdf.getPage(number));
    characters += text.length;
    if (characters > EXAMINE_LIMITS.textCharacters) throw new FileRefused('too_much_text');
    parts.push(text);
  }
  return parts.join('\n\n');
}

async function open(bytes: Buffer): Promise<Pdf> {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      verbosity: 0,
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new FileRefused(isLocked ? 'protected' : 'damaged', { cause: error });
  }
}

/** A third look, by a reader of PDF instead of by ours. */
async function isActive(pdf: Pdf): Promise<boolean> {
  const [scripts, attachments] = await Promise.all([pdf.getJSActions(), pdf.getAttachments()]);
  return scripts !== null || (attachments as unknown) !== null;
}

async function propertiesOf(pdf: Pdf): Promise<string> {
  const { info, metadata } = await pdf.getMetadata();
  if (filterName(info)) throw new FileRefused('protected');
  const properties = info as Readonly<Record<string, unknown>>;
  const texts = [properties, Object(properties['Custom']) as object].flatMap(
    (each) => Object.values(each) as unknown[],
  );
  return [...texts, (metadata as { getRaw?: () => unknown } | null)?.getRaw?.()].filter(isText).join('\n');
}

const filterName = (info: object) => (info as { EncryptFilterName?: unknown }).EncryptFilterName;
const isText = (value: unknown): value is string => typeof value === 'string';

async function pageText(page: PdfPage): Promise<string> {
  const [{ items }, annotations] = await Promise.all([page.getTextContent(), page.getAnnotations()]);
  const written = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  page.cleanup();
  return [written, ...(annotations as Annotation[]).flatMap(annotationTexts)].join('\n');
}

interface Annotation {
  readonly contentsObj?: { readonly str?: unknown };
  readonly titleObj?: { readonly str?: unknown };
  readonly fieldValue?: unknown;
  readonly alternativeText?: unknown;
  readonly url?: unknown;
}

function annotationTexts({ contentsObj, titleObj, fieldValue, alternativeText, url }: Annotation): string[] {
  return [contentsObj?.str, titleObj?.str, ...[fieldValue].flat(), alternativeText, url].filter(isText);
}
