import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkAnchors } from './anchorChecks.ts';
import { readAnchors, type AnchorFolder } from './anchors.ts';
import { emptyChain, readChain, type Chain } from './chain.ts';
import { readAssessments } from './assessments.ts';
import { checkHeld } from './held.ts';
import { checkPortfolioRows } from './portfolioRows.ts';
import { checkPortfolio, portfolioFacts } from './portfolioSigned.ts';
import { readQualifications, type Qualifications } from './qualifications.ts';
import { readSubmissions } from './records.ts';
import { readRemovals, type Removals } from './removals.ts';
import type { Report } from './report.ts';
import { readReviews } from './reviews.ts';
import { checkSignedReviews, SIGNATURES } from './signatures.ts';
import { checkSigned, SIGN_OFFS } from './signOffs.ts';
import { databaseName, openSource, Usage, type Source } from './source.ts';
import { checkStructure, hasTable } from './structure.ts';
import { readRejected } from './verifications.ts';
import { checkWitnessAnswers } from './witnessAnswers.ts';
import { checkWordReasons, readWordReasons, unhashedReasons } from './wordReasons.ts';

export interface VerifyOptions {
  readonly databaseUrl: string;
  readonly authToken?: string | undefined;
  /** A folder, or one that was read before (see `readAnchors`). */
  readonly anchors: string | AnchorFolder;
  readonly publicKeyFile: string;
  /** Where the portal keeps this database, if it is a copy that lies elsewhere. */
  readonly madeFor?: string | undefined;
  /** A folder with the criteria set that came with the portal; default: the one beside this command. Null: none. */
  readonly qualificationDir?: string | null;
}

const QUALIFICATION_DIR = fileURLToPath(new URL('../../src/content/qualification', import.meta.url));

/**
 * Checks the sign-off ledger without a line of the code that writes it: chain, signatures, anchors, and that the rows still are what was signed.
 * Only reads. Throws Usage where something that was named is not there. Source: docs/ledger.md.
 */
export async function verifyLedger(options: VerifyOptions): Promise<Report> {
  const key = readKey(options.publicKeyFile);
  const folder = typeof options.anchors === 'string' ? readAnchors(options.anchors) : options.anchors;
  const database = databaseName(options.madeFor ?? options.databaseUrl);
  return reportOf(await readAll(options, key), { folder, database, key });
}

/** The same over a database that is open already. */
export async function verifySource(
  source: Source,
  { key, folder, database, qualificationDir = QUALIFICATION_DIR }: SourceOptions,
): Promise<Report> {
  const findings: string[] = [];
  const read = await readFrom(source, { key, qualificationDir, findings });
  return reportOf({ ...read, findings }, { folder, database, key });
}

export interface SourceOptions {
  readonly key: Key;
  readonly folder: AnchorFolder;
  /** The short name of the database, as anchors give it. */
  readonly database: string;
  readonly qualificationDir?: string | null;
}

interface ReadLedger {
  readonly chain: Chain;
  readonly notes: readonly string[];
  readonly findings: readonly string[];
}

function reportOf(
  { chain, notes, findings }: ReadLedger,
  { folder, database, key }: Pick<SourceOptions, 'folder' | 'database' | 'key'>,
): Report {
  const anchored = checkAnchors({ folder, database, ...key, hashes: chain.hashes });
  return {
    findings: [...anchored.findings, ...findings],
    notes: [...anchored.notes, ...notes],
    entries: chain.hashes.length,
    anchors: anchored.counted.length,
    anchoredAt: anchored.counted.at(-1)?.at ?? null,
  };
}

/** A file too damaged to read is a finding, not a crash. */
async function readAll(options: VerifyOptions, key: Key): Promise<ReadLedger> {
  const findings: string[] = [];
  const { qualificationDir = QUALIFICATION_DIR } = options;
  try {
    const source = await openSource(options.databaseUrl, options.authToken);
    const read = await readFrom(source, { key, qualificationDir, findings }).finally(() => source.close());
    return { ...read, findings };
  } catch (error) {
    if (error instanceof Usage) throw error;
    findings.push(
      `The database could not be read to its end: ${error instanceof Error ? error.message : String(error)}.`,
    );
    return { chain: emptyChain(), notes: [], findings };
  }
}

interface Reading {
  readonly key: Key;
  readonly qualificationDir: string | null;
  readonly findings: string[];
}

async function readFrom(
  source: Source,
  { key, qualificationDir, findings }: Reading,
): Promise<Omit<ReadLedger, 'findings'>> {
  await checkStructure(source, findings);
  const chain = await readChain(source, key, findings);
  const hasPortfolio = await hasTable(source, 'portfolio_sign_offs');
  const recent = hasPortfolio ? source : null;
  const era = { hasPortfolio, removals: await readRemovals(recent) };
  const checking = { removals: era.removals, findings };
  const submissions = await readSubmissions(source, era, findings);
  const reasons = await readWordReasons((await hasTable(source, 'word_justifications')) ? source : null);
  const assessments = await readAssessments(source, { ...era, reasons }, findings);
  checkSigned(chain.signOffs, { submissions, assessments }, findings);
  await checkHeld(source, { held: SIGN_OFFS, entries: chain.signOffs }, checking);
  await checkReviews(source, chain, checking);
  const qualifications = await readQualifications(recent, qualificationDir, findings);
  const rejected = await readRejected(recent);
  checkPortfolio(
    portfolioFacts({
      entries: chain.portfolio,
      signOffs: chain.signOffs,
      submissions,
      assessments,
      qualifications,
      rejected,
    }),
    findings,
  );
  await checkPortfolioRows(recent, chain.portfolio, checking);
  const witnessed = await checkWitnessAnswers(recent, { ...checking, reasons });
  const known = { reasons, submissions, assessments, witnessed: witnessed.all, entries: chain.portfolio };
  checkWordReasons(known, checking);
  return { chain, notes: [...unknownVersions(chain, qualifications), ...unhashedReasons(known, witnessed.first)] };
}

/** Supervision reviews and the signatures under them, where the database knows any. */
async function checkReviews(
  source: Source,
  { signatures }: Chain,
  checking: { readonly removals: Removals; readonly findings: string[] },
): Promise<void> {
  const known = (await hasTable(source, 'supervision_reviews')) ? source : null;
  const reviews = known ? await readReviews(known, checking.removals) : new Map();
  checkSignedReviews(signatures, reviews, checking.findings);
  await checkHeld(known, { held: SIGNATURES, entries: signatures }, checking);
}

/** Criteria sets that were signed under and are nowhere here: wording and count under them cannot be checked. */
function unknownVersions({ portfolio }: Chain, { versions }: Qualifications): string[] {
  const signed = [...portfolio.values()].flatMap((entry) =>
    entry.type === 'portfolio_sign_off' ? entry.qualificationVersion : [],
  );
  return [...new Set(signed)]
    .filter((version) => !versions.has(version))
    .map(
      (version) =>
        `The criteria set ${version} is not known here, so the wording under its signatures was not checked.`,
    );
}

export interface Key {
  readonly publicKey: KeyObject;
  readonly keyId: string;
}

/** The public key of a ledger. Throws Usage where the file holds none. */
export function readKey(path: string): Key {
  if (!existsSync(path)) throw new Usage(`There is no public key ${path}.`);
  const publicKey = publicKeyIn(readFileSync(path));
  if (publicKey?.asymmetricKeyType !== 'ed25519')
    throw new Usage(`${path} does not hold an Ed25519 public key in PEM form.`);
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return { publicKey, keyId: createHash('sha256').update(der).digest('hex').slice(0, 16) };
}

function publicKeyIn(pem: Buffer): KeyObject | null {
  try {
    return createPublicKey(pem);
  } catch {
    return null;
  }
}
