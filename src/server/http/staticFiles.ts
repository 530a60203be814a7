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

/** The compressed forms of a file that the build leaves beside it, `page.B2x.css.br`, and how each of them ends. */
export const ENCODED_ENDINGS: ReadonlyMap<Encoding, string> = new Map([
  ['br', '.br'],
  ['gzip', '.gz'],
]);

/**
 * Reads the built files once at start, with the compressed forms that the build put beside them (`../build/compressFiles.ts`); one that
 * is not there is made now. They are few and small, so no request touches the disk, and a build that replaces them under a running portal
 * breaks nothing. A missing folder means no files. Hidden files are left out.
 */
export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const visible = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  const paths = new Set(visible.map(({ parentPath, name }) => path.join(parentPath, name)));
  const files = [...paths].filter((file) => !isFormOfAnother(file, paths));
  const loaded = files.map(async (file): Promise<[string, StaticFile]> => {
    const address = `/${path.relative(folder, file).split(path.sep).join('/')}`;
    return [address, await makeStaticFile({ address, file, paths })];
  });
  return new Map(await Promise.all(loaded));
}

const isFormOfAnother = (file: string, paths: ReadonlySet<string>) =>
  [...ENCODED_ENDINGS.values()].some((ending) => file.endsWith(ending) && paths.has(file.slice(0, -ending.length)));

const typeOf = (address: string) => TYPES[path.extname(address).toLowerCase()] ?? 'application/octet-stream';

/** Whether a file with this name and content is answered compressed to whoever takes that. */
export const isStaticFileCompressed = (name: string, content: Buffer) =>
  isWorthCompressing(typeOf(name), content.length);

interface FileOnDisk {
  readonly address: string;
  readonly file: string;
  /** All there are, the compressed forms among them. */
  readonly paths: ReadonlySet<string>;
}

async function makeStaticFile({ address, file, paths }: FileOnDisk): Promise<StaticFile> {
  const content = await readFile(file);
  const bodies = new Map<Encoding | 'identity', Buffer>([['identity', content]]);
  if (isStaticFileCompressed(address, content)) {
    for (const [encoding, ending] of ENCODED_ENDINGS) {
      const isMade = paths.has(file + ending);
      bodies.set(encoding, isMade ? await readFile(file + ending) : await compressWell(content, encoding));
    }
  }
  const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
  const cacheControl = address.startsWith('/_astro/') ? FOR_GOOD : ASK_EACH_TIME;
  return { type: typeOf(address), etag, cacheControl, bodies };
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
