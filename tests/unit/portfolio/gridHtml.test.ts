import { describe, expect, test } from 'vitest';
import { criteriaHtml, type GridLook } from '#src/components/portfolio/gridHtml.ts';
import type { CriterionSignOff, GridCriterion } from '#src/domain/portfolio/grid.ts';
import { gridRow } from './gridRow.ts';

const criterion = (change: Partial<GridCriterion> = {}) =>
  gridRow({ text: 'Listen & agree', missingKinds: ['observation'], ...change });
const signOff: CriterionSignOff = {
  signOffId: 'signed',
  signedAt: new Date('2026-10-01T10:00:00Z'),
  signerName: 'Daniel Marsh',
  qualificationVersion: '2026-1',
  isChecked: false,
  mustLookAgain: false,
};
const look = (change: Partial<GridLook> = {}): GridLook => ({ canClaim: false, version: '2026-1', ...change });
const written = (row: GridCriterion, seen: GridLook) => criteriaHtml([row], seen).text;
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('a criterion of the grid', () => {
  test('tells its state in a word, how often it was shown, what is missing and what it takes', () => {
    const html = written(criterion(), look());
    expect(html).toContain('<div id="criterion-3.2">');
    expect(text(html)).toContain('3.2 Working towards Listen &amp; agree Shown 1 of 2 times needed.');
    expect(text(html)).toContain('Still missing: direct observation. Takes: direct observation or reflective account.');
    expect(html).not.toContain('<form');
    expect(html).not.toContain('Evidence:');
  });

  test('that is signed off says by whom and under which words, and offers nothing to start', () => {
    const old = { ...signOff, oldWords: { id: '3.1', text: 'Hear <them>' } };
    const html = written(criterion({ state: 'met', signOff: old }), look({ canClaim: true }));
    expect(text(html)).toContain('Signed off by Daniel Marsh on 1 October 2026, under version 2026-1.');
    expect(html).toContain('It was signed as 3.1: “Hear &lt;them&gt;”');
    expect(html).not.toContain('/portfolio/evidence/new');
  });

  test('links to the evidence that the reader may open and to no other, its title as text', () => {
    const titles = new Map([
      ['visit', '<b>A visit</b> & more'],
      ['blank', ''],
    ]);
    const html = written(criterion({ evidenceIds: ['visit', 'unopened', 'blank'] }), look({ titles }));
    expect(html).toContain('<a href="/portfolio/evidence/visit">&lt;b&gt;A visit&lt;/b&gt; &amp; more</a>');
    expect(html).toContain('<a href="/portfolio/evidence/blank">Without a title yet</a>');
    expect(html).not.toContain('unopened');
  });

  test('offers its own trainee to start evidence where it is a gap', () => {
    expect(written(criterion(), look({ canClaim: true }))).toContain('/portfolio/evidence/new?criteria=3.2');
    expect(written(criterion(), look())).not.toContain('/portfolio/evidence/new');
  });
});

describe('a trainee’s own rating', () => {
  const ratings = new Map([['3.2', 'with_help']] as const);

  test('is a form with what she chose for herself', () => {
    const html = written(criterion(), look({ ratings, rateAction: '/?_action=rate', version: '2027-1' }));
    expect(html).toContain('<select class="govuk-select rating__choice" id="rating-3-2" name="rating">');
    expect(html).toContain('<label class="rating__label" for="rating-3-2"');
    expect([...html.matchAll(/<option value="([a-z_]*)"\s+selected>/g)].map(([, value]) => value)).toEqual([
      'with_help',
    ]);
    expect(html).toContain('value="2027-1"');
    expect(text(html)).toContain('Result:');
  });

  test('that she has not given leaves the first choice', () => {
    const html = written(criterion(), look({ ratings: new Map(), rateAction: '/?_action=rate' }));
    expect(html).not.toContain(' selected');
    expect(html.match(/<option value="([a-z_]*)"/)?.[1]).toBe('');
  });

  test('is told to whoever supports her, and to others not at all', () => {
    expect(text(written(criterion(), look({ ratings })))).toContain('Their own rating: “I can do it with help”');
    expect(text(written(criterion(), look({ ratings: new Map() })))).toContain('Their own rating: Not rated yet');
    expect(text(written(criterion(), look()))).not.toContain('rating');
  });
});
