import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneWay } from '../../../scripts/verify/canonical.ts';
import { canonicalJson, type Json } from '#src/domain/ledger/canonicalJson.ts';

const whole = fc.maxSafeInteger().filter((value) => !Object.is(value, -0));
const key = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', '10', '9', ''));
const { value: anyValue } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    whole,
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6, noNullPrototype: true }),
  ),
}));

describe('canonical JSON', () => {
  test.each<[string, Json, string]>([
    ['sorts keys, at every depth', { b: 1, a: { d: null, c: true } }, '{"a":{"c":true,"d":null},"b":1}'],
    ['sorts keys as text, so 10 comes before 9', { 9: 'x', 10: 'y' }, '{"10":"y","9":"x"}'],
    ['keeps the order of a list', ['b', 'a'], '["b","a"]'],
    ['writes a line feed as two characters', 'one\ntwo', '"one\\ntwo"'],
    ['keeps letters as they are, Welsh and emoji too', 'Tŷ 🏠', '"Tŷ 🏠"'],
    ['has a text for nothing in it', {}, '{}'],
  ])('%s', (_story, value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each<[string, unknown]>([
    ['a fraction', 0.5],
    ['minus nothing', -0],
    ['not a number', Number.NaN],
    ['a number too large to be exact', 2 ** 53],
    ['half a character', '\ud83c'],
    ['half a character in a key', { '\udfe0': 1 }],
    ['something that is not there', { a: undefined }],
    ['a date', { at: new Date(0) }],
    ['a list with a hole', [undefined]],
  ])('refuses %s', (_story, value) => {
    expect(() => canonicalJson(value as Json)).toThrow(TypeError);
  });

  test('whatever it writes reads back as the same value, and is written the same way again', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const text = canonicalJson(value);
        const again = JSON.parse(text) as Json;
        expect(again).toEqual(value);
        expect(canonicalJson(again)).toBe(text);
      }),
    );
  });

  test('the order in which keys were set changes nothing', () => {
    fc.assert(
      fc.property(fc.dictionary(key, whole, { noNullPrototype: true }), (value) => {
        expect(canonicalJson(Object.fromEntries(Object.entries(value).reverse()))).toBe(canonicalJson(value));
      }),
    );
  });

  test('the verifier writes every value the same way with code of its own', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(oneWay(value)).toBe(canonicalJson(value));
      }),
    );
  });
});
