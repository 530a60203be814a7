import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface Child {
  readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  /** Everything it printed, line by line, while it goes on. */
  readonly lines: string[];
  /** Resolves with the first line. */
  firstLine(): Promise<string>;
  /** Resolves when it has ended, with its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** What it said on standard error. */
  complaints(): string;
}

/** Runs a script of `children/` in a process of its own, which is killed at the end of the test at the latest. */
export function startChild(script: string, args: string[], onLine: (line: string) => void = () => undefined): Child {
  const file = fileURLToPath(new URL(`./children/${script}`, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const lines: string[] = [];
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => {
    lines.push(line);
    onLine(line);
  });
  const closed = once(reader, 'close');
  return {
    process: child,
    lines,
    firstLine: async () => lines[0] ?? ((await once(reader, 'line')) as [string])[0],
    ended: Promise.all([once(child, 'close'), closed]).then(([[code]]) => code as number | null),
    complaints: () => complaints,
  };
}
