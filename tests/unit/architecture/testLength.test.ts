import { testLength } from '../../../scripts/lint/testLength.mjs';
import { onTypeScript } from './ruleTester.ts';

const body = 'a();\n'.repeat(5);
const options = [{ max: 4 }];

onTypeScript.run('a test is as short as any function, a chapter of tests may be long', testLength, {
  valid: [
    { name: 'a long chapter', code: `describe('a', () => {\n${body}});`, options },
    { name: 'a long chapter for each of a list', code: `describe.each(list)('a', () => {\n${body}});`, options },
    { name: 'a long chapter of a journey', code: `test.describe('a', () => {\n${body}});`, options },
  ],
  invalid: [
    { name: 'a long test', code: `test('a', () => {\n${body}});`, options, errors: [{ messageId: 'exceed' }] },
    { name: 'a long function', code: `function a() {\n${body}}`, options, errors: [{ messageId: 'exceed' }] },
  ],
});
