import type { z } from 'astro/zod';
import type { LineOf } from './lines.ts';
import type { ContentProblem } from './problems.ts';

type Issue = z.core.$ZodIssue;

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key], data);
}

function quoted(values: readonly unknown[]): string {
  return values.map((value) => `"${String(value)}"`).join(', ');
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'Write text here. Numbers and dates go in quotes.',
  number: 'Write a number here, without quotes.',
  int: 'Write a whole number here, without quotes.',
  boolean: 'Write true or false here, without quotes.',
  array: 'Write a list here.',
  object: 'Write fields with values here.',
};

/** Zod's issue in an author's words. Messages that a schema brings itself are written in them already. */
function sentence(issue: Issue, data: unknown): string {
  const value = valueAt(data, issue.path);
  if (value === undefined && issue.code !== 'custom') return 'This field is missing.';
  if (issue.code === 'unrecognized_keys') return `There is no field called ${quoted(issue.keys)} here.`;
  if (issue.code === 'invalid_value') return `Write one of ${quoted(issue.values)}.`;
  if (issue.code === 'invalid_type') return KINDS[issue.expected] ?? issue.message;
  return issue.message;
}

/** The path of what is wrong. A field that nobody knows is named too, so that its own line is found. */
function lineField(issue: Issue): string {
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...issue.path, ...unknown].map(String).join('.');
}

/** Holds data against a schema. Gives the value, or null and every problem, each with its line and the path of its field. */
export function validate<S extends z.ZodType>(
  schema: S,
  data: unknown,
  { file, lineOf }: { file: string; lineOf: LineOf },
) {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues.map((issue): ContentProblem => ({
    file,
    line: lineOf(lineField(issue)),
    field: issue.path.map(String).join('.'),
    message: sentence(issue, data),
  }));
  return { value: null, problems };
}
