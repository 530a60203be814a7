import { isRefusal } from '#src/domain/errors.ts';

/** Why the portal says no to what is tried, as the code of the refusal. Throws where it does not. */
export async function refusal(attempt: () => Promise<unknown>): Promise<string> {
  const error: unknown = await attempt().then(
    () => null,
    (refused: unknown) => refused,
  );
  if (!isRefusal(error)) throw new Error('It was not refused.');
  return error.code;
}
