import { describe, expect, test } from 'vitest';
import { currentIds, movedDraft, movedIds, signedNow } from '#src/domain/portfolio/versions.ts';
import { line, step, version } from './lines.ts';

/** Three versions: 1.1 reworded twice; 1.2 changed, then reworded; 1.3 split, one part then dropped; 1.4 and 1.5 put together; 1.6 dropped. */
const THREE = line(
  [
    version('a', '1.1', '1.2', '1.3', '1.4', '1.5', '1.6'),
    version('b', '1.1', '1.2', '2.1', '2.2', '3.1'),
    version('c', '4.1', '4.2', '4.3', '4.4'),
  ],
  [
    ...step('a', 'b', '1.1>1.1', '1.2~1.2', '1.3>2.1', '1.3>2.2', '1.4>3.1', '1.5>3.1', '1.6>'),
    ...step('b', 'c', '1.1>4.1', '1.2>4.2', '2.1>4.3', '2.2>', '3.1>4.4'),
  ],
);

describe('what a criterion is called in the version that counts', () => {
  test.each([
    ['reworded twice, it carries', 'a', '1.1', [{ id: '4.1', carries: true }]],
    ['changed once on the way, it is looked at again', 'a', '1.2', [{ id: '4.2', carries: false }]],
    ['split, and one part dropped', 'a', '1.3', [{ id: '4.3', carries: true }]],
    ['put together with another', 'a', '1.5', [{ id: '4.4', carries: true }]],
    ['dropped', 'a', '1.6', []],
    ['dropped later', 'b', '2.2', []],
    ['in the version itself', 'c', '4.2', [{ id: '4.2', carries: true }]],
    ['of a version nobody knows', 'z', '1.1', []],
    ['that never was', 'a', '9.9', []],
  ])('%s', (_story, from, id, now) => {
    expect(currentIds(THREE, { version: from, id })).toEqual(now);
  });

  test('parts that come together again are told once, and carry where one way carries', () => {
    const qualifications = line(
      [version('a', '1.1'), version('b', '1.1', '1.2'), version('c', '1.1')],
      [...step('a', 'b', '1.1>1.1', '1.1~1.2'), ...step('b', 'c', '1.1>1.1', '1.2>1.1')],
    );
    expect(currentIds(qualifications, { version: 'a', id: '1.1' })).toEqual([{ id: '1.1', carries: true }]);
  });

  test('a mapping that leads back to an earlier version leads nowhere: versions follow in one line', () => {
    const round = line(
      [version('a', '1.1'), version('b', '1.1')],
      [...step('b', 'a', '1.1>1.1'), ...step('a', 'a', '1.1>1.1')],
    );
    expect(currentIds(round, { version: 'a', id: '1.1' })).toEqual([]);
    expect(signedNow(round, [{ version: 'a', id: '1.1' }]).size).toBe(0);
  });
});

describe('what was signed', () => {
  const signed = (...pairs: string[]) =>
    pairs.map((pair) => {
      const [at = '', id = ''] = pair.split(' ');
      return { version: at, id };
    });
  const now = (...pairs: string[]) =>
    Object.fromEntries([...signedNow(THREE, signed(...pairs))].map(([id, { carries }]) => [id, carries]));

  test.each([
    ['stays signed under other words', ['a 1.1'], { '4.1': true }],
    ['is looked at again where it changed', ['a 1.2'], { '4.2': false }],
    ['stands for every part it was split into', ['a 1.3'], { '4.3': true }],
    ['is not enough where another was put to it that nobody signed', ['a 1.4'], { '4.4': false }],
    ['is enough where both were signed', ['a 1.4', 'a 1.5'], { '4.4': true }],
    ['counts for nothing where it was dropped', ['a 1.6'], {}],
    ['anew in between counts anew', ['a 1.2', 'b 1.2'], { '4.2': true }],
    ['anew in the end counts anew', ['a 1.4', 'c 4.4'], { '4.4': true }],
  ])('%s', (_story, pairs, came) => {
    expect(now(...pairs)).toEqual(came);
  });

  test('tells the signatures it comes from', () => {
    expect(signedNow(THREE, signed('a 1.4', 'a 1.5')).get('4.4')?.from).toEqual(signed('a 1.4', 'a 1.5'));
  });
});

describe('a draft', () => {
  const draft = {
    qualificationVersion: 'a',
    claims: ['1.1', '1.3', '1.6'],
    whereShown: { '1.1': 'At the top', '1.6': 'Below' },
  };

  test('has its claims moved, with where each is shown, and is told what is gone', () => {
    expect(movedDraft(THREE, draft)).toEqual({
      qualificationVersion: 'c',
      claims: ['4.1', '4.3'],
      whereShown: { '4.1': 'At the top', '4.3': '' },
      droppedClaims: [{ id: '1.6', text: '1.6 in a' }],
    });
  });

  test('moved once is not moved again', () => {
    const { droppedClaims, ...moved } = movedDraft(THREE, draft);
    expect(droppedClaims).toHaveLength(1);
    expect(movedDraft(THREE, moved)).toEqual({ ...moved, droppedClaims: [] });
  });

  test('from before there could be other versions is in the first one', () => {
    expect(movedIds(THREE, { version: null, ids: ['1.2'] }).ids).toEqual([{ id: '4.2', from: '1.2' }]);
  });
});
