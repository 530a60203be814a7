import fc from 'fast-check';
import type { Fields } from '../support/portalClient.ts';

/** Texts that have broken one program or another. */
const KNOWN = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  'x\udfff',
  '\ufeff',
  '\u202egnp.exe',
  '\u2028',
  '\r\n',
  '\t',
  'é'.normalize('NFD'),
  '👩‍👩‍👧',
  'İ',
  'ß',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'true',
  'NaN',
  'Infinity',
  '-1',
  '-0',
  '1e309',
  '9007199254740993',
  '0x10',
  '1.5',
  '٣',
  '--',
  `' or 1=1 --`,
  `"; drop table people; --`,
  '%',
  '%00',
  '%zz',
  '%c0%ae',
  '../../etc/passwd',
  '..\\..',
  '${7*7}',
  '{{7*7}}',
  '<script>',
  ']]>',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '+275760-09-13',
  '2026-11-21T00:00:00Z',
  'x'.repeat(301),
  'x'.repeat(16_000),
  '\u{1f600}'.repeat(4000),
  '\n'.repeat(5000),
  'a,'.repeat(2000),
  '{"a":1}',
  '[]',
];

/** One odd text. */
export const oddText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...KNOWN) },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.nat().map(String),
);

/** What happens to one field of a form that is right otherwise. */
type Change = (values: readonly string[]) => readonly string[];
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: oddText.map((text): Change => () => [text]) },
  oddText.map(
    (text): Change =>
      (values) =>
        values.map((value) => `${value}${text}`),
  ),
  fc.array(oddText, { maxLength: 5 }).map(
    (texts): Change =>
      () =>
        texts,
  ),
  fc.constant<Change>((values) => [...values, ...values]),
  fc.constant<Change>(() => []),
);

/** A form with one to three fields changed, and perhaps one too many. `names` are those that the action knows. */
export function oddForm(names: readonly string[]): fc.Arbitrary<(right: Fields) => [string, string][]> {
  const changes = fc.dictionary(names.length > 0 ? fc.constantFrom(...names) : oddText, change, {
    minKeys: 1,
    maxKeys: 3,
  });
  return fc.tuple(changes, fc.option(fc.tuple(oddText, oddText), { freq: 3 })).map(([byName, added]) => (right) => {
    const all = new Map(Object.entries(right).map(([name, values]) => [name, [values].flat()] as const));
    for (const [name, alter] of Object.entries(byName)) all.set(name, [...alter(all.get(name) ?? [''])]);
    const pairs = [...all].flatMap(([name, values]) => values.map((value): [string, string] => [name, value]));
    return added ? [...pairs, added] : pairs;
  });
}

/** A body that says it is JSON: values of every kind under the names of the fields, and texts that are not JSON at all. */
export function oddJson(names: readonly string[]): fc.Arbitrary<string> {
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    oddText,
    fc.constantFrom(null, true, 1.5, -1, 1e300, [], {}, [[[]]]),
  );
  const record = fc
    .dictionary(names.length > 0 ? fc.constantFrom(...names) : oddText, value, { maxKeys: 5 })
    .map((object) => JSON.stringify(object));
  const broken = fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    '"x"',
    '0',
    '{"a":}',
    '{"__proto__":{"admin":true}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '{"x":"\\ud800"}',
    '{"x":"\\u0000"}',
    '{"a":1,"a":2}',
    `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
    `{"a":${'{"a":'.repeat(3000)}1${'}'.repeat(3000)}}`,
    '\ufeff{}',
    '{"x":1e999}',
  );
  return fc.oneof({ weight: 3, arbitrary: record }, broken);
}

/** A part of an address: texts as a browser would write them, and escapes as it would not. */
export const oddPart = fc.oneof(
  oddText.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '%',
    '%zz',
    '%00',
    '%2e%2e',
    '%2f',
    '%5c',
    '%ed%a0%80',
    '%ff',
    '%c0%af',
    '..%2f',
    ';',
    '~',
    '*',
    'a%20b',
    `${'a/'.repeat(40)}`,
    'x'.repeat(3000),
  ),
);
