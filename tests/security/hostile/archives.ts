import { document, docxWith } from './docxWith.ts';
import { corpusOf, DECLARED } from './hostileFile.ts';
import { type ZipEntry, zipOf } from './zip.ts';

const withEntry = (name: string, content: string | Buffer = 'x', more: Partial<ZipEntry> = {}) =>
  docxWith({ more: [{ name, content, ...more }] });
const ZEROS = Buffer.alloc(30 * 1024 * 1024);

/** Word documents that are wrong as archives: bombs, paths that lead elsewhere, parts that hide each other. */
export const HOSTILE_ARCHIVES = corpusOf({ name: 'account.docx', declared: DECLARED.docx }, [
  {
    story: 'a bomb: thirty megabytes of nothing, packed a thousand times',
    bytes: () => withEntry('word/media/image1.png', ZEROS),
    fate: ['unpacks_too_large'],
  },
  {
    story: 'a bomb that lies about its size',
    bytes: () => withEntry('word/media/image1.png', ZEROS, { toldSize: 100 }),
    fate: ['damaged', 'unpacks_too_large'],
  },
  {
    story: 'a bomb of three thousand parts',
    bytes: () =>
      docxWith({
        more: Array.from({ length: 3000 }, (_part, at) => ({ name: `word/p${String(at)}.xml`, content: '' })),
      }),
    fate: ['unpacks_too_large'],
  },
  {
    story: 'a bomb whose parts all point at the same bytes',
    bytes: () =>
      docxWith({
        more: Array.from({ length: 300 }, (_part, at) => ({
          name: `word/media/i${String(at)}.png`,
          content: Buffer.alloc(1024 * 1024, 'ab'),
          isStored: true,
          isSameAsBefore: at > 0,
        })),
      }),
    fate: ['unpacks_too_large'],
  },
  {
    story: 'an archive in an archive in an archive, and so on',
    bytes: () => {
      let inner: Buffer = Buffer.from('x');
      for (let depth = 0; depth < 50; depth += 1) inner = zipOf([{ name: 'more.zip', content: inner }]);
      return withEntry('word/media/image1.png', inner);
    },
    fate: ['embedded'],
  },
  {
    story: 'an archive with two lists of its parts',
    bytes: () => Buffer.concat([docxWith(), docxWith({ more: [{ name: 'word/vbaProject.bin', content: 'x' }] })]),
    fate: ['macros', 'damaged', 'not_what_it_says'],
  },
  {
    story: 'an archive that wants to write outside its folder',
    bytes: () => withEntry('../../../etc/cron.d/x.xml'),
    fate: ['damaged', 'not_what_it_says'],
  },
  {
    story: 'an archive with a path from the root',
    bytes: () => withEntry('/etc/passwd.xml'),
    fate: ['damaged', 'not_what_it_says'],
  },
  {
    story: 'an archive with a path of Windows',
    bytes: () => withEntry('..\\..\\run.xml'),
    fate: ['damaged', 'not_what_it_says'],
  },
  {
    story: 'an archive with a drive in a path',
    bytes: () => withEntry('C:/run.xml'),
    fate: ['damaged', 'not_what_it_says'],
  },
  {
    story: 'an archive with two parts of one name',
    bytes: () => withEntry('word/document.xml', document('')),
    fate: ['not_what_it_says'],
  },
  {
    story: 'an archive with two parts that differ in capitals only',
    bytes: () => withEntry('Word/Document.xml', document('')),
    fate: ['not_what_it_says'],
  },
  {
    story: 'an archive with a part behind a password',
    bytes: () => withEntry('word/more.xml', 'x', { isEncrypted: true }),
    fate: ['protected'],
  },
]);
