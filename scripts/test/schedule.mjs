import { availableParallelism } from 'node:os';
import { withRuntimeFirst } from '../start/runtime.mjs';
import { reportOf } from './groups.mjs';
import { runCommand } from './command.mjs';

/** A group keeps more than one core busy only where it has workers of its own, so that four cores take three. */
const SLOTS = availableParallelism() >= 4 ? 3 : Math.min(2, availableParallelism());

/**
 * Runs the groups, two or three at a time where the machine has the cores and the groups allow it. Calls `tell` with each result as
 * it comes: `{ name, seconds, passed, failed, skipped, output, why }`. Gives back all of them; never throws for a group.
 */
export async function runGroups(groups, context, tell) {
  const waiting = [...groups];
  const running = new Map();
  const results = [];
  while (waiting.length + running.size > 0) {
    for (const group of startable({ waiting, running, results })) {
      waiting.splice(waiting.indexOf(group), 1);
      running.set(
        group,
        runGroup(group, context, results).then((result) => ({ group, result })),
      );
    }
    const { group, result } = await Promise.race(running.values());
    running.delete(group);
    results.push(result);
    tell(result);
  }
  return results;
}

function startable({ waiting, running, results }) {
  const isOver = (name) => results.some((result) => result.name === name);
  const isPlanned = (name) => [...waiting, ...running.keys()].some((group) => group.name === name);
  if ([...running.keys()].some(({ alone }) => alone)) return [];
  const ready = waiting.filter(({ after = [] }) => after.every((name) => isOver(name) || !isPlanned(name)));
  const [first] = ready;
  if (first?.alone) return running.size === 0 ? [first] : [];
  return ready.filter(({ alone }) => !alone).slice(0, SLOTS - running.size);
}

async function runGroup(group, context, results) {
  const { name } = group;
  const missing = (group.must ?? []).find((must) => results.find((result) => result.name === must)?.failed !== 0);
  if (missing) return { name, seconds: 0, ...notRun(`not run, because ${missing} failed`) };
  const impossible = (group.needs ?? []).map((need) => context.env.missing[need]).find((lack) => lack?.fatal);
  if (impossible) return { name, seconds: 0, ...notRun(impossible.why) };
  const startedAt = performance.now();
  const { code, output } = await runCommand(context.runtime, group.command(context), {
    cwd: context.root,
    env: {
      ...withRuntimeFirst(context.env.variables, context.runtime),
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(context.reports, name),
    },
  });
  const seconds = (performance.now() - startedAt) / 1000;
  return { name, seconds, output, ...countOrCrash(group, reportOf(context.reports, name), code) };
}

const notRun = (why) => ({ passed: 0, failed: 1, skipped: 0, output: '', why });

/** What the group's own report says; a group that ended badly without a failed test, or left no report, failed once. */
function countOrCrash(group, report, code) {
  try {
    const counted = group.count(report, code);
    if (code === 0 || counted.failed > 0) return counted;
    return { ...counted, failed: 1, why: `ended with code ${code} although no test failed` };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, why: `ended with code ${code} and left no report (${error.message})` };
  }
}
