import { deflateSync } from 'node:zlib';
import { corpusOf, DECLARED } from './hostileFile.ts';
import { pdfWith, streamOf } from './pdfs.ts';

const LAUNCH = '<< /S /Launch /F (cmd.exe) >>';
const SCREEN = '<< /Type /Annot /Subtype /Screen >>';

/** Objects packed together in a stream, the dictionary of which says more, or less, than it should. */
function packed(objects: readonly string[], dictionary = '/Type /ObjStm'): Buffer {
  const places = objects.map((_object, index) => objects.slice(0, index).join(' ').length + (index > 0 ? 1 : 0));
  const head = `${places.map((place, index) => `${String(90 + index)} ${String(place)}`).join(' ')} `;
  const content = deflateSync(Buffer.from(head + objects.join(' ')));
  const numbers = `/N ${String(objects.length)} /First ${String(head.length)}`;
  return streamOf(`${dictionary} ${numbers} /Filter /FlateDecode`, content);
}

/** Another revision behind the first, which replaces some of its objects. */
const revised = (...pieces: (string | Buffer)[]) =>
  Buffer.concat([
    pdfWith(''),
    ...pieces.map((piece) => Buffer.from(piece)),
    Buffer.from('\ntrailer\n<< /Size 99 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n'),
  ]);

const link = (address: string) => `<< /S /URI /URI ${address} >>`;

/** PDFs that hide what they do where a look at the bytes finds nothing, and readers look all the same. */
export const HIDING_PDFS = corpusOf({ name: 'report.pdf', declared: DECLARED.pdf }, [
  {
    story: 'a PDF with a script packed away, in a stream that does not say what it is',
    bytes: () => pdfWith('/OpenAction 90 0 R', [packed(['<< /S /JavaScript /JS (app.alert(1)) >>'], '')]),
    fate: ['active'],
  },
  {
    story: 'a PDF that starts a program, packed away behind a remark',
    bytes: () => {
      const stream = packed([LAUNCH]).toString('latin1').replace('>>\nstream', '>> % a remark\nstream');
      return pdfWith('/OpenAction 90 0 R', [Buffer.from(stream, 'latin1')]);
    },
    fate: ['active'],
  },
  {
    story: 'a PDF that starts a program, packed away with its name in hexadecimal',
    bytes: () => pdfWith('', [packed(['<< /#53 /L#61unch /F (cmd.exe) >>'])]),
    fate: ['active'],
  },
  {
    story: 'a PDF whose packed objects are written as differences',
    bytes: () => pdfWith('', [packed([LAUNCH], '/Type /ObjStm /DecodeParms << /Predictor 12 /Columns 4 >>')]),
    fate: ['damaged'],
  },
  {
    story: 'a PDF that begins the object inside a string of another',
    bytes: () =>
      pdfWith('', [
        packed([`(${LAUNCH})`])
          .toString('latin1')
          .replace('/First 5', '/First 6'),
      ]),
    fate: ['active', 'damaged'],
  },
  {
    story: 'a PDF that runs a script in its second revision',
    bytes: () => revised('1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (1) >> >>\nendobj'),
    fate: ['active'],
  },
  {
    story: 'a PDF that starts a program in its second revision, packed away',
    bytes: () => revised('50 0 obj\n', packed([LAUNCH], ''), '\nendobj'),
    fate: ['active'],
  },
  {
    story: 'a PDF with a script in an object that nothing refers to',
    bytes: () => revised('77 0 % unused\n obj << /Kids [ << /S /Jav#61Script /J#53 (1) >> ] >> endobj'),
    fate: ['active'],
  },
  {
    story: 'a PDF that says twice what its action is',
    bytes: () => pdfWith('/OpenAction << /S /GoTo /S 4 0 R /D [3 0 R /Fit] >>', ['/Named']),
    fate: ['active'],
  },
  {
    story: 'a PDF that prints itself when it is opened',
    bytes: () => pdfWith('/OpenAction << /S /Named /N /Print >>'),
    fate: ['active'],
  },
  {
    story: 'a PDF with an action that nobody knows',
    bytes: () => pdfWith('/X << /A << /S /GoToWorldsEnd >> >>'),
    fate: ['active'],
  },
  {
    story: 'a PDF that plays something at an event',
    bytes: () => pdfWith('/AA << /O 4 0 R >>', ['<< /S /Trans >>']),
    fate: ['active'],
  },
  {
    story: 'a PDF with a field that runs a film, in an uncompressed stream where an offset leads',
    bytes: () => pdfWith('', [streamOf('', Buffer.from(`40 0 obj ${SCREEN} endobj`))]),
    fate: ['active'],
  },
  {
    story: 'a PDF whose content lies in another file',
    bytes: () => pdfWith('', [streamOf('/F (\\\\\\\\evil.example\\\\share)', Buffer.from('x'))]),
    fate: ['active'],
  },
  {
    story: 'a PDF with a file pinned to a page',
    bytes: () => pdfWith('', ['<< /Type /Annot /Subtype /File#41ttachment /FS 5 0 R >>', '<< /Type /Filespec >>']),
    fate: ['active'],
  },
  {
    story: 'a PDF with a link that is a script',
    bytes: () => pdfWith('', [link('(java\\163cript:alert\\(1\\))')]),
    fate: ['external'],
  },
  {
    story: 'a PDF with a link to a share, in hexadecimal',
    bytes: () => pdfWith('', [link(`<${Buffer.from('\\\\evil.example\\share').toString('hex')}>`)]),
    fate: ['external'],
  },
  {
    story: 'a PDF with a link to a file, told elsewhere',
    bytes: () => pdfWith('', [link('5 0 R'), '(file:///C:/Windows/system32/calc.exe)']),
    fate: ['external'],
  },
  {
    story: 'a PDF with a dictionary that is none',
    bytes: () => pdfWith('/X << /Odd >>'),
    fate: ['damaged'],
  },
  {
    story: 'a PDF with links to pages and addresses, and nothing else',
    bytes: () =>
      pdfWith('', [link('(https://www.example.org/a\\(b\\))'), link('(mailto:a@b.example)'), link('(page.html)')]),
    fate: { name: 'report.pdf' },
  },
]);
