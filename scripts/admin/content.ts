import { fileURLToPath } from 'node:url';
import { addDays, formatDay, londonDay } from '#src/domain/calendar.ts';
import { loadContent, type Content } from '#src/server/content.ts';
import { ContentError, problemText } from '#src/server/content/problems.ts';
import { Usage } from '../verify/source.ts';
import type { Command } from './command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOON_DAYS = 60;

export const content: Command = {
  name: 'content',
  usage: 'content report',
  summary: 'Reads everything that is taught: modules with their dates, reviews that are due, and problems.',
  run: async (args) => {
    if (args.length !== 1 || args[0] !== 'report')
      throw new Usage('The one thing to do with content here is "report".');
    const loaded = await loadContent(ROOT).catch(problemsIn);
    return loaded ? report(loaded, londonDay(new Date())) : 1;
  },
};

function problemsIn(error: unknown): null {
  if (!(error instanceof ContentError)) throw error;
  for (const problem of error.problems) console.log(`Problem: ${problemText(problem)}`);
  console.log(`${error.problems.length} to put right before the portal can start.`);
  return null;
}

function report({ modules, checks, routes, qualification, workload }: Content, today: string): number {
  for (const { id, version, minutes, asOf, reviewBy, sources } of modules) {
    console.log(
      `${id}  version ${version}, ${minutes} minutes, ${sources.length} sources, as of ${dated(asOf)}, ${reviewWords(reviewBy, today)}`,
    );
  }
  const criteria = qualification.units.reduce((sum, unit) => sum + unit.criteria.length, 0);
  console.log(
    `Qualification ${qualification.version}: ${qualification.units.length} units, ${criteria} criteria. ${qualification.notice}`,
  );
  console.log(`Workload figures: ${workload.map(({ version }) => version).join(', ')}.`);
  const due = modules.filter(({ reviewBy }) => reviewBy < today).length;
  console.log(
    `${modules.length} modules, ${checks.size} checks, ${routes.length} routes. Reviews due: ${due}. No problems.`,
  );
  return 0;
}

function reviewWords(reviewBy: string, today: string): string {
  if (reviewBy < today) return `REVIEW DUE since ${dated(reviewBy)}`;
  return reviewBy <= addDays(today, SOON_DAYS) ? `review soon, by ${dated(reviewBy)}` : `review by ${dated(reviewBy)}`;
}

function dated(day: string): string {
  return formatDay(day, { year: true, weekday: false });
}
