import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const DEVICE = /^([\w-]{1,200})\.([\w-]{22})\.([\w-]{43})$/;

/** A browser that `personId` has signed in from before. */
export interface KnownDevice {
  readonly id: string;
  readonly personId: string;
}

export interface Devices {
  /** The cookie's value for a browser this person has just signed in from; the old one where it is hers already. */
  cookieFor(personId: string, old: string | null): string;
  /** Null for a cookie that is missing, malformed or not signed by this portal. Never throws. */
  read(cookie: string | null): KnownDevice | null;
  /** Marks a form as belonging to whoever this browser last knew, without saying who. */
  ownerMark(cookie: string | null): string;
  /** May this person have the form with that mark? True for a form from a browser that knew nobody. */
  mayHave(mark: string, personId: string): boolean;
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Device cookies and marks, signed with a secret that is kept outside the database. */
export function openDevices(secret: Buffer): Devices {
  const mac = (label: string, text: string) =>
    createHmac('sha256', secret).update(`${label}\0${text}`).digest('base64url');

  const read = (cookie: string | null): KnownDevice | null => {
    const [, person, id, given] = DEVICE.exec(cookie ?? '') ?? [];
    if (!person || !id || !given || !isSame(given, mac('device', `${person}.${id}`))) return null;
    return { id, personId: Buffer.from(person, 'base64url').toString() };
  };
  const cookieFor = (personId: string, old: string | null) => {
    if (old && read(old)?.personId === personId) return old;
    const body = `${Buffer.from(personId).toString('base64url')}.${randomBytes(16).toString('base64url')}`;
    return `${body}.${mac('device', body)}`;
  };
  const markOf = (personId: string | null) => mac('carried', personId ?? '');

  return {
    cookieFor,
    read,
    ownerMark: (cookie) => markOf(read(cookie)?.personId ?? null),
    mayHave: (mark, personId) => isSame(mark, markOf(personId)) || isSame(mark, markOf(null)),
  };
}
