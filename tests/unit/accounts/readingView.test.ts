import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  READING_CHOICES,
  readingViewForm,
  readReadingView,
  USUAL_VIEW,
  writeReadingView,
} from '#src/domain/accounts/readingView.ts';

describe('how somebody likes pages set', () => {
  test('is kept as what differs from usual, and as nothing where nothing does', () => {
    expect(writeReadingView(USUAL_VIEW)).toBeNull();
    expect(writeReadingView({ size: 'larger', spacing: 'usual', page: 'calm' })).toBe('size=larger page=calm');
  });

  test('every choice comes back as it was made', () => {
    const view = fc.record({
      size: fc.constantFrom(...READING_CHOICES.size),
      spacing: fc.constantFrom(...READING_CHOICES.spacing),
      page: fc.constantFrom(...READING_CHOICES.page),
    });
    fc.assert(
      fc.property(view, (chosen) => {
        expect(readReadingView(writeReadingView(chosen))).toEqual(chosen);
      }),
    );
  });

  test.each([[null], [undefined], [''], ['size=enormous'], ['colour=red'], ['size'], ['=='], ['__proto__=calm']])(
    'what nobody knows is as usual: %j',
    (text) => {
      expect(readReadingView(text)).toEqual(USUAL_VIEW);
    },
  );

  test('what is known counts, whatever stands beside it', () => {
    expect(readReadingView('colour=red size=large page=loud')).toEqual({ ...USUAL_VIEW, size: 'large' });
  });

  test('reading it never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Object.keys(readReadingView(text))).toEqual(['size', 'spacing', 'page']);
      }),
    );
  });

  test('a form with anything else in it is refused at the field', () => {
    const { error } = readingViewForm.safeParse({ size: 'enormous', spacing: 'wide', page: 'calm' });
    expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([['size', 'Choose one of these']]);
  });
});
