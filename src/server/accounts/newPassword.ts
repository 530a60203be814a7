import {
  commonPasswordProblem,
  LOOKED_AT,
  passwordLengthProblem,
  personWords,
  PLACE_WORDS,
} from '#src/domain/accounts/newPassword.ts';
import { Refusal } from '#src/domain/errors.ts';

type Guesser = (password: string, words: readonly string[]) => number;

let opened: Promise<Guesser> | null = null;

/** The lists are large and hardly ever asked for: they are read when somebody first sets a password. */
async function openGuesser(): Promise<Guesser> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password, words) => guesser.check(password, [...words]).guesses;
}

/** Throws `bad_input` with the field `newPassword` for one that is too short, or among those that are guessed first. */
export async function refuseWeak(
  password: string,
  person: { readonly name: string; readonly email: string },
): Promise<void> {
  const length = passwordLengthProblem(password);
  if (length !== null) throw new Refusal('bad_input', { fields: { newPassword: length } });
  opened ??= openGuesser();
  const guesses = (await opened)(password.slice(0, LOOKED_AT), [...PLACE_WORDS, ...personWords(person)]);
  const common = commonPasswordProblem(guesses);
  if (common !== null) throw new Refusal('bad_input', { fields: { newPassword: common } });
}
