import { expect, test } from 'vitest';
import { readAllocationQuery } from '#src/domain/caseload/allocationQuery.ts';

const asked = (fields: Record<string, string>) => readAllocationQuery((name) => fields[name] ?? null);

test('a first visit asks, and finds nothing wrong', () => {
  expect(asked({})).toEqual({
    case: null,
    typed: { tier: undefined, kind: undefined, transitionToAdulthood: false },
    errors: {},
  });
});

test('tier and kind make a case', () => {
  expect(asked({ tier: 'C2', kind: 'licence', transitionToAdulthood: 'yes' }).case).toEqual({
    tier: 'C2',
    kind: 'licence',
    transitionToAdulthood: true,
  });
});

test.each([
  [{ tier: 'C2' }, ['kind']],
  [{ kind: 'custody' }, ['tier']],
  [{ tier: 'Z9', kind: 'custody' }, ['tier']],
  [{ tier: 'C2', kind: 'moon' }, ['kind']],
  [{ tier: '', kind: '' }, ['tier', 'kind']],
])('%j is missing %j', (...[fields, wrong]) => {
  const { case: found, errors } = asked(fields);
  expect(found).toBeNull();
  expect(Object.keys(errors)).toEqual(wrong);
});
