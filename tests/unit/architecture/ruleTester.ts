import { RuleTester } from 'eslint';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { describe, test } from 'vitest';

RuleTester.describe = describe;
RuleTester.it = test;
RuleTester.itOnly = test.only;

/** Tries lint rules on TypeScript, with JSX where the file name of a case ends in `.tsx`. */
export const onTypeScript = new RuleTester({
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
});

/** Tries lint rules on Astro components, read as the configuration of this project reads them. */
export const onAstro = new RuleTester({
  languageOptions: {
    ...astro.configs['flat/base'].find((config) => config.languageOptions?.parser !== undefined)?.languageOptions,
    parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.astro'] },
  },
});
