import { describe, expect, test } from 'vitest';
import { measure } from './measure.ts';
import { readCorpus } from './readCorpus.ts';

/** Below these the check is worse than docs/personal-data.md says. */
const LEAST = { recall: 0.95, precision: 0.95 };

describe('the personal-data check, measured on the labelled texts', () => {
  const texts = readCorpus();
  const figures = measure(texts);

  test('there are at least 150 texts, a third of them with nothing to find', () => {
    expect(texts.length).toBeGreaterThanOrEqual(150);
    expect(texts.filter(({ marked }) => marked.length === 0).length).toBeGreaterThan(texts.length / 3);
  });

  test.each(figures)('finds $kind, and leaves other things alone', ({ marked, recall, precision }) => {
    expect(marked).toBeGreaterThanOrEqual(7);
    expect(recall).toBeGreaterThanOrEqual(LEAST.recall);
    expect(precision).toBeGreaterThanOrEqual(LEAST.precision);
  });
});
