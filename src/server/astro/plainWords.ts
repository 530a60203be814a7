import { z } from 'astro/zod';

type Issue = z.core.$ZodRawIssue;

const count = (size: unknown, one: string) => `${String(size)} ${Number(size) === 1 ? one : `${one}s`}`;

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'string')
    return Number(issue.minimum) <= 1 ? 'Fill this in' : `Use at least ${count(issue.minimum, 'character')}`;
  return issue.origin === 'array'
    ? `Choose at least ${String(issue.minimum)}`
    : `Give ${String(issue.minimum)} or more`;
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): string {
  if (issue.origin === 'string') return `Use ${count(issue.maximum, 'character')} or fewer`;
  return issue.origin === 'array'
    ? `Choose ${String(issue.maximum)} or fewer`
    : `Give ${String(issue.maximum)} or less`;
}

/** What a form field says where its schema has no words of its own. */
export function plainWords(issue: Issue): string {
  if (issue.code === 'invalid_type')
    return issue.input === null || issue.input === undefined ? 'Fill this in' : 'Check this';
  if (issue.code === 'too_small') return tooSmall(issue);
  if (issue.code === 'too_big') return tooBig(issue);
  if (issue.code === 'invalid_value') return 'Choose one of the options';
  return 'Check this';
}

// Once for the whole bundle: a schema's own words come first, these are the last resort.
z.config({ customError: plainWords });
