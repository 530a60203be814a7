/** How large a piece of code may be: house rules, docs/decisions.md. Blank lines and comments are free. */
export const shape = {
  'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 3],
  'max-depth': ['error', 3],
  'max-nested-callbacks': ['error', 4],
  complexity: ['error', 10],
};

export const soundJavaScript = {
  'array-callback-return': 'error',
  'default-case-last': 'error',
  eqeqeq: 'error',
  'guard-for-in': 'error',
  'no-alert': 'error',
  'no-async-promise-executor': 'error',
  'no-case-declarations': 'error',
  'no-cond-assign': 'error',
  'no-constant-condition': ['error', { checkLoops: false }],
  'no-constructor-return': 'error',
  'no-debugger': 'error',
  'no-dupe-keys': 'error',
  'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
  'no-else-return': 'error',
  'no-empty': 'error',
  'no-empty-pattern': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-implied-eval': 'error',
  'no-lonely-if': 'error',
  'no-loss-of-precision': 'error',
  'no-new-func': 'error',
  'no-param-reassign': 'error',
  'no-self-compare': 'error',
  'no-template-curly-in-string': 'error',
  'no-unneeded-ternary': 'error',
  'no-unreachable': 'error',
  'no-unsafe-finally': 'error',
  'no-useless-assignment': 'error',
  'no-useless-rename': 'error',
  'no-useless-return': 'error',
  'no-var': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'hack'], location: 'anywhere' }],
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-template': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
  ],
  '@typescript-eslint/no-shadow': 'error',
};

const forTypeScript = (names) => Object.fromEntries(names.map((name) => [`@typescript-eslint/${name}`, 'error']));

/** What the compiler lets pass and we do not. */
export const soundTypes = {
  ...forTypeScript([
    'ban-ts-comment',
    'no-base-to-string',
    'no-explicit-any',
    'no-for-in-array',
    'no-non-null-assertion',
    'no-unnecessary-type-assertion',
    'no-unsafe-argument',
    'no-unsafe-assignment',
    'no-unsafe-call',
    'no-unsafe-member-access',
    'no-unsafe-return',
    'prefer-readonly',
    'require-array-sort-compare',
    'restrict-plus-operands',
    'switch-exhaustiveness-check',
  ]),
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
};

/** A promise nobody waits for is a write that may be lost; `void` in front says that it is meant. Drizzle's queries count too. */
export const soundPromises = {
  ...forTypeScript(['await-thenable', 'no-misused-promises', 'only-throw-error', 'prefer-promise-reject-errors']),
  '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
  '@typescript-eslint/return-await': ['error', 'in-try-catch'],
};

/**
 * In tests a describe block is a chapter and not a function, a row of a table may have five columns, a fixture takes `{}`,
 * and what an answer holds is what is tested.
 */
export const forTests = {
  'max-lines-per-function': 'off',
  'max-params': ['error', 5],
  'portal/test-length': shape['max-lines-per-function'],
  'no-empty-pattern': 'off',
  'no-template-curly-in-string': 'off',
  ...Object.fromEntries(
    [
      'no-non-null-assertion',
      'no-unsafe-assignment',
      'no-unsafe-member-access',
      'no-unsafe-argument',
      'no-unsafe-call',
      'no-unsafe-return',
    ].map((name) => [`@typescript-eslint/${name}`, 'off']),
  ),
};
