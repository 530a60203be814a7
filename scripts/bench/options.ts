import { parseArgs } from 'node:util';

export interface BenchOptions {
  readonly trainees: number;
  /** Pieces of evidence each of them has at least. */
  readonly evidence: number;
  /** How many connections ask at the same time; each count is a row of its own in the table. */
  readonly connections: readonly number[];
  /** For each row. */
  readonly seconds: number;
  /** A folder with a dataset to measure on a copy of, written first where there is none; null: one that goes when the run ends. */
  readonly dataset: string | null;
}

const USAGE = 'Use it like this: npm run bench -- --trainees 2600 --evidence 60 --connections 1,16 --seconds 10';

/** Throws an Error with a sentence for the person who typed the command. */
export function readBenchOptions(args: string[]): BenchOptions {
  const { trainees, evidence, connections, seconds, dataset } = readTexts(args);
  return {
    trainees: wholeNumber(trainees, { name: 'trainees', from: 25, to: 20_000 }),
    evidence: wholeNumber(evidence, { name: 'evidence', from: 0, to: 200 }),
    connections: connections.split(',').map((text) => wholeNumber(text, { name: 'connections', from: 1, to: 1000 })),
    seconds: wholeNumber(seconds, { name: 'seconds', from: 1, to: 600 }),
    dataset: dataset === '' ? null : dataset,
  };
}

function readTexts(args: string[]) {
  const text = (standard: string) => ({ type: 'string', default: standard }) as const;
  const sizes = { trainees: text('2600'), evidence: text('0') };
  const options = { ...sizes, connections: text('1,16'), seconds: text('10'), dataset: text('') };
  try {
    return parseArgs({ args, options, strict: true }).values;
  } catch {
    throw new Error(`There are five options: --trainees, --evidence, --connections, --seconds and --dataset. ${USAGE}`);
  }
}

function wholeNumber(text: string, { name, from, to }: { name: string; from: number; to: number }): number {
  const number = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (number >= from && number <= to) return number;
  throw new Error(`--${name} takes whole numbers from ${from} to ${to}, not "${text}". ${USAGE}`);
}
