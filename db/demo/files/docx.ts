import { crc32 } from 'node:zlib';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const OFFICE = 'http://schemas.openxmlformats.org';
const TYPES = `${HEAD}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const RELATIONS = `${HEAD}<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
/** 1 January 2026, as archives write days. */
const DAY = ((2026 - 1980) << 9) | (1 << 5) | 1;

const plain = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function paragraph(words: string, isHeading = false): string {
  const look = isHeading ? '<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>' : '';
  return `<w:p><w:r>${look}<w:t xml:space="preserve">${plain(words)}</w:t></w:r></w:p>`;
}

/** A Word document with a heading and paragraphs, byte by byte: the same words are the same file. */
export function docxOf(heading: string, paragraphs: readonly string[]): Buffer {
  const body = [paragraph(heading, true), ...paragraphs.map((words) => paragraph(words))].join('');
  const document = `${HEAD}<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return archiveOf([
    ['[Content_Types].xml', TYPES],
    ['_rels/.rels', RELATIONS],
    ['word/document.xml', document],
  ]);
}

/** Parts stored as they are, one after the other, and the list of them. Source: PKWARE APPNOTE, 4.3. */
function archiveOf(parts: readonly (readonly [name: string, content: string])[]): Buffer {
  const stored: Buffer[] = [];
  const listed: Buffer[] = [];
  for (const [name, content] of parts) {
    const offset = Buffer.concat(stored).length;
    const [title, bytes] = [Buffer.from(name), Buffer.from(content)];
    const facts = factsOf(title, bytes);
    stored.push(Buffer.concat([signed(0x04034b50), facts, title, bytes]));
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    listed.push(Buffer.concat([signed(0x02014b50), Buffer.from([20, 0]), facts, place, title]));
  }
  const [contents, list] = [Buffer.concat(stored), Buffer.concat(listed)];
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(contents.length, 12);
  return Buffer.concat([contents, list, signed(0x06054b50), end]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

/** What both the part and the list say: version, flags, no packing, when, check, sizes, length of the name. */
function factsOf(title: Buffer, bytes: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(DAY, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(bytes.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(title.length, 22);
  return facts;
}
