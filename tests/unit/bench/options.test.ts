import { describe, expect, test } from 'vitest';
import { readBenchOptions } from '../../../scripts/bench/options.ts';

describe('what the bench is asked for', () => {
  test('without options it measures the agreed size', () => {
    expect(readBenchOptions([])).toEqual({
      trainees: 2600,
      evidence: 0,
      connections: [1, 16],
      seconds: 10,
      dataset: null,
    });
  });

  test('every option can be set', () => {
    const sizes = ['--trainees', '200', '--evidence', '60'];
    const args = [...sizes, '--connections', '1,4, 32', '--seconds', '3', '--dataset', 'kept'];
    const read = { trainees: 200, evidence: 60, connections: [1, 4, 32], seconds: 3, dataset: 'kept' };
    expect(readBenchOptions(args)).toEqual(read);
  });

  test.each([
    ['too few trainees', ['--trainees', '24'], '--trainees takes whole numbers from 25 to 20000, not "24".'],
    ['half a second', ['--seconds', '0.5'], '--seconds takes whole numbers from 1 to 600, not "0.5".'],
    ['no connections', ['--connections', ''], '--connections takes whole numbers from 1 to 1000, not "".'],
    ['a word', ['--connections', '1,many'], '--connections takes whole numbers from 1 to 1000, not "many".'],
    ['a number with an exponent', ['--trainees', '1e3'], '--trainees takes whole numbers from 25 to 20000, not "1e3".'],
    [
      'an unknown option',
      ['--people', '30'],
      'There are five options: --trainees, --evidence, --connections, --seconds and --dataset.',
    ],
    ['an option without its value', ['--seconds'], 'There are five options'],
    ['a stray word', ['all'], 'There are five options'],
  ])('%s is answered with a sentence and an example', (_story, args, sentence) => {
    expect(() => readBenchOptions(args)).toThrow(sentence);
    expect(() => readBenchOptions(args)).toThrow(
      'npm run bench -- --trainees 2600 --evidence 60 --connections 1,16 --seconds 10',
    );
  });
});
