import type { Command } from './command.ts';

/** Lists the commands with what they do. */
export function help(commands: readonly Command[]): number {
  console.log("The administrator's commands. Each one is called like this: npm run admin -- COMMAND\n");
  for (const { usage, summary } of commands) console.log(`  ${usage}\n      ${summary}\n`);
  console.log('Exit code: 0 all is well, 1 something was found, 2 the command was not given right.');
  return 0;
}
