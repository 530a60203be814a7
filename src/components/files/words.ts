import type { FileType, ScanState } from '#src/domain/files/words.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** What the virus scanner said of a file: word and shape. */
export const SCAN_TAGS: Readonly<Record<ScanState, { readonly kind: TagKind; readonly text: string }>> = {
  clean: { kind: 'done', text: 'Scanned, nothing found' },
  pending: { kind: 'due', text: 'Waiting for the virus scanner' },
  not_scanned: { kind: 'plain', text: 'Not scanned for viruses' },
  infected: { kind: 'not_met', text: 'Harmful, so it was deleted' },
};

/** What that means for whoever wants to hand the evidence in; nothing where it means nothing. */
export const SCAN_NEXT: Readonly<Partial<Record<ScanState, string>>> = {
  pending: 'Nobody can open it yet, and this evidence cannot be handed in before. It is asked again by itself.',
  infected: 'Remove it from the list before you hand this evidence in.',
};

/** What each type is called beside its size. */
export const TYPE_WORDS: Readonly<Record<FileType, string>> = {
  pdf: 'PDF',
  png: 'PNG picture',
  jpeg: 'JPEG picture',
  docx: 'Word document',
  m4a: 'Sound (M4A)',
  mp3: 'Sound (MP3)',
  mp4: 'Video (MP4)',
};

/** What happened to a file just now, from the address of the page. */
export const TOLD: Readonly<Record<string, string>> = {
  added: 'The file is here. Your assessor sees it once you hand this in.',
  removed: 'The file is no longer here. What you handed in before keeps it.',
  answered: 'Your reason is kept with the file.',
};
