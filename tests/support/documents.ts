import { PDFDocument } from 'pdf-lib';

/** A PDF of one page with these words. */
export async function pdfSaying(words: string): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawText(words, { size: 12 });
  return Buffer.from(await pdf.save());
}
