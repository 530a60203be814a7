import { corpusOf, DECLARED } from './hostileFile.ts';
import { pdfWith } from './pdfs.ts';

const page = () => Buffer.from('<script>alert(1)</script>');
const pdf = () => pdfWith('');

/** Names that mislead, lead elsewhere, or say more than a name should. What is in these files is fine, or would not be asked. */
export const HOSTILE_NAMES = [
  ...corpusOf({ name: 'x', declared: 'application/octet-stream' }, [
    { story: 'a program behind a second ending', name: 'plan.pdf.exe', bytes: page, fate: ['type'] },
    { story: 'a program', name: 'plan.exe', bytes: page, fate: ['type'] },
    { story: 'a page of the web', name: 'plan.html', declared: 'text/html', bytes: page, fate: ['type'] },
    { story: 'a drawing', name: 'plan.svg', declared: 'image/svg+xml', bytes: page, fate: ['type'] },
    { story: 'a script', name: 'plan.js', declared: 'text/javascript', bytes: page, fate: ['type'] },
    { story: 'a document with macros by its ending', name: 'plan.docm', bytes: page, fate: ['type'] },
    { story: 'a program whose name is turned round', name: 'plan\u202Efdp.exe', bytes: page, fate: ['type'] },
    {
      story: 'an ending behind a NUL',
      name: 'plan.exe\u0000.pdf',
      bytes: page,
      fate: ['not_what_it_says', 'type', 'unclear', 'missing'],
    },
    { story: 'no ending at all', name: 'plan', bytes: page, fate: ['type'] },
    { story: 'an ending behind a colon of Windows', name: 'plan.pdf:run.exe', bytes: page, fate: ['type'] },
    { story: 'a hidden stream of Windows', name: 'plan.pdf::$DATA', bytes: page, fate: ['type'] },
    { story: 'an ending with a dot behind it', name: 'plan.exe.', bytes: page, fate: ['type'] },
    { story: 'an ending in letters that look alike', name: 'plan.рdf', bytes: page, fate: ['type'] },
    { story: 'an ending with a space behind it', name: 'plan.pdf .exe ', bytes: page, fate: ['type'] },
  ]),
  ...corpusOf({ name: 'x', declared: DECLARED.pdf }, [
    { story: 'a name turned round', name: 'plan\u202Etxt.pdf', bytes: pdf, fate: { name: 'plantxt.pdf' } },
    {
      story: 'a name held together by marks that nobody sees',
      name: '\u2067\u202Dplan\u2069\u061C\uFEFF.pdf',
      bytes: pdf,
      fate: { name: 'plan.pdf' },
    },
    {
      story: 'a name with signs that steer a printer',
      name: 'pl\u0007a\u001Bn.pdf',
      bytes: pdf,
      fate: { name: 'plan.pdf' },
    },
    {
      story: 'a name of nothing but faces',
      name: `${'😀'.repeat(300)}.pdf`,
      bytes: pdf,
      fate: { name: /^(?:😀)+\.pdf$/u },
    },
    {
      story: 'a name that leads out of the folder',
      name: '../../../etc/plan.pdf',
      bytes: pdf,
      fate: { name: 'plan.pdf' },
    },
    {
      story: 'a name with a path of Windows',
      name: 'C:\\Users\\amara\\plan.pdf',
      bytes: pdf,
      fate: { name: 'plan.pdf' },
    },
    {
      story: 'a name of five thousand characters',
      name: `${'plan '.repeat(600)}.pdf`,
      bytes: pdf,
      fate: { name: /^.{10,120}$/u },
    },
    {
      story: 'a name that would add a header',
      name: 'plan"; filename="run.html\u2028.pdf',
      bytes: pdf,
      fate: { name: /^[^"<>\u2028]+\.pdf$/u },
    },
    {
      story: 'a name that is a tag',
      name: '<img src=x onerror=alert(1)>.pdf',
      bytes: pdf,
      fate: { name: /^[^<>]+\.pdf$/u },
    },
    { story: 'a name of nothing but the ending', name: '.pdf', bytes: pdf, fate: { name: 'file.pdf' } },
    { story: 'the name of a device', name: 'CON.pdf', bytes: pdf, fate: { name: 'file CON.pdf' } },
    {
      story: 'a name with letters that nobody sees',
      name: 'pl\u200Ban\u00AD.pdf',
      bytes: pdf,
      fate: { name: 'plan.pdf' },
    },
    { story: 'a name that holds a case reference', name: 'visit X123456.pdf', bytes: pdf, fate: ['name_personal'] },
  ]),
];
