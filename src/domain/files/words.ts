/** Types a file of evidence may have. The name of each is what the table keeps. */
export const FILE_TYPES = ['pdf', 'png', 'jpeg', 'docx', 'm4a', 'mp3', 'mp4'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** What the virus scanner said. `pending`: it could not be asked yet. `not_scanned`: this portal has no scanner, and says so. */
export const SCAN_STATES = ['pending', 'clean', 'infected', 'not_scanned'] as const;
export type ScanState = (typeof SCAN_STATES)[number];
