import type { PeerFormat } from './words.ts';

/** What a session is about, as it is kept. */
export interface PeerSessionPlan {
  readonly format: PeerFormat | null;
  readonly title: string;
  readonly aim: string;
  readonly contentNote: string | null;
  readonly guest: string;
}

/** What a leader typed about the content of a session. Ticked: there is nothing that may be hard to hear. */
export interface NoteTyped {
  readonly contentNote: string;
  readonly nothingHard: boolean;
}

/** The content note as it is kept: null where nothing was said yet, empty where there is nothing hard in it. */
export function noteKept({ contentNote, nothingHard }: NoteTyped): string | null {
  const words = contentNote.trim();
  if (words !== '') return words;
  return nothingHard ? '' : null;
}

/** What is wrong with a note, as a sentence, or null. */
export function noteProblem({ contentNote, nothingHard }: NoteTyped): string | null {
  return nothingHard && contentNote.trim() !== ''
    ? 'Either write a note, or tick that there is nothing hard in it'
    : null;
}

/** Whether a plan that was sent says what is kept already: then saving it changes nothing. */
export function isSamePlan(one: PeerSessionPlan, other: PeerSessionPlan): boolean {
  return (
    one.format === other.format &&
    one.title === other.title &&
    one.aim === other.aim &&
    one.contentNote === other.contentNote &&
    one.guest === other.guest
  );
}

/**
 * What is wrong with the address of something to read, as a sentence, or null: a page on the web that anybody can open, never one with a
 * name and password in it or on the machine of whoever reads.
 */
export function addressProblem(address: string): string | null {
  const url = URL.parse(address);
  if (url === null) return 'Give a whole address that begins with https://';
  if (url.protocol !== 'https:') return 'Give an address that begins with https://';
  if (url.username !== '' || url.password !== '') return 'Take the name and the password out of the address';
  return /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(url.hostname)
    ? null
    : 'Give the address of a public page, for example https://www.gov.uk/…';
}
