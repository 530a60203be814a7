import { failureOf, type Command } from './admin/command.ts';
import { help } from './admin/help.ts';

/** The administrator's command line: `npm run admin -- help`. A new task is a file in scripts/admin/ and a line here; only the one asked for is loaded. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  verify: async () => (await import('./admin/verify.ts')).verify,
  doctor: async () => (await import('./admin/doctor.ts')).doctor,
  backup: async () => (await import('./admin/backup.ts')).backup,
  content: async () => (await import('./admin/content.ts')).content,
  keys: async () => (await import('./admin/keys.ts')).keys,
  signals: async () => (await import('./admin/signals.ts')).signals,
  retention: async () => (await import('./admin/retention.ts')).retention,
};

async function run([name = 'help', ...args]: readonly string[]): Promise<number> {
  if (['help', '--help', '-h'].includes(name))
    return help(await Promise.all(Object.values(COMMANDS).map((load) => load())));
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    console.error(`There is no command "${name}". "npm run admin -- help" lists them.`);
    return 2;
  }
  const command = await load();
  return command.run(args).catch(failureOf(command));
}

process.exitCode = await run(process.argv.slice(2));
