import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { PERSON, sha256, takenOutOnce } from './takenOut.ts';

const out = takenOutOnce();

describe('the proof', () => {
  const entryPaths = () => [...out().files.keys()].filter((path) => path.endsWith('.text'));

  test('holds each entry that her portfolio rests on; its text gives its hash, and its hash is signed', () => {
    const key = createPublicKey(out().text('ledger/public-key.pem'));
    const stored = out().rows(
      "select * from ledger_entries where json_extract(body, '$.traineeId') = ? and json_extract(body, '$.type') <> 'supervision_signature' order by seq",
      PERSON,
    );
    expect(stored.length).toBeGreaterThan(0);
    expect(entryPaths().length).toBe(stored.length);
    for (const path of entryPaths()) {
      const [hash, signature] = ['.hash', '.sig'].map((end) => out().files.get(path.replace('.text', end))!);
      expect(sha256(out().files.get(path)!)).toBe(hash!.toString('hex'));
      expect(verify(null, hash!, key, signature!)).toBe(true);
    }
    const told = JSON.parse(out().text('ledger/entries.json')) as { seq: number; body: string }[];
    expect(told.map(({ seq, body }) => [seq, body])).toEqual(stored.map(({ seq, body }) => [seq, body]));
  });

  test('holds the chain up to its end, and each of her entries stands in it after the one it names', () => {
    const chain = new Map(
      out()
        .text('ledger/chain.csv')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => [Number(line.split(',')[0]), line.split(',')[1]!]),
    );
    for (const path of entryPaths()) {
      const seq = Number(/(\d+)\.text$/.exec(path)![1]);
      const [, before] = out().text(path).split('\n');
      expect(chain.get(seq)).toBe(sha256(out().files.get(path)!));
      if (seq > 1) expect(chain.get(seq - 1)).toBe(before);
    }
    expect(Math.max(...chain.keys())).toBe(out().rows('select max(seq) as last from ledger_entries')[0]!['last']);
  });

  test('holds the newest anchor, signed, and its head is in the chain', () => {
    const lines = out().text('ledger/anchor.txt').split('\n');
    const signature = Buffer.from(lines[6]!.replace('signature ', ''), 'base64');
    expect(
      verify(
        null,
        Buffer.from(`${lines.slice(0, 6).join('\n')}\n`),
        createPublicKey(out().text('ledger/public-key.pem')),
        signature,
      ),
    ).toBe(true);
    expect(out().text('ledger/chain.csv')).toContain(
      `${lines[1]!.replace('size ', '')},${lines[2]!.replace('head ', '')},`,
    );
  });

  test('holds the texts that were hashed: each gives the SHA-256 that stands in the data and in the ledger', () => {
    const snapshots = out().portfolio.evidence.flatMap((one) => one.snapshots);
    for (const { id, sha256: hash, removal } of snapshots) {
      const proof = out().files.get(`proof/submissions/${id}.json`);
      if (removal) expect(proof).toBeUndefined();
      else expect(sha256(proof!)).toBe(hash);
    }
    const bodies = out().rows(
      "select body from ledger_entries where json_extract(body, '$.type') = 'portfolio_sign_off' and json_extract(body, '$.traineeId') = ?",
      PERSON,
    );
    const basis = bodies.flatMap(
      ({ body }) =>
        (JSON.parse(body as string) as { basis: { assessmentId: string; assessmentSha256: string }[] }).basis,
    );
    expect(basis.length).toBeGreaterThan(0);
    for (const { assessmentId, assessmentSha256 } of basis)
      expect(sha256(out().files.get(`proof/assessments/${assessmentId}.json`)!)).toBe(assessmentSha256);
  });

  test('holds what a witness wrote and the reasons beside a signature, as they were hashed', () => {
    const answers = out().portfolio.evidence.flatMap(({ id, witness }) =>
      witness?.answer ? [{ id, hash: witness.answer.sha256 }] : [],
    );
    expect(answers.length).toBeGreaterThan(0);
    for (const { id, hash } of answers) expect(sha256(out().files.get(`proof/witness-answers/${id}.json`)!)).toBe(hash);
    const signatures = out().rows(
      "select body from ledger_entries where json_extract(body, '$.type') = 'record_signature' and json_extract(body, '$.traineeId') = ?",
      PERSON,
    );
    const compared = signatures.flatMap(({ body }) => {
      const { submissionId, part, reasonsSha256 } = JSON.parse(body as string) as Record<string, string>;
      const proof = out().files.get(`proof/record-reasons/${String(submissionId)}-${String(part)}.json`);
      return proof ? [[sha256(proof), reasonsSha256]] : [];
    });
    expect(compared.length).toBeGreaterThan(0);
    for (const [proof, signed] of compared) expect(proof).toBe(signed);
  });
});

describe('the page to read', () => {
  test('holds the words of each piece as they were written, and what was put in them is never markup', () => {
    const page = out().text('index.html');
    for (const { draft } of out().portfolio.evidence)
      if (draft) expect(page).toContain(draft.title.replace(/'/g, '&#39;').replace(/"/g, '&quot;'));
    expect(page).toContain('Watch an &lt;induction&gt;');
    expect(page).not.toContain('<induction>');
  });

  test('asks for nothing outside the folder', () => {
    const addresses = [
      ...out()
        .text('index.html')
        .matchAll(/(?:href|src)="([^"]*)"/g),
    ].map((match) => match[1]!);
    for (const address of addresses) expect(address.startsWith('#') || out().files.has(decodeURI(address))).toBe(true);
    expect(out().text('index.html')).not.toMatch(/<script|@import|url\(/);
  });

  test('says of removed content that it was removed, and its hash', () => {
    expect(out().text('index.html')).toContain('Kept for its time');
  });
});
