import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { justifyField, placedHits } from '#src/domain/personalData/answers.ts';
import type { PortalClient } from '../support/portalClient.ts';
import { servedPortal } from '../support/servedPortal.ts';
import { oddText } from './oddInputs.ts';

const portal = servedPortal();
const seed = Number(process.env['FUZZ_SEED'] ?? 20261122);
const TEXTS = 2000;
const EVIDENCE = randomUUID();
const REASON = 'A made-up person of a training case';

let amara: PortalClient;
beforeAll(async () => {
  amara = await portal().signIn('amara');
  const started = await amara.call(
    'portfolio.start',
    formOf({ id: EVIDENCE, kind: 'reflective_account', title: 'Random', text: '' }),
  );
  expect(started.status).toBe(200);
});

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const digits = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count });
/** Letters that no hash in hex holds, so that what is found in the file was put there. */
const letters = (count: number) =>
  fc.string({ unit: fc.constantFrom(...'GHJKLMNP'), minLength: count, maxLength: count });
const word = fc.string({ unit: fc.constantFrom(...'ghjklmnpqrstvwxz'), minLength: 7, maxLength: 12 });

/** Things that belong to people, each unlike any other, and as they stand in a text. */
const planted = fc.oneof(
  fc.tuple(letters(1), digits(6)).map(([letter, number]) => `${letter}${number}`),
  fc.tuple(letters(1), digits(4), letters(2)).map((parts) => parts.join('')),
  fc.tuple(digits(7), letters(1)).map(([number, letter]) => `2011/${number}${letter}`),
  digits(6).map((number) => `JM${number}C`),
  digits(6).map((number) => `07700${number}`),
  fc.tuple(word, word).map(([name, place]) => `${name}@${place}.invalid`),
  word.map((name) => `Mr Q${name}`),
);
const prose = fc.constantFrom(
  'I saw him on Monday. ',
  'The hearing is on 3 March 2027, ',
  'score 64; ',
  '\n\n',
  '"',
  '<b>',
  ' ',
  '—',
  '\u200b',
);
const between = fc.oneof({ weight: 6, arbitrary: prose }, { weight: 1, arbitrary: oddText });
const plantedText = fc.record({
  parts: fc.array(fc.tuple(between, planted), { minLength: 1, maxLength: 4 }),
  end: between,
  answer: fc.constantFrom('none', 'none', 'some', 'repeats', 'odd'),
});
type Planted = typeof plantedText extends fc.Arbitrary<infer T> ? T : never;

const textOf = ({ parts, end }: Planted) => parts.map(([before, hit]) => `${before} ${hit} `).join('') + end;

/** Reasons as a form might send them: for all but the last hit, repeating the passage, or without any sense. */
function reasonsFor(text: string, answer: Planted['answer']): Record<string, string> {
  const hits = placedHits([{ place: 'text', text }]);
  const answered = answer === 'none' ? [] : answer === 'some' ? hits.slice(0, -1) : hits;
  const said = (found: string) =>
    answer === 'repeats' ? `It is ${found} who agreed` : answer === 'odd' ? '\u200b \t' : REASON;
  return Object.fromEntries(answered.map((hit) => [justifyField(hit), said(hit.found)]));
}

const save = (fields: Readonly<Record<string, string>>) => {
  const [row] = portal().rows('select revision from evidence_items where id = ?', EVIDENCE);
  return amara.call(
    'portfolio.save',
    formOf({ id: EVIDENCE, title: 'Random', basedOn: String(row?.['revision']), ...fields }),
  );
};

/** Every byte of the database, with what is not yet in its main file. */
function databaseFile(): Buffer {
  const path = portal().databasePath;
  return Buffer.concat([path, `${path}-wal`].filter((each) => existsSync(each)).map((each) => readFileSync(each)));
}

describe('texts with something of a person in them that nobody answered for', () => {
  const told: string[] = [];

  test(`${String(TEXTS)} of them are refused, each with a sentence at its field`, { timeout: 240_000 }, async () => {
    const sample = fc.sample(plantedText, { numRuns: TEXTS, seed });
    const wrong: string[] = [];
    for (const one of sample) {
      const text = textOf(one);
      const { status, text: said } = await save({ text, ...reasonsFor(text, one.answer) });
      // 400: too long, or with characters that no text may hold.
      const isRefused = status === 400 || (status === 422 && /"text"|justify-text/.test(said));
      if (!isRefused) wrong.push(`${status} ${JSON.stringify(one).slice(0, 300)} ${said.slice(0, 200)}`);
      told.push(...one.parts.map(([, hit]) => hit));
    }
    expect(wrong).toEqual([]);
  });

  test('and nothing of them is anywhere in the database file, nor in the log', () => {
    const file = databaseFile();
    const log = JSON.stringify(portal().log());
    expect(told.length).toBeGreaterThan(TEXTS);
    expect(told.filter((hit) => file.includes(hit))).toEqual([]);
    expect(told.filter((hit) => log.includes(hit))).toEqual([]);
  });

  test('which the file would show: what was answered for is found in it', async () => {
    const text = 'I saw Mr Qwhitlock and K120477.';
    const { status } = await save({ text, 'justify-text-name-1': REASON, 'justify-text-case_reference-1': REASON });
    expect(status).toBe(200);
    expect(databaseFile().includes('Mr Qwhitlock')).toBe(true);
  });
});

describe('what was answered for', () => {
  test('is kept as its kind and the reason, and nothing else', () => {
    const [first, ...more] = portal().rows(
      'select * from justifications where evidence_id = ? order by rowid',
      EVIDENCE,
    );
    expect([first, ...more].map((row) => [row?.['place'], row?.['kind'], row?.['reason']])).toEqual([
      ['text', 'name', REASON],
      ['text', 'case_reference', REASON],
    ]);
    expect(JSON.stringify([first, ...more])).not.toMatch(/whitlock|K120477/i);
  });
});

describe('texts of any kind, with nothing of a person in mind', () => {
  test('never break the portal', { timeout: 120_000 }, async () => {
    const statuses = new Set<number>();
    for (const text of fc.sample(fc.oneof(oddText, fc.string({ maxLength: 400, unit: 'binary' })), {
      numRuns: 300,
      seed,
    }))
      statuses.add((await save({ text })).status);
    expect([...statuses].filter((status) => status >= 500)).toEqual([]);
    expect(statuses.has(200)).toBe(true);
  });
});
