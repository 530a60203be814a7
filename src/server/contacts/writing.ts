import {
  findContact,
  findContactAction,
  insertContact,
  insertContactAction,
  insertContactActionEnd,
} from '#db/queries/contacts/contacts.ts';
import { listParticipants } from '#db/queries/supervisionAgenda.ts';
import { findTraineeSubject } from '#db/queries/trainees.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { aboutSignal } from '#src/domain/contacts/about.ts';
import type { ActionOutcome, ContactKind } from '#src/domain/contacts/words.ts';
import { actionProblems, happenedOnProblem } from '#src/domain/contacts/writing.ts';
import { Refusal } from '#src/domain/errors.ts';
import { notify } from '../notices/notify.ts';
import { now, today } from '../portal.ts';
import { refuseFull } from '../room.ts';
import { tutorNow } from '../viewerNow.ts';

/** What was agreed, as a form gives it; all of it empty where nothing was. */
interface TypedAction {
  readonly actionId: string;
  readonly action: string;
  readonly ownerId: string;
  readonly dueOn: string;
}

export interface TypedContact extends TypedAction {
  readonly id: string;
  readonly traineeId: string;
  readonly happenedOn: string;
  readonly kind: ContactKind;
  readonly words: string;
  /** The signal that it is about, or empty. */
  readonly signal: string;
  /** The entry that it puts right, or empty. */
  readonly corrects: string;
}

/** Whether her cohort is still the viewer's, asked inside the transaction. Throws `not_found`. */
async function refuseOther(tx: Writer, viewer: Viewer, traineeId: string): Promise<void> {
  authorise(await tutorNow(tx, viewer), 'contact.write', await findTraineeSubject(tx, traineeId));
}

/** Keeps an entry and its action. A form that was sent before changes nothing. Throws `bad_input` with fields, `conflict`, `not_found`. */
export async function writeContact(tx: Writer, viewer: Viewer, typed: TypedContact): Promise<void> {
  const { id, traineeId, happenedOn, kind, words, corrects } = typed;
  await refuseOther(tx, viewer, traineeId);
  const kept = await findContact(tx, id);
  if (kept?.traineeId === traineeId) return;
  if (kept) throw new Refusal('conflict');
  await refuseProblems(tx, typed);
  await refuseCorrected(tx, typed);
  await refuseFull(tx, 'contacts', traineeId);
  await insertContact(tx, {
    ...{ id, traineeId, happenedOn, kind, words: words.trim(), signal: aboutSignal(typed.signal) },
    ...{ corrects: corrects === '' ? null : corrects, writerId: viewer.id, writtenAt: now() },
  });
  if (typed.action.trim() !== '') await keepAction(tx, viewer, { ...typed, contactId: id });
}

/** Keeps something that was agreed apart from an entry. A form that was sent before changes nothing. */
export async function addAction(tx: Writer, viewer: Viewer, typed: TypedAction & { traineeId: string }): Promise<void> {
  await refuseOther(tx, viewer, typed.traineeId);
  const kept = await findContactAction(tx, typed.actionId);
  if (kept?.traineeId === typed.traineeId) return;
  const fields = await problemsOf(tx, typed);
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  await keepAction(tx, viewer, { ...typed, contactId: null });
}

async function problemsOf(
  tx: Writer,
  { traineeId, action, ownerId, dueOn }: TypedAction & { traineeId: string },
): Promise<Record<string, string>> {
  const people = await listParticipants(tx, traineeId, today());
  const owners = [traineeId, ...people.map(({ personId }) => personId)];
  return actionProblems({ words: action, ownerId, dueOn }, { owners, today: today() });
}

async function refuseProblems(tx: Writer, typed: TypedContact): Promise<void> {
  const fields = await problemsOf(tx, typed);
  const problem = happenedOnProblem(typed.happenedOn, today());
  if (problem !== null) fields.happenedOn = problem;
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
}

/** An entry is put right once; whoever comes second corrects the correction. */
async function refuseCorrected(tx: Writer, { corrects, traineeId }: TypedContact): Promise<void> {
  if (corrects === '') return;
  const wrong = await findContact(tx, corrects);
  if (wrong?.traineeId !== traineeId) throw new Refusal('not_found');
  if (wrong.correctedBy !== null)
    throw new Refusal('conflict', { words: 'Somebody has put this entry right already. Look at the log again.' });
}

type NewAction = TypedAction & { readonly traineeId: string; readonly contactId: string | null };

async function keepAction(tx: Writer, viewer: Viewer, typed: NewAction): Promise<void> {
  const { actionId, traineeId, contactId, action, ownerId, dueOn } = typed;
  if (await findContactAction(tx, actionId)) throw new Refusal('conflict');
  await refuseFull(tx, 'contactActions', traineeId);
  await insertContactAction(tx, {
    ...{ id: actionId, traineeId, contactId, words: action.trim(), ownerId, dueOn },
    ...{ writerId: viewer.id, writtenAt: now() },
  });
  if (ownerId === viewer.id) return;
  await notify(tx, [
    { personId: ownerId, kind: 'action-due', key: `action:${actionId}`, traineeId, details: { actionId, dueOn } },
  ]);
}

/** Ends an action; gives back whose it is. A repeat changes nothing. Throws `not_found`, `conflict` where it has ended otherwise. */
export async function endAction(
  tx: Writer,
  viewer: Viewer,
  { endedId, outcome, endWords }: { endedId: string; outcome: ActionOutcome; endWords: string },
): Promise<string> {
  const action = await findContactAction(tx, endedId);
  authorise(await tutorNow(tx, viewer), 'contactAction.end', action);
  if (!action) throw new Refusal('not_found');
  if (action.outcome === outcome) return action.traineeId;
  if (action.outcome !== null)
    throw new Refusal('conflict', { words: 'Somebody has ended this action already. Look at the log again.' });
  await insertContactActionEnd(tx, {
    ...{ actionId: endedId, outcome, words: endWords.trim(), personId: viewer.id, endedAt: now() },
  });
  return action.traineeId;
}
