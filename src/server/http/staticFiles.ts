import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import path from 'node:path';
import type { Answer } from './answer.ts';
import { chooseEncoding, compressWell, type Encoding, isWorthCompressing } from './compression.ts';

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly cacheControl: string;
  readonly bodies: ReadonlyMap<Encoding | 'identity', Buffer>;
}

/** Path in the address, such as `/_astro/page.B2x.css`, to the file. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'text/xml',
};

const FOR_GOOD = 'public, max-age=31536000, immutable';
const ASK_EACH_TIME = 'public, no-cache';

/**
 * Reads the built files once at start, compressed as small as they get. They are few and small, so no request touches the disk, and a
 * build that replaces them under a running portal breaks nothing. A missing folder means no files. Hidden files are left out.
 */
export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = names.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const loaded = files.map(async (entry): Promise<[string, StaticFile]> => {
    const onDisk = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, onDisk).split(path.sep).join('/')}`;
    return [address, await makeStaticFile(address, await readFile(onDisk))];
  });
  return new Map(await Promise.all(loaded));
}

async function makeStaticFile(address: string, content: Buffer): Promise<StaticFile> {
  const type = TYPES[path.extname(address).toLowerCase()] ?? 'application/octet-stream';
  const bodies = new Map<Encoding | 'identity', Buffer>([['identity', content]]);
  if (isWorthCompressing(type, content.length)) {
    bodies.set('br', await compressWell(content, 'br')).set('gzip', await compressWell(content, 'gzip'));
  }
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  return { type, etag, cacheControl: address.startsWith('/_astro/') ? FOR_GOOD : ASK_EACH_TIME, bodies };
}

/** Answers with the file at this path, or says false where there is none. */
export function answerStaticFile(files: StaticFiles, req: IncomingMessage, answer: Answer): boolean {
  const file = req.method === 'POST' ? undefined : files.get((req.url ?? '').split('?', 1)[0] ?? '');
  if (!file) return false;
  answer.keep = true;
  const isHeld = req.headers['if-none-match']?.includes(file.etag) === true;
  if (isHeld) answer.writeHead(304, headersOf(file)).end();
  else giveFile(file, req, answer);
  return true;
}

function giveFile(file: StaticFile, req: IncomingMessage, answer: Answer): void {
  const encoding = file.bodies.size > 1 ? chooseEncoding(req.headers['accept-encoding']) : null;
  const encoded = encoding ? { 'content-encoding': encoding } : {};
  answer.writeHead(200, { ...headersOf(file), 'content-type': file.type, ...encoded });
  answer.end(file.bodies.get(encoding ?? 'identity'));
}

function headersOf({ etag, cacheControl, bodies }: StaticFile): Record<string, string> {
  return { etag, 'cache-control': cacheControl, ...(bodies.size > 1 ? { vary: 'Accept-Encoding' } : {}) };
}
