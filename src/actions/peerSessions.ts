import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { listPeerSessions, type PeerSessionRow } from '#db/queries/peerSessions/sessions.ts';
import { updatePeerSession } from '#db/queries/peerSessions/writes.ts';
import type { Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { PEER_LIMITS } from '#src/domain/peerSessions/limits.ts';
import { isSamePlan, noteKept, noteProblem, type PeerSessionPlan } from '#src/domain/peerSessions/planForm.ts';
import { timeProblems } from '#src/domain/peerSessions/rotaForm.ts';
import { rotaProblems } from '#src/domain/peerSessions/rotaRows.ts';
import { PEER_FORMATS } from '#src/domain/peerSessions/words.ts';
import type { Justification } from '#src/domain/personalData/answers.ts';
import { nextRevision } from '#src/domain/revision.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { refuseFixedPlan, sessionFor, sessionSubjectOf } from '#src/server/peerSessions/planned.ts';
import { plannedDays } from '#src/server/peerSessions/rota.ts';
import { tellCohort } from '#src/server/peerSessions/telling.ts';
import { now, today } from '#src/server/portal.ts';
import { materialForm, removalForm, addMaterial, takeMaterialOut } from './peerSessions/materials.ts';
import { leaveRole, prepare, preparationForm, roleForm, takeRole } from './peerSessions/parts.ts';
import { checkedPlaces, withReasons } from './personalData.ts';
import { dayOrEmpty, recordId, revision } from './typedFields.ts';
import { orEmpty, safeText, typedText } from './typedText.ts';

const trimmed = (text: string) => text.trim();
const SAVED_BY_ANOTHER =
  'Somebody else saved another version of this plan. Yours is still here and not yet saved: what is kept stands under the form.';

/** What the session is about. Passages that look like somebody’s are taken out or answered, by field. */
const planForm = withReasons(
  z.object({
    sessionId: recordId,
    revision,
    format: orEmpty(z.union([z.literal(''), z.enum(PEER_FORMATS)])).transform((format) =>
      format === '' ? null : format,
    ),
    title: typedText(PEER_LIMITS.title).transform(trimmed),
    aim: typedText(PEER_LIMITS.aim).transform(trimmed),
    contentNote: typedText(PEER_LIMITS.note),
    nothingHard: z.literal('yes').nullish(),
    guest: typedText(PEER_LIMITS.line).transform(trimmed),
  }),
);
type PlanForm = z.infer<typeof planForm>;

function planOf(form: PlanForm): PeerSessionPlan {
  const typed = { contentNote: form.contentNote, nothingHard: form.nothingHard === 'yes' };
  const problem = noteProblem(typed);
  if (problem !== null) throw new Refusal('bad_input', { fields: { contentNote: problem } });
  const { format, title, aim, guest } = form;
  return { format, title, aim, guest, contentNote: noteKept(typed) };
}

const placesOf = ({ title, aim, contentNote, guest }: PlanForm) => [
  { place: 'title', text: title },
  { place: 'aim', text: aim },
  { place: 'contentNote', text: contentNote },
  { place: 'guest', text: guest },
];

interface Sent {
  readonly form: PlanForm;
  readonly reasons: readonly Justification[];
}

async function savePlan(tx: Writer, { form, reasons }: Sent, viewer: Viewer): Promise<void> {
  const session = await sessionFor(tx, viewer, { sessionId: form.sessionId, ability: 'peerSession.lead' });
  const plan = planOf(form);
  if (isSamePlan(plan, session)) return;
  refuseFixedPlan(session);
  const next = nextRevision(session.revision, form.revision, SAVED_BY_ANOTHER);
  const saved = { revision: next, savedBy: viewer.id, savedAt: now(), reasons: JSON.stringify(reasons) };
  await updatePeerSession(tx, { id: session.id, ...plan, ...saved });
}

/** When and where. Only a tutor moves the day. */
const arrangeForm = z.object({
  sessionId: recordId,
  revision,
  day: dayOrEmpty('Give the day'),
  startsAt: orEmpty(z.string().max(8)).transform((text) => text.slice(0, 5)),
  endsAt: orEmpty(z.string().max(8)).transform((text) => text.slice(0, 5)),
  place: safeText(PEER_LIMITS.line).transform(trimmed),
});
type ArrangeForm = z.infer<typeof arrangeForm>;

/** Throws `not_allowed` for a day that a leader moves, `bad_input` for one that is over or taken. */
async function refuseDay(tx: Writer, day: string, { session, viewer }: { session: PeerSessionRow; viewer: Viewer }) {
  authorise(viewer, 'peerRota.write', { cohortId: session.cohortId });
  const sessions = await listPeerSessions(tx, viewer, session.cohortId);
  const planned = plannedDays(sessions.filter(({ id }) => id !== session.id));
  const problems = rotaProblems([{ id: session.id, day, leaderId: '' }], { members: [], planned, today: today() });
  const words = problems['day-1'];
  if (words !== undefined) throw new Refusal('bad_input', { fields: { day: words } });
}

async function arrange(tx: Writer, form: ArrangeForm, viewer: Viewer): Promise<void> {
  const session = await sessionFor(tx, viewer, { sessionId: form.sessionId, ability: 'peerSession.lead' });
  const { startsAt, endsAt, place } = form;
  const day = form.day === '' ? session.day : form.day;
  const isSame =
    [day, startsAt, endsAt, place].join('\n') ===
    [session.day, session.startsAt, session.endsAt, session.place].join('\n');
  if (isSame) return;
  refuseFixedPlan(session);
  const fields = timeProblems(form);
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
  if (day !== session.day) await refuseDay(tx, day, { session, viewer });
  const next = nextRevision(session.revision, form.revision, SAVED_BY_ANOTHER);
  const saved = { revision: next, savedBy: viewer.id, savedAt: now() };
  await updatePeerSession(tx, { id: session.id, day, startsAt, endsAt, place, ...saved });
  await tellCohort(tx, viewer.id, { session, what: 'changed', change: String(next) });
}

export const peerSessions = {
  /** The leader or the tutor says what a session is about: format, title, aim, content note, guest. */
  plan: defineAction({
    accept: 'form',
    input: planForm,
    handler: guarded({
      ability: 'peerSession.lead',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: async (form, _viewer, { write }) => {
        const reasons = checkedPlaces(form, placesOf(form));
        await write((tx, saver) => savePlan(tx, { form, reasons }, saver));
        return { sessionId: form.sessionId };
      },
    }),
  }),

  /** The leader or the tutor says when it begins and ends, and where; the tutor also on which day. The cohort is told. */
  arrange: defineAction({
    accept: 'form',
    input: arrangeForm,
    handler: guarded({
      ability: 'peerSession.lead',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: async (form, _viewer, { write }) => {
        await write((tx, saver) => arrange(tx, form, saver));
        return { sessionId: form.sessionId };
      },
    }),
  }),

  /** Somebody of the cohort takes a role that nobody has. */
  takeRole: defineAction({
    accept: 'form',
    input: roleForm,
    handler: guarded({
      ability: 'peerSession.take',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: (form, _viewer, { write }) => write((tx, member) => takeRole(tx, form, member)),
    }),
  }),

  /** She gives it back. */
  leaveRole: defineAction({
    accept: 'form',
    input: roleForm,
    handler: guarded({
      ability: 'peerSession.take',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: (form, _viewer, { write }) => write((tx, member) => leaveRole(tx, form, member)),
    }),
  }),

  /** Whoever has a part, or the tutor, ticks what is prepared, or takes the tick back. */
  prepare: defineAction({
    accept: 'form',
    input: preparationForm,
    handler: guarded({
      ability: 'peerSession.read',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: (form, _viewer, { write }) => write((tx, member) => prepare(tx, form, member)),
    }),
  }),

  /** Whoever has a part, or the tutor, adds something to read. */
  addMaterial: defineAction({
    accept: 'form',
    input: materialForm,
    handler: guarded({
      ability: 'peerSession.read',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: (form, _viewer, { write }) => addMaterial(form, write),
    }),
  }),

  /** Whoever added it, the leader or the tutor takes it out. */
  removeMaterial: defineAction({
    accept: 'form',
    input: removalForm,
    handler: guarded({
      ability: 'peerSession.read',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: (form, _viewer, { write }) => write((tx, member) => takeMaterialOut(tx, form, member)),
    }),
  }),
};
