import { createPrivateKey } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Genuine, genuineInMemory } from '../integration/ledger/inMemory.ts';
import { rewriteChain } from '../integration/ledger/tampering.ts';
import { folderSignedWhole } from '../integration/signing/signedWhole.ts';

/**
 * The same ledger as in portfolioTampering.test.ts, written anew by somebody with the stolen key, so that every hash and signature
 * fits: what breaks a rule is named, and the anchors tell the rest.
 */
let folder: string;
let genuine: Genuine;

beforeAll(async () => {
  folder = await folderSignedWhole();
  genuine = genuineInMemory(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const stolenKey = () => createPrivateKey(readFileSync(join(folder, 'keys/ledger-private.pem')));
const keyId = (raw: DatabaseSync) => String(raw.prepare('SELECT key_id FROM ledger_entries LIMIT 1').get()?.key_id);

const bySomebodyWithTheKey = (type: string, edit: (body: string) => string) => (raw: DatabaseSync) =>
  rewriteChain(raw, stolenKey(), {
    keyId: keyId(raw),
    edit: (body) => (body.includes(`"type":"${type}"`) ? edit(body) : body),
  });

test.each<[string, string, (body: string) => string, string]>([
  [
    'signs off her own',
    'portfolio_sign_off',
    (body) => body.replace('"signedBy":"daniel"', '"signedBy":"amara"'),
    'somebody signed off her own',
  ],
  [
    'rests on nothing',
    'portfolio_sign_off',
    (body) => body.replace(/"basis":\[.*?\]/, '"basis":[]'),
    'a criterion was signed off that rests on no decision',
  ],
  [
    'rests on a decision that does not exist',
    'portfolio_sign_off',
    (body) => body.replaceAll('account-decided', 'never-decided'),
    'the assessment it rests on, never-decided, is gone',
  ],
  [
    'rests on a submission that does not exist',
    'portfolio_sign_off',
    (body) => body.replaceAll('account-1', 'never-1'),
    'the submission it rests on, never-1, is gone',
  ],
  [
    'signs another criterion than was decided',
    'portfolio_sign_off',
    (body) => body.replace('"subjectId":"1.1"', '"subjectId":"1.9"'),
    'criterion 1.9 is not met in assessment account-decided',
  ],
  [
    'signs a unit with a criterion that is not signed',
    'portfolio_sign_off',
    (body) => body.replace('"rests":[10,11]', '"rests":[11]'),
    'unit 1 was signed off while 1.1 was not',
  ],
  [
    'lets a unit rest on what was opened before',
    'portfolio_sign_off',
    (body) => body.replace('"rests":[11,17]', '"rests":[10,11]'),
    'it rests on entry 10, which was opened again before',
  ],
  [
    'lets a unit rest on what comes later',
    'portfolio_sign_off',
    (body) => body.replace('"rests":[10,11]', '"rests":[11,17]'),
    'it rests on entry 17, which is not the signature under a criterion before it',
  ],
  [
    'signs a criterion with less than it asks for',
    'portfolio_sign_off',
    (body) => body.replace(/,\{"assessmentId":"seen-decided".*?\}/, ''),
    'criterion 1.2 asks for observation, and it rests on none',
  ],
  [
    'names another round',
    'portfolio_sign_off',
    (body) => body.replace('"round":2', '"round":1'),
    'it is round 1 of criterion 1.1, but comes as number 2',
  ],
  [
    'invents a subject',
    'portfolio_sign_off',
    (body) => body.replace('"subject":"unit"', '"subject":"degree"'),
    'it signs off a degree, and there is no such thing',
  ],
  [
    'opens what was not signed',
    'sign_off_unlock',
    (body) => body.replace('"opens":10', '"opens":6'),
    'it opens entry 6, which is not the signature',
  ],
  [
    'forgets that a signature was opened, so that it was signed twice',
    'sign_off_unlock',
    (body) => body.replace('"opens":10', '"opens":11'),
    'Entry 17: criterion 1.1 was signed off twice',
  ],
  [
    'opens her own signature',
    'sign_off_unlock',
    (body) => body.replace('"signedBy":"venetia"', '"signedBy":"daniel"'),
    'whoever opened it is the trainee, or decided or signed it',
  ],
  [
    'signs a record for somebody else',
    'record_signature',
    (body) => body.replace('"signedBy":"daniel"', '"signedBy":"joan"'),
    'whoever signed record seen-1 for the assessor is not the one',
  ],
  [
    'signs a record twice',
    'record_signature',
    (body) => body.replace('"part":"trainee"', '"part":"assessor"'),
    'record seen-1 for the assessor was signed before',
  ],
  [
    'countersigns her own decisions',
    'countersignature',
    (body) => body.replace('"signedBy":"joan"', '"signedBy":"owen"'),
    'somebody countersigned her own decisions',
  ],
  [
    'lets a signature rest on decisions that were sent back',
    'countersignature',
    (body) => body.replace('"outcome":"agreed"', '"outcome":"sent_back"'),
    'it rests on assessment plan-decided, which was sent back',
  ],
  [
    'takes the portfolio of somebody else',
    'portfolio_export',
    (body) => body.replace('"signedBy":"amara"', '"signedBy":"harvey"'),
    'somebody else took the portfolio of a trainee with her',
  ],
  [
    'adds a field',
    'portfolio_export',
    (body) => body.replace('{"at"', '{"approved":true,"at"'),
    'does not have the fields of an export',
  ],
  [
    'writes another version',
    'countersignature',
    (body) => body.replace('"version":1', '"version":2'),
    'is of a kind that this verifier does not know',
  ],
])('somebody with the stolen key %s', async (_story, type, edit, finding) => {
  const { findings } = await genuine.after(bySomebodyWithTheKey(type, edit));
  expect(findings.join('\n')).toContain(finding);
  expect(findings.join('\n')).toContain('is not the one that');
});
