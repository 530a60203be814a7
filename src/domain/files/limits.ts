const MEGABYTE = 1024 * 1024;

/**
 * What the portal takes. All of it is told beside the upload, before anybody chooses a file. Source: docs/decisions.md, "Files of
 * evidence"; what it means for the disk: docs/operations.md.
 */
export const FILE_LIMITS = {
  /** One file, in bytes. */
  bytes: 50 * MEGABYTE,
  /** Files on one piece of evidence. */
  perItem: 10,
  /** Bytes that one person may keep, over all her evidence. */
  perPersonBytes: 1024 * MEGABYTE,
  /** Files that one person may upload from midnight to midnight. */
  perDay: 40,
  /** Bytes that one person may upload from midnight to midnight. */
  perDayBytes: 500 * MEGABYTE,
  nameCharacters: 120,
} as const;

/** A size as people read it: "340 KB", "1.2 MB", "50 MB". */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} bytes`;
  if (bytes < MEGABYTE) return `${String(Math.round(bytes / 1024))} KB`;
  const megabytes = bytes / MEGABYTE;
  return `${megabytes < 10 ? String(Math.round(megabytes * 10) / 10) : String(Math.round(megabytes))} MB`;
}

/** What somebody has kept and uploaded already. */
export interface FileUse {
  readonly onItem: number;
  readonly keptBytes: number;
  readonly today: number;
  readonly todayBytes: number;
}

export type LimitReached = 'too_many_on_item' | 'too_many_today' | 'no_room';

/** Which limit one more file of this size would pass, or null. */
export function limitReached(use: FileUse, bytes: number): LimitReached | null {
  if (use.onItem >= FILE_LIMITS.perItem) return 'too_many_on_item';
  if (use.today >= FILE_LIMITS.perDay || use.todayBytes + bytes > FILE_LIMITS.perDayBytes) return 'too_many_today';
  return use.keptBytes + bytes > FILE_LIMITS.perPersonBytes ? 'no_room' : null;
}

/** The limits in words, for whoever is about to choose a file. */
export const LIMIT_WORDS: readonly string[] = [
  `PDF, Word (.docx), picture (PNG or JPEG), sound (M4A or MP3) or video (MP4), up to ${sizeWords(FILE_LIMITS.bytes)} each.`,
  `Up to ${String(FILE_LIMITS.perItem)} files here, ${String(FILE_LIMITS.perDay)} files and ${sizeWords(FILE_LIMITS.perDayBytes)} a day, and 1 GB in your whole portfolio.`,
];
