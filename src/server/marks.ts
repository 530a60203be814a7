import { listAllMarks } from '#db/queries/marks.ts';
import { listReflectedModules } from '#db/queries/reflections.ts';
import type { Reader } from '#db/client.ts';
import { type Notes, notesOf } from '#src/domain/marks/notes.ts';
import { type PassageIndex, passageIndex } from '#src/domain/marks/passageIndex.ts';
import { placeMarks } from '#src/domain/marks/placed.ts';
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

/** Everything a trainee marked, put together for reading. Two queries in one round trip. */
export async function loadNotes(db: Reader, traineeId: string): Promise<Notes> {
  const [marks, reflected] = await Promise.all([listAllMarks(db, traineeId), listReflectedModules(db, traineeId)]);
  const { modules } = portal().content;
  return notesOf({ marks, modules, reflected, place: (id, own) => placeMarks(own, passagesOf(id)) });
}
