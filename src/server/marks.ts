import { type PassageIndex, passageIndex } from '#src/domain/marks/passageIndex.ts';
import type { SectionText } from './content/lessonText.ts';
import { portal } from './portal.ts';

const kept = new WeakMap<readonly SectionText[], PassageIndex>();
const NOTHING: PassageIndex = [];

/** The words of a module ready to be searched, made once; without a section for a module that is no longer there. */
export function passagesOf(moduleId: string): PassageIndex {
  const texts = portal().content.texts.get(moduleId);
  if (!texts) return NOTHING;
  const index = kept.get(texts) ?? passageIndex(texts);
  kept.set(texts, index);
  return index;
}
