import { Readable } from 'node:stream';
import type { PortfolioRows } from '#db/queries/exportedPortfolio.ts';
import type { Database } from '#db/client.ts';
import type { ExportedFile } from './fileParts.ts';
import { FORMAT_TEXT } from './formatText.ts';
import { indexPage } from './indexPage.ts';
import type { PortfolioFile } from './portfolioFile.ts';
import { type ProofPlaces, proofParts } from './proof.ts';
import { proofTexts } from './proofTexts.ts';
import type { ZipPart } from './zip.ts';

/** Opens the content of a file of evidence by its hash. Rejects where it is not there. */
export type OpenContent = (sha256: string) => Promise<{ open: () => Readable }>;

export interface PortfolioParts {
  readonly database: Database;
  readonly places: ProofPlaces;
  readonly openContent: OpenContent;
  readonly rows: PortfolioRows;
  readonly file: PortfolioFile;
}

/** How many parts there will be: what the progress bar counts. The proof is small and counts as one. */
export const stepsOf = ({ files }: PortfolioFile): number => files.filter(({ path }) => path !== null).length + 3;

function contentPart({ path, sha256 }: ExportedFile & { path: string }, openContent: OpenContent): ZipPart {
  return { path, isPacked: true, content: async () => (await openContent(sha256)).open() };
}

const withPath = (file: ExportedFile): file is ExportedFile & { path: string } => file.path !== null;

/** Everything of an export, in the order of the zip: what is read first comes first. */
export async function* portfolioParts({
  database,
  places,
  openContent,
  rows,
  file,
}: PortfolioParts): AsyncGenerator<ZipPart> {
  yield { path: 'index.html', content: () => Readable.from(indexPage(file)) };
  yield { path: 'portfolio.json', content: JSON.stringify(file, null, 2) };
  yield { path: 'FORMAT.txt', content: FORMAT_TEXT };
  for (const one of file.files.filter(withPath)) yield contentPart(one, openContent);
  yield* proofTexts(rows);
  yield* proofParts(database, places, rows.entries);
}
