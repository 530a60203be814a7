import { expect, test } from 'vitest';
import * as demo from '#db/demo/people.ts';
import { DEMO_PASSWORD, NAMED_PEOPLE } from '#src/domain/accounts/demoPeople.ts';

test('the sign-in page names the people whom the demo has, each with a story, and their password', () => {
  expect([NAMED_PEOPLE, DEMO_PASSWORD]).toEqual([demo.NAMED_PEOPLE, demo.DEMO_PASSWORD]);
  expect(NAMED_PEOPLE.filter(({ story }) => !story)).toEqual([]);
});
