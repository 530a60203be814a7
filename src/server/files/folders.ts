import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** Where the files of evidence lie. `quarantine`: nothing in it is anybody's yet. `store`: by hash, in 256 folders. */
export interface Folders {
  readonly dir: string;
  readonly quarantine: string;
  readonly store: string;
}

const PRIVATE_FOLDER = 0o700;
export const PRIVATE_FILE = 0o600;
const HASH = /^[0-9a-f]{64}$/u;

/** Makes the folders where they are missing. */
async function makeFolders(place: string): Promise<Folders> {
  const dir = resolve(place);
  const folders = { dir, quarantine: join(dir, 'quarantine'), store: join(dir, 'store') };
  for (const path of [dir, folders.quarantine, folders.store])
    await mkdir(path, { recursive: true, mode: PRIVATE_FOLDER });
  return folders;
}

/** Puts a content that the portal itself made into the store, beside a portal that may be running. Gives back its SHA-256. */
export async function keepOwnContent(place: string, bytes: Buffer): Promise<string> {
  const folders = await makeFolders(place);
  const path = quarantinePath(folders);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeFile(path, bytes, { flag: 'wx', mode: PRIVATE_FILE, flush: true });
  await moveToStore(folders, path, sha256);
  return sha256;
}

/** Makes the folders where they are missing and empties the quarantine: whatever a crash left there was never written down. */
export async function openFolders(place: string): Promise<Folders> {
  const folders = await makeFolders(place);
  for (const left of await readdir(folders.quarantine))
    await rm(join(folders.quarantine, left), { recursive: true, force: true });
  return folders;
}

/** A new place in the quarantine under a name nobody can guess. */
export const quarantinePath = ({ quarantine }: Folders): string => join(quarantine, randomBytes(16).toString('hex'));

/** Where a content lies. Throws for what is no hash: no other text may ever become a path. */
export function storedPath({ store }: Folders, sha256: string): string {
  if (!HASH.test(sha256)) throw new TypeError('A stored file is named by its SHA-256 in lower-case hex.');
  return join(store, sha256.slice(0, 2), sha256);
}

/** Moves a checked file to its place by hash and flushes the folder. The same content twice is one file. */
export async function moveToStore(folders: Folders, from: string, sha256: string): Promise<void> {
  const to = storedPath(folders, sha256);
  await mkdir(dirname(to), { recursive: true, mode: PRIVATE_FOLDER });
  await rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
    // The two folders may be on different disks.
    if (error.code !== 'EXDEV') throw error;
    await copyFile(from, `${to}.part`);
    await flush(`${to}.part`);
    await rename(`${to}.part`, to);
    await rm(from, { force: true });
  });
  await flush(dirname(to));
  await flush(folders.store);
}

/** Has what was written reach the disk. Windows cannot open a folder for that, and does not need it. */
export async function flush(path: string): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  if (isFolder && process.platform === 'win32') return;
  const file = await open(path, isFolder ? 'r' : 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A content to read, with its length. Throws ENOENT where it is not there. */
export async function openStored(folders: Folders, sha256: string): Promise<{ bytes: number; open: () => ReadStream }> {
  const path = storedPath(folders, sha256);
  const { size } = await stat(path);
  return { bytes: size, open: () => createReadStream(path) };
}

/** Every content in the store with the instant it came, folder by folder. */
export async function* eachStored({ store }: Folders): AsyncGenerator<{ sha256: string; cameAt: Date }[]> {
  for (const folder of (await readdir(store)).sort()) {
    const names = (await readdir(join(store, folder))).filter((name) => HASH.test(name));
    yield await Promise.all(
      names.map(async (sha256) => ({ sha256, cameAt: (await stat(join(store, folder, sha256))).mtime })),
    );
  }
}
