import { FILE_LIMITS } from './limits.ts';
import { TYPE_FACTS, typeOfName } from './types.ts';
import type { FileType } from './words.ts';

/** Characters that print nothing or turn the order of others round: a name could seem to end otherwise than it does. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Characters that file systems keep for themselves. */
const NOT_IN_NAMES = /[<>:"|?*]/gu;
/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/**
 * The name a file is kept under: without a path, without characters nobody sees, not longer than the limit, with the usual end of its
 * type. Null where it has none of the ends the portal takes.
 */
export function keptName(given: string): { name: string; type: FileType } | null {
  const base = given.normalize('NFC').replace(UNSEEN, '').split(/[/\\]/u).at(-1) ?? '';
  const type = typeOfName(base.trim());
  if (type === null) return null;
  const stem = base.trim().slice(0, base.trim().lastIndexOf('.'));
  const plain =
    stem
      .replace(NOT_IN_NAMES, ' ')
      .replaceAll(/\s+/gu, ' ')
      .replaceAll(/^[. ]+|[. ]+$/gu, '') || 'file';
  const safe = DEVICE.test(plain) ? `file ${plain}` : plain;
  const end = `.${TYPE_FACTS[type].extensions[0] ?? type}`;
  return { name: `${firstCharacters(safe, FILE_LIMITS.nameCharacters - end.length).trim()}${end}`, type };
}

/** Cut between whole characters, never inside one. */
const firstCharacters = (text: string, most: number) => [...text].slice(0, most).join('');

/** The header that has a browser save a file under this name, which may hold any letters. Source: RFC 6266, RFC 8187. */
export function attachmentHeader(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\w .()-]/gu, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
