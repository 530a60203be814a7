import { type ZipEntry, zipOf } from './zip.ts';

export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
export const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const PACKAGE_RELS = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const contentTypes = (main: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
export const ROOT_RELS = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE_RELS}"><Relationship Id="r1" Type="${RELS}/officeDocument" Target="word/document.xml"/></Relationships>`;
export const document = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
export const PARAGRAPH = '<w:p><w:r><w:t>What I did on Tuesday.</w:t></w:r></w:p>';

interface Changes {
  readonly types?: string;
  readonly document?: string | Buffer;
  /** Beside the three parts that every document has. */
  readonly more?: readonly ZipEntry[];
}

/** The smallest Word document there is, and what is wrong with it. */
export function docxWith({
  types = contentTypes(MAIN),
  document: body = document(PARAGRAPH),
  more = [],
}: Changes = {}): Buffer {
  return zipOf([
    { name: '[Content_Types].xml', content: types },
    { name: '_rels/.rels', content: ROOT_RELS },
    { name: 'word/document.xml', content: body },
    ...more,
  ]);
}
