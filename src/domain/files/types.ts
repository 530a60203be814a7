import { FILE_TYPES, type FileType } from './words.ts';

interface TypeFacts {
  /** What the end of the name may be; the first is what the portal writes. */
  readonly extensions: readonly string[];
  /** What it is served as, always: never what a browser said. */
  readonly served: string;
  /** What a browser may call it. */
  readonly declared: readonly string[];
  /** What its first bytes may say it is, in the words of `file-type`. */
  readonly seenAs: readonly string[];
  readonly words: string;
}

/** The allow-list. Everything else is refused, SVG and HTML first of all. Source: docs/decisions.md, "Files of evidence". */
export const TYPE_FACTS: Readonly<Record<FileType, TypeFacts>> = {
  pdf: {
    extensions: ['pdf'],
    served: 'application/pdf',
    declared: ['application/pdf', 'application/x-pdf'],
    seenAs: ['pdf'],
    words: 'PDF',
  },
  png: { extensions: ['png'], served: 'image/png', declared: ['image/png'], seenAs: ['png'], words: 'Picture' },
  jpeg: {
    extensions: ['jpg', 'jpeg'],
    served: 'image/jpeg',
    declared: ['image/jpeg', 'image/jpg', 'image/pjpeg'],
    seenAs: ['jpg'],
    words: 'Picture',
  },
  docx: {
    extensions: ['docx'],
    served: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    declared: ['application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    seenAs: ['docx'],
    words: 'Word document',
  },
  m4a: {
    extensions: ['m4a'],
    served: 'audio/mp4',
    declared: ['audio/mp4', 'audio/x-m4a', 'audio/m4a', 'audio/mp4a-latm', 'audio/aac'],
    seenAs: ['m4a', 'mp4', 'm4b'],
    words: 'Sound recording',
  },
  mp3: {
    extensions: ['mp3'],
    served: 'audio/mpeg',
    declared: ['audio/mpeg', 'audio/mp3', 'audio/x-mp3', 'audio/mpeg3'],
    seenAs: ['mp3'],
    words: 'Sound recording',
  },
  mp4: {
    extensions: ['mp4'],
    served: 'video/mp4',
    declared: ['video/mp4', 'application/mp4'],
    seenAs: ['mp4', 'm4v'],
    words: 'Video',
  },
};

/** What browsers say of a file whose type their system does not know: no claim, so nothing that could disagree. */
const SAYS_NOTHING = ['', 'application/octet-stream'];

/** The type that the end of a name stands for, or null where it is none the portal takes. */
export function typeOfName(name: string): FileType | null {
  const extension = name.toLowerCase().slice(name.lastIndexOf('.') + 1);
  if (!name.includes('.')) return null;
  return FILE_TYPES.find((type) => TYPE_FACTS[type].extensions.includes(extension)) ?? null;
}

/** Whether what the browser called the file fits its name. */
export function agreesWithDeclared(type: FileType, declared: string): boolean {
  const plain = declared.replace(/;.*$/su, '').trim().toLowerCase();
  return SAYS_NOTHING.includes(plain) || TYPE_FACTS[type].declared.includes(plain);
}

/** For the `accept` of a file field: the ends of names, then the types. */
export const ACCEPTED = FILE_TYPES.flatMap((type) => TYPE_FACTS[type].extensions.map((end) => `.${end}`)).join(',');
