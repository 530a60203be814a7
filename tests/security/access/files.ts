import { addFile } from '../../support/fileRecords.ts';
import type { Insert } from '../../support/demoRecords.ts';
import type { Answer, Fields, PortalClient } from '../../support/portalClient.ts';
import { upload } from '../../support/uploads.ts';
import { soundOf } from '../hostile/recordings.ts';
import type { Column } from './cast.ts';
import { recordIdsOf } from './records.ts';
import type { Reach, Visit } from './reach.ts';
import { recordsOf, type Way } from './world.ts';

/** Files for one cell and way: one to read, that was handed in; one to take off and one to answer for, on the viewer's own draft. */
export function fileIdsOf({ name }: Column, way: Way) {
  const id = `${name} ${way}`.replaceAll(' ', '-');
  return { readId: `file-read-${id}`, removedId: `file-removed-${id}`, justifiedId: `file-justified-${id}` };
}

const isAssessing = ({ role }: Column) => role === 'assessor' || role === 'several';
/** The draft that the viewer of a cell would write: a record where she assesses, else the trainee's own. */
const draftOf = (column: Column, way: Way) =>
  isAssessing(column) ? recordIdsOf(column, way).savedId : recordsOf(column, way).draftId;
/** A page that the viewer may read, where there is one: what it answers to is the action. */
const pageOf = ({ column, way }: Visit) =>
  isAssessing(column)
    ? `/assess/records/${draftOf(column, way)}`
    : `/portfolio/evidence/${recordsOf(column, way).evidenceId}`;

/** Adds their rows. */
export function addFiles(insert: Insert, column: Column, way: Way): void {
  const { traineeId: uploadedBy } = column;
  const { evidenceId, submissionId } = recordsOf(column, way);
  const ids = fileIdsOf(column, way);
  addFile(insert, { id: ids.readId, evidenceId, uploadedBy, submissionId });
  for (const id of [ids.removedId, ids.justifiedId])
    addFile(insert, { id, evidenceId: draftOf(column, way), uploadedBy, found: '[["postcode",1]]' });
}

/** Uploads a file as a form without a script. */
export const uploadAs = (client: PortalClient, column: Column): Promise<Answer> =>
  upload(client, {
    evidenceId: draftOf(column, 'own page'),
    name: 'talk.mp3',
    declared: 'audio/mpeg',
    bytes: soundOf(),
    asJson: false,
  });

const reasonFor = (id: string): Fields => ({
  id,
  [`justify-file:${id}-postcode-1`]: 'A made-up place in a training case',
});

/** How the actions about files are reached. */
export const FILE_REACHES: Readonly<Record<string, Reach>> = {
  'files.justify': {
    page: pageOf,
    input: ({ column, way }) => reasonFor(fileIdsOf(column, way).justifiedId),
  },
  'files.remove': { page: pageOf, input: ({ column, way }) => ({ id: fileIdsOf(column, way).removedId }) },
};
