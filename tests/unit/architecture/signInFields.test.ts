import { expect, test } from 'vitest';
import { SIGN_IN_FIELDS } from '#src/domain/accounts/carriedText.ts';
import { listSources, readSource } from './sources.ts';

/** The sign-in form itself, and the one that nobody has to be signed in for. */
const OWN = new Set(['src/components/accounts/SignInForm.astro', 'src/pages/forgotten-password.astro']);
/** Asked again in forms that sign or give rights: never carried, on purpose. */
const CARRIED = SIGN_IN_FIELDS.filter((name) => name !== 'password');

/** Fields that the sign-in page would take for its own; forms that only ask (GET) are not carried. */
function lostFields(source: string): string[] {
  if (!/method="post"/.test(source) && /method="get"/.test(source)) return [];
  return CARRIED.filter((name) => source.includes(`name="${name}"`));
}

test('no form of another page uses a field of the sign-in form, which would be lost with the session', () => {
  const files = listSources('src').filter((path) => path.endsWith('.astro') && !OWN.has(path));
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((path) => lostFields(readSource(path)).length > 0)).toEqual([]);
  expect(lostFields('<form method="post"><input name="email" /></form>'), 'it would be found').toEqual(['email']);
});
