import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '#db/client.ts';
import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import { listChainLinks } from '#db/queries/exports.ts';
import { entryText } from '#src/domain/ledger/entryText.ts';
import { VERIFY_TEXT } from './verifyText.ts';
import type { ZipPart } from './zip.ts';

/** Where the proof is taken from. */
export interface ProofPlaces {
  readonly anchorsDir: string;
  /** The short name of the database in the names of its anchors. */
  readonly databaseRef: string;
  readonly publicKeyFile: string;
}

const LINKS_AT_ONCE = 2000;
const ANCHOR = /^(\d{9,})-[0-9a-f]{16}-([0-9a-f]{16})\.anchor$/;

type Entry = PortfolioRows['entries'][number];

const numbered = ({ seq }: Pick<Entry, 'seq'>) => `ledger/entries/${String(seq).padStart(9, '0')}`;

/** The text of the newest anchor of this database; null where none was written yet. */
async function newestAnchorText({ anchorsDir, databaseRef }: ProofPlaces): Promise<string | null> {
  const names = (await readdir(anchorsDir)).filter((name) => ANCHOR.exec(name)?.[2] === databaseRef);
  const newest = names.sort((a, b) => Number(ANCHOR.exec(b)?.[1]) - Number(ANCHOR.exec(a)?.[1]))[0];
  return newest === undefined ? null : readFile(join(anchorsDir, newest), 'utf8');
}

/** The chain from the first of her entries on, a line each: position, hash, signature. */
async function* chainLines(database: Database, first: number): AsyncGenerator<string> {
  yield 'seq,hash,signature\n';
  for (let after = first - 1; ;) {
    const links = await database.read((db) => listChainLinks(db, after, LINKS_AT_ONCE));
    if (links.length === 0) return;
    yield links.map(({ seq, hash, signature }) => `${String(seq)},${hash},${signature}\n`).join('');
    after = links.at(-1)?.seq ?? after;
    await nextTurn();
  }
}

/** An entry as plain tools take it: the very text that is hashed, the 32 bytes of the hash, the 64 of the signature. */
function entryParts(entry: Entry): ZipPart[] {
  return [
    { path: `${numbered(entry)}.text`, content: entryText(entry.prevHash, entry.body) },
    { path: `${numbered(entry)}.hash`, content: Buffer.from(entry.hash, 'hex') },
    { path: `${numbered(entry)}.sig`, content: Buffer.from(entry.signature, 'base64') },
  ];
}

const asJson = (entries: readonly Entry[]) =>
  JSON.stringify(
    entries.map(({ seq, prevHash, hash, body, keyId, signature }) => ({ seq, prevHash, hash, body, keyId, signature })),
    null,
    2,
  );

/** What lets anybody check the signatures without the portal. Nothing of it says who anybody else is. */
export async function* proofParts(
  database: Database,
  places: ProofPlaces,
  entries: readonly Entry[],
): AsyncGenerator<ZipPart> {
  yield { path: 'ledger/VERIFY.txt', content: VERIFY_TEXT };
  yield { path: 'ledger/entries.json', content: asJson(entries) };
  for (const entry of entries) yield* entryParts(entry);
  const first = entries[0];
  // One before the first, so that the hash before hers is there to compare.
  if (first)
    yield {
      path: 'ledger/chain.csv',
      content: () => Readable.from(chainLines(database, Math.max(1, first.seq - 1))),
    };
  const anchor = await newestAnchorText(places);
  if (anchor !== null) yield { path: 'ledger/anchor.txt', content: anchor };
  yield { path: 'ledger/public-key.pem', content: await readFile(places.publicKeyFile, 'utf8') };
}
