import { parseArgs } from 'node:util';
import { Usage } from '../verify/source.ts';

/** One task of the administrator. `run` gives the exit code: 0 all is well, 1 it is not, 2 the command was not given right. */
export interface Command {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[]): Promise<number>;
}

/** Options by name, all of them text. Throws Usage for one that is not in the list and for anything left over. */
export function optionsFrom<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Partial<Record<Name, string>> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args: [...args], options, strict: true, allowPositionals: false });
    return values as Partial<Record<Name, string>>;
  } catch (error) {
    throw new Usage(error instanceof Error ? error.message : String(error));
  }
}

/** Turns what a command threw into words and an exit code. A bug stays a bug, with its stack. */
export function failureOf(command: Command): (error: unknown) => number {
  return (error) => {
    if (error instanceof Usage) {
      console.error(`${error.message}\nUse it like this: npm run admin -- ${command.usage}`);
      return 2;
    }
    if (!(error instanceof Error && FOR_OPERATORS.includes(error.name))) throw error;
    console.error(error.message);
    return 1;
  };
}

/** Errors whose message is a sentence for the operator, by name: loading their classes would load the whole portal. */
const FOR_OPERATORS: readonly string[] = ['CannotStart', 'CannotOpenDatabase'];
