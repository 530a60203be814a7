import { readFileSync } from 'node:fs';

const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Formatting, lint, types and the build are one check each. */
export const countAsOne = (_report, code) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 });

/** Reads Vitest's JSON. A file that could not even be loaded has no tests in it and counts as one that failed. */
export function countVitest(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readJson(report);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && noneFailed(assertionResults),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests };
}

const noneFailed = (results) => results.every(({ status }) => status !== 'failed');

/** Reads Playwright's JSON. A test that passed only at the second try counts as failed: it cannot be relied on. */
export function countPlaywright(report) {
  const { stats, errors } = readJson(report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
