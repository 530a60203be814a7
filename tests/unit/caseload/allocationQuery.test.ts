import { expect, test } from 'vitest';
import { readAllocationQuery, readShare } from '#src/domain/caseload/allocationQuery.ts';
import { defaultComplexity, defaultRules } from './office.ts';

const choices = {
  attributes: defaultRules.attributes.map(({ id }) => id),
  factors: defaultComplexity.factors.map(({ id }) => id),
  usualShares: defaultComplexity.sharePercent,
};
const asked = (fields: Record<string, string | string[]>) =>
  readAllocationQuery((name) => [fields[name] ?? []].flat(), choices);

test('a first visit asks, and finds nothing wrong', () => {
  const { case: found, typed, errors } = asked({});
  expect([found, errors]).toEqual([null, {}]);
  expect(typed).toMatchObject({ tier: undefined, kind: undefined, activity: 'active', carrying: 'sole', share: '' });
});

test('tier and kind make a case that is carried alone, whole and active', () => {
  expect(asked({ tier: 'C2', kind: 'licence', transitionToAdulthood: 'yes' }).case).toMatchObject({
    tier: 'C2',
    kind: 'licence',
    transitionToAdulthood: true,
    letterTier: null,
    activity: 'active',
    attributes: [],
    complexity: [],
    carrying: 'sole',
    sharePercent: 100,
  });
});

test('what the office does not list is left out, and the rest is kept once', () => {
  const { case: found } = asked({
    tier: 'C2',
    kind: 'custody',
    attributes: ['terrorism', 'of-my-own', 'terrorism'],
    complexity: ['chaotic', 'of-my-own'],
    letterTier: 'H',
    activity: 'sleeping',
    carrying: 'alone',
  });
  expect(found).toMatchObject({ attributes: ['terrorism'], complexity: ['chaotic'], letterTier: null });
  expect(found).toMatchObject({ activity: 'active', carrying: 'sole' });
});

test.each([
  ['co-working, the usual share', { carrying: 'co_work', share: '' }, 50],
  ['shadowing, the usual share', { carrying: 'shadow', share: '' }, 0],
  ['another share', { carrying: 'co_work', share: '40' }, 40],
  ['all of it', { carrying: 'co_work', share: '100' }, 100],
])('%s', (_story, fields, percent) => {
  expect(asked({ tier: 'C2', kind: 'custody', ...fields }).case?.sharePercent).toBe(percent);
});

test.each(['101', '-1', '4.5', 'half', '1000', '0x1'])('%s is no share', (share) => {
  expect(readShare(share, 50)).toBeNull();
  expect(Object.keys(asked({ tier: 'C2', kind: 'custody', share }).errors)).toEqual(['share']);
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
