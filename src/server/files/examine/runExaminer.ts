import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileProblem } from '#src/domain/files/problems.ts';
import type { Examined, Question } from './examineFile.ts';
import { EXAMINE_LIMITS } from './limits.ts';

const EXAMINER = fileURLToPath(new URL('./examiner.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));
/** Packages may lie somewhere else, behind a link. */
const READ_BY_ALL = [PROJECT, `${PROJECT}node_modules/`];
const MEMORY_CHECK_MS = 100;
const PAGE_BYTES = 4096;
const LONGEST_ANSWER = 64 * 1024;

export interface RunLimits {
  readonly ms: number;
  readonly cpuSeconds: number;
  readonly heapMegabytes: number;
  readonly residentBytes: number;
}

/**
 * Has a process of its own look at a file, so that one that stalls, crashes or eats memory takes nothing with it. The process reads the
 * project and this file, writes the new picture where there is one, starts nothing and ends on time. Never throws for what a file does.
 */
export async function runExaminer(question: Question, limits: RunLimits = EXAMINE_LIMITS): Promise<Examined> {
  const child = start(question, limits);
  const overTime = setTimeout(() => child.kill('SIGKILL'), limits.ms);
  const memory = setInterval(() => void endWhenTooLarge(child, limits.residentBytes), MEMORY_CHECK_MS);
  try {
    return read(await outputOf(child));
  } finally {
    clearTimeout(overTime);
    clearInterval(memory);
  }
}

/** Where a shell can hold a process to its processor time it does: that stands even when the portal itself is gone. */
function start(question: Question, { heapMegabytes, cpuSeconds }: RunLimits): ChildProcess {
  const command = [process.execPath, ...permissions(question), `--max-old-space-size=${String(heapMegabytes)}`];
  const call = [...command, '--no-warnings', EXAMINER, JSON.stringify(question)];
  const held = ['/bin/sh', '-c', `ulimit -t ${String(cpuSeconds)}; exec "$0" "$@"`, ...call];
  const [program = '', ...args] = process.platform === 'win32' ? call : held;
  return spawn(program, args, { cwd: PROJECT, env: {}, stdio: ['ignore', 'pipe', 'ignore'] });
}

/** A picture is decoded by sharp, which is no JavaScript and so stands outside Node's permissions; everything else stands inside. */
function permissions({ path, type }: Question): string[] {
  if (type === 'png' || type === 'jpeg') return [];
  const folders = READ_BY_ALL.flatMap((folder) => [folder, `${realpathSync(folder)}/`]);
  const reads = [...folders.map((folder) => `${folder}*`), path].map((allowed) => `--allow-fs-read=${allowed}`);
  return ['--permission', ...reads, '--allow-fs-write=/proc/self/oom_score_adj'];
}

function outputOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      if (output.length > LONGEST_ANSWER) child.kill('SIGKILL');
    });
    child.once('error', () => resolve(''));
    child.once('close', () => resolve(output));
  });
}

const REFUSED: { problem: FileProblem } = { problem: 'takes_too_long' };

/** Without a whole answer the process was ended, or the file brought it down: both are told as a file that cannot be checked. */
function read(output: string): Examined {
  try {
    return JSON.parse(output) as Examined;
  } catch {
    return REFUSED;
  }
}

/** Pictures and PDFs are unpacked outside V8's heap, where its own limit does not reach. Seen on Linux only. */
async function endWhenTooLarge(child: ChildProcess, mostBytes: number): Promise<void> {
  const pages = await readFile(`/proc/${String(child.pid)}/statm`, 'utf8').catch(() => '');
  if (Number(pages.split(' ')[1] ?? 0) * PAGE_BYTES > mostBytes) child.kill('SIGKILL');
}
