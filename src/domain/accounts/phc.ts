/** Work that a hash takes: memory in KiB, passes over it, lanes. */
export interface HashWork {
  readonly memoryKib: number;
  readonly passes: number;
  readonly lanes: number;
}

/** A stored argon2id hash. `keyId` names the pepper it was made with; null = none. `salt` and `tag` are base64 without padding. */
export interface StoredHash extends HashWork {
  readonly keyId: string | null;
  readonly salt: string;
  readonly tag: string;
}

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})(?:,keyid=([\w+/-]{1,32}))?\$([\w+/]{11,64})\$([\w+/]{16,128})$/;

/** Writes a hash in the PHC string format. */
export function phcText({ memoryKib, passes, lanes, keyId, salt, tag }: StoredHash): string {
  const key = keyId === null ? '' : `,keyid=${keyId}`;
  return `$argon2id$v=19$m=${memoryKib},t=${passes},p=${lanes}${key}$${salt}$${tag}`;
}

/** Reads a PHC string; null for anything that is not an argon2id hash of ours. */
export function parsePhc(text: string): StoredHash | null {
  const found = PHC.exec(text);
  if (!found) return null;
  const [, memory, passes, lanes, keyId, salt = '', tag = ''] = found;
  return { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes), keyId: keyId ?? null, salt, tag };
}

/** Was this hash made with less work, or with another pepper, than a new one would be? */
export function isOutdated(stored: StoredHash, work: HashWork, keyId: string | null): boolean {
  return stored.memoryKib < work.memoryKib || stored.passes < work.passes || stored.keyId !== keyId;
}
