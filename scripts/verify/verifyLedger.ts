import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { checkAnchors } from './anchorChecks.ts';
import { readAnchors, type AnchorFolder } from './anchors.ts';
import { emptyChain, readChain, type Chain } from './chain.ts';
import { readAssessments, readSubmissions } from './records.ts';
import type { Report } from './report.ts';
import { readReviews } from './reviews.ts';
import { checkSignatureRows, checkSignedReviews } from './signatures.ts';
import { checkSigned, checkSignOffRows } from './signOffs.ts';
import { databaseName, openSource, Usage, type Source } from './source.ts';
import { checkStructure, hasTable } from './structure.ts';

export interface VerifyOptions {
  readonly databaseUrl: string;
  readonly authToken?: string | undefined;
  /** A folder, or one that was read before (see `readAnchors`). */
  readonly anchors: string | AnchorFolder;
  readonly publicKeyFile: string;
  /** Where the portal keeps this database, if it is a copy that lies elsewhere. */
  readonly madeFor?: string | undefined;
}

/**
 * Checks the sign-off ledger without a line of the code that writes it: chain, signatures, anchors, and that the rows still are what was signed.
 * Only reads. Throws Usage where something that was named is not there. Source: docs/ledger.md.
 */
export async function verifyLedger(options: VerifyOptions): Promise<Report> {
  const key = readKey(options.publicKeyFile);
  const folder = typeof options.anchors === 'string' ? readAnchors(options.anchors) : options.anchors;
  const database = databaseName(options.madeFor ?? options.databaseUrl);
  const findings: string[] = [];
  const chain = await readAll(options, key, findings);
  const { counted, notes, findings: ofAnchors } = checkAnchors({ folder, database, ...key, hashes: chain.hashes });
  const anchoredAt = counted.at(-1)?.at ?? null;
  return {
    findings: [...ofAnchors, ...findings],
    notes,
    entries: chain.hashes.length,
    anchors: counted.length,
    anchoredAt,
  };
}

/** A file too damaged to read is a finding, not a crash. */
async function readAll(options: VerifyOptions, key: Key, findings: string[]): Promise<Chain> {
  try {
    const source = await openSource(options.databaseUrl, options.authToken);
    return await readFrom(source, key, findings).finally(() => source.close());
  } catch (error) {
    if (error instanceof Usage) throw error;
    findings.push(
      `The database could not be read to its end: ${error instanceof Error ? error.message : String(error)}.`,
    );
    return emptyChain();
  }
}

async function readFrom(source: Source, key: Key, findings: string[]): Promise<Chain> {
  await checkStructure(source, findings);
  const chain = await readChain(source, key, findings);
  const submissions = await readSubmissions(source, findings);
  const assessments = await readAssessments(source);
  checkSigned(chain.signOffs, { submissions, assessments }, findings);
  await checkSignOffRows(source, chain.signOffs, findings);
  const hasReviews = await hasTable(source, 'supervision_reviews');
  checkSignedReviews(chain.signatures, hasReviews ? await readReviews(source) : new Map(), findings);
  await checkSignatureRows(hasReviews ? source : null, chain.signatures, findings);
  return chain;
}

interface Key {
  readonly publicKey: KeyObject;
  readonly keyId: string;
}

function readKey(path: string): Key {
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
