import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { bannedImports } from './scripts/lint/bannedImports.mjs';
import { deleteUpdateWithWhere } from './scripts/lint/deleteUpdateWithWhere.mjs';
import { noDataAsElementOrSlotName } from './scripts/lint/noDataAsElementOrSlotName.mjs';
import { forTests, shape, soundJavaScript, soundPromises, soundTypes } from './scripts/lint/rules.mjs';
import { BROWSER, DEFAULT_EXPORT, INLINE, PURE, SLEEP } from './scripts/lint/syntax.mjs';
import { testLength } from './scripts/lint/testLength.mjs';

/** Which rule holds where. The rules that need types run on .ts and .tsx only; `astro check` covers the types in .astro. */
const portal = {
  rules: {
    'delete-update-with-where': deleteUpdateWithWhere,
    'no-data-as-element-or-slot-name': noDataAsElementOrSlotName,
    'test-length': testLength,
  },
};
const code = '**/*.{ts,tsx,astro,mjs,js}';
const restricted = (...lists) => ({ 'no-restricted-syntax': ['error', ...lists.flat()] });

export default [
  { ignores: ['dist/', '.astro/', 'data/', 'node_modules/', 'test-results/', 'playwright-report/', '**/*.astro/*'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ...astro.configs['flat/base'],
  {
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: { 'astro/no-set-html-directive': 'error' },
  },
  {
    files: [code],
    plugins: { '@typescript-eslint': tseslint.plugin, portal },
    rules: { ...soundJavaScript, ...shape },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: { ...soundTypes, ...soundPromises },
  },
  { files: [code], rules: restricted(DEFAULT_EXPORT) },
  { files: ['**/*.{astro,tsx}'], rules: { 'portal/no-data-as-element-or-slot-name': 'error' } },
  { files: ['**/*.astro'], rules: restricted(DEFAULT_EXPORT, INLINE) },
  { files: ['**/*.tsx'], rules: restricted(DEFAULT_EXPORT, BROWSER) },
  { files: ['src/domain/**'], rules: restricted(DEFAULT_EXPORT, PURE) },
  { files: ['tests/**'], rules: restricted(DEFAULT_EXPORT, SLEEP) },
  {
    files: ['src/**', 'db/**', 'scripts/**'],
    rules: { 'portal/delete-update-with-where': 'error' },
  },
  { files: ['src/**', 'db/**'], rules: { 'no-console': 'error' } },
  // Tools and Playwright ask for a default export.
  { files: ['*.config.*', '**/*.config.ts', 'tests/support/globalSetup.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['tests/**'], rules: forTests },
  ...bannedImports,
];
