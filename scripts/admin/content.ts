import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { londonDay } from '#src/domain/calendar.ts';
import { problemText } from '#src/server/content/problems.ts';
import { contentReport, type ContentReport } from '#src/server/content/report.ts';
import { Usage } from '../verify/source.ts';
import { optionsFrom, type Command } from './command.ts';
import { writeNewModule } from './content/newModule.ts';
import { readingTicks } from './content/readingTicks.ts';
import { reportTable } from './content/table.ts';
import { placesFrom } from './places.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const content: Command = {
  name: 'content',
  usage: 'content report [--database URL] | content new ID',
  summary:
    'report: the state of every module as a table, then warnings and errors by file and line; works without a database, and with one it measures how long people read. ' +
    'new: a module from the template, with its check and exercises, ready to be written over.',
  run: async ([task, ...args]) => {
    if (task === 'report') return report(args);
    if (task === 'new') return startModule(args);
    throw new Usage('What is to be done with content here: "report" or "new"?');
  },
};

async function report(args: readonly string[]): Promise<number> {
  const options = optionsFrom(args, ['database']);
  const ticks = await readingTicks(placesFrom(process.env, options), options.database !== undefined);
  const told = await contentReport(ROOT, { today: londonDay(new Date()), ticks: ticks ?? [] });
  if (told.rows.length > 0) console.log(reportTable(told.rows).join('\n'));
  if (ticks === null) console.log('No database was found, so no minutes are measured.');
  return printProblems(told);
}

function printProblems({ rows, warnings, errors }: ContentReport): number {
  for (const warning of warnings) console.log(`Warning: ${problemText(warning)}`);
  for (const error of errors) console.log(`Error: ${problemText(error)}`);
  const due = rows.filter(({ review }) => review === 'passed' || review === 'over').length;
  console.log(
    `${rows.length} modules. Reviews due: ${due}; ${counted(warnings.length, 'warning')}, ${counted(errors.length, 'error')}.`,
  );
  return errors.length === 0 ? 0 : 1;
}

function counted(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number === 0 ? 'no' : number} ${what}s`;
}

async function startModule(args: readonly string[]): Promise<number> {
  const [id, ...rest] = args;
  if (!id || rest.length > 0) throw new Usage('Give the module one id, for example parole-recall.');
  const today = londonDay(new Date());
  const files = await writeNewModule(ROOT, { id, today, templateFolder: join(ROOT, 'docs/template') });
  console.log(`Written:\n${files.map((file) => `  ${file}`).join('\n')}`);
  console.log(
    'Now write over every word of it, give it a strand and an order, and a week in each file of src/content/programme.',
  );
  console.log('"npm run admin -- content report" tells what is still missing. How to write: docs/authoring.md.');
  return 0;
}
