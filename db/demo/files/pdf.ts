const LINE_POINTS = 18;
const TOP_POINTS = 780;
const LEFT_POINTS = 60;

/** Letters that end a text in a PDF, and those that its plain fonts do not have. */
const written = (line: string) => line.replaceAll(/[\\()]/gu, String.raw`\$&`).replaceAll('’', "'");

/** One page of A4 with a heading and lines of at most eighty characters, byte by byte: the same words are the same file. */
export function pdfOf(heading: string, lines: readonly string[]): Buffer {
  const rows = [
    `/F1 18 Tf (${written(heading)}) Tj T*`,
    '/F1 11 Tf',
    ...lines.map((line) => `T* (${written(line)}) Tj`),
  ];
  const page = `BT ${String(LEFT_POINTS)} ${String(TOP_POINTS)} Td ${String(LINE_POINTS)} TL\n${rows.join('\n')}\nET`;
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R /Lang (en-GB) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(page.length)} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Title (${written(heading)}) >>`,
  ]);
}

/** The objects with the table that says where each begins; the first is the catalogue, the last its properties. */
function assembled(objects: readonly string[]): Buffer {
  const pieces = ['%PDF-1.7\n', ...objects.map((object, index) => `${String(index + 1)} 0 obj\n${object}\nendobj\n`)];
  const startOf = (index: number) => pieces.slice(0, index).join('').length;
  const places = objects.map((_object, index) => `${String(startOf(index + 1)).padStart(10, '0')} 00000 n \n`);
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info ${String(objects.length)} 0 R >>\n`;
  return Buffer.from(
    `${pieces.join('')}${table}${trailer}startxref\n${String(startOf(pieces.length))}\n%%EOF\n`,
    'latin1',
  );
}
