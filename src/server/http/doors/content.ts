import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { decodedText } from './address.ts';
import type { TurnedAway } from './door.ts';

type BodyCheck = (body: Buffer, contentType: string) => boolean | Promise<boolean>;

const EMPTY_FORM = 'application/x-www-form-urlencoded';
const JSON_KIND = 'application/json';
const OF_PAGES = new Map<string, BodyCheck>([
  [EMPTY_FORM, isCleanForm],
  ['multipart/form-data', isCleanMultipart],
]);
/** Islands call actions with JSON, too. */
const OF_ACTIONS = new Map<string, BodyCheck>([...OF_PAGES, [JSON_KIND, isCleanJson]]);

/**
 * A whole body can be read as what it says it is and holds no NUL character. Otherwise 400; 415 for a kind that the address does not
 * take. Nothing at all is an empty form, or an action without input.
 */
export async function contentDoor({ url, headers }: IncomingMessage, body: Buffer): Promise<TurnedAway | null> {
  const checks = url?.startsWith('/_actions/') ? OF_ACTIONS : OF_PAGES;
  const contentType = headers['content-type'] ?? '';
  const kind = kindOf(contentType);
  describeBody(headers, body.length, kind === JSON_KIND && checks.has(kind) ? kind : EMPTY_FORM);
  if (body.length === 0) return null;
  const check = checks.get(kind);
  if (!check) return { status: 415 };
  return (await check(body, contentType)) ? null : { status: 400 };
}

function kindOf(contentType: string): string {
  return contentType.replace(/;.*$/su, '').trim().toLowerCase();
}

/** What comes in pieces is handed on in one. */
function describeBody(headers: IncomingHttpHeaders, bytes: number, kindOfNothing: string): void {
  delete headers['transfer-encoding'];
  headers['content-length'] = String(bytes);
  if (bytes === 0) headers['content-type'] = kindOfNothing;
}

function isCleanForm(body: Buffer): boolean {
  const text = utf8(body);
  const decoded = text === null ? null : decodedText(text);
  return decoded !== null && !decoded.includes('\0');
}

/** Actions and islands send an object; anything else is not from a page of the portal. */
function isCleanJson(body: Buffer): boolean {
  let hasNul = false;
  const look = (name: string, value: unknown) => {
    hasNul ||= name.includes('\0') || (typeof value === 'string' && value.includes('\0'));
    return value;
  };
  try {
    const value: unknown = JSON.parse(utf8(body) ?? '', body.includes('\\u0000') ? look : undefined);
    return !hasNul && typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** Null where the bytes are not UTF-8. */
function utf8(body: Buffer): string | null {
  return isUtf8(body) ? body.toString('utf8') : null;
}

/** Parsed once here and once more by the action; forms of this kind are few and small. Files may hold any byte, text may not. */
async function isCleanMultipart(body: Buffer, contentType: string): Promise<boolean> {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
    return [...form].every(
      ([name, value]) => !name.includes('\0') && !(typeof value === 'string' && value.includes('\0')),
    );
  } catch {
    return false;
  }
}
