import { backup } from './admin/backup.ts';
import { failureOf, type Command } from './admin/command.ts';
import { content } from './admin/content.ts';
import { doctor } from './admin/doctor.ts';
import { help } from './admin/help.ts';
import { keys } from './admin/keys.ts';
import { verify } from './admin/verify.ts';

/** The administrator's command line: `npm run admin -- help`. A new task is a file in scripts/admin/ and a line here. */
const COMMANDS: readonly Command[] = [verify, doctor, backup, content, keys];

async function run([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name)) return help(COMMANDS);
  const command = COMMANDS.find((known) => known.name === name);
  if (command) return command.run(args).catch(failureOf(command));
  console.error(`There is no command "${name}". "npm run admin -- help" lists them.`);
  return 2;
}

process.exitCode = await run(process.argv.slice(2));
