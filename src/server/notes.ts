import { listAllMarks, listReflectedModules } from '#db/queries/marks.ts';
import type { Reader } from '#db/client.ts';
import { type Notes, notesOf } from '#src/domain/marks/notes.ts';
import { placeMarks } from '#src/domain/marks/placed.ts';
import { passagesOf } from './marks.ts';
import { portal } from './portal.ts';

/** Everything a trainee marked, put together for reading. Two queries in one round trip. */
export async function loadNotes(db: Reader, traineeId: string): Promise<Notes> {
  const [marks, reflected] = await Promise.all([listAllMarks(db, traineeId), listReflectedModules(db, traineeId)]);
  const { modules } = portal().content;
  return notesOf({ marks, modules, reflected, place: (id, own) => placeMarks(own, passagesOf(id)) });
}
