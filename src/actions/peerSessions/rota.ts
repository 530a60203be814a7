import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import { listPeerSessions } from '#db/queries/peerSessions/sessions.ts';
import { insertPart, insertPeerSession, updatePeerSession } from '#db/queries/peerSessions/writes.ts';
import type { Writer } from '#db/client.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { MOST_MONTHS, PEER_LIMITS } from '#src/domain/peerSessions/limits.ts';
import { timeProblems } from '#src/domain/peerSessions/rotaForm.ts';
import { leaderProblem, rotaProblems, type RotaRow } from '#src/domain/peerSessions/rotaRows.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import {
  changeLeader,
  refuseFixedPlan,
  sessionFor,
  sessionSubjectOf,
  withdrawSwaps,
} from '#src/server/peerSessions/planned.ts';
import { loadRotaMembers, plannedDays } from '#src/server/peerSessions/rota.ts';
import { tellCohort, tellOfSession } from '#src/server/peerSessions/telling.ts';
import { newId, now, today } from '#src/server/portal.ts';
import { refuseFull } from '#src/server/room.ts';
import { recordId } from '../typedFields.ts';
import { neededText, orEmpty, safeText } from '../typedText.ts';

const short = orEmpty(z.string().max(100));

/** A rota as its preview sends it: what the sessions have in common, and a line for each. */
const rotaForm = z.object({
  cohortId: recordId,
  startsAt: short,
  endsAt: short,
  place: safeText(PEER_LIMITS.line).transform((text) => text.trim()),
  id: z.array(z.uuid()).min(1).max(MOST_MONTHS),
  day: z.array(short).max(MOST_MONTHS),
  leader: z.array(short).max(MOST_MONTHS),
});
type RotaForm = z.infer<typeof rotaForm>;

const rowsOf = ({ id, day, leader }: RotaForm): RotaRow[] =>
  id.map((own, index) => ({ id: own, day: day[index] ?? '', leaderId: leader[index] ?? '' }));

function refuseProblems(fields: Record<string, string>): void {
  if (Object.keys(fields).length > 0) throw new Refusal('bad_input', { fields });
}

/** Writes one line. Throws `conflict` where its id is known of another cohort. */
async function keepLine(tx: Writer, row: RotaRow, { form, viewer }: { form: RotaForm; viewer: Viewer }) {
  const { cohortId, startsAt, endsAt, place } = form;
  await refuseFull(tx, 'peerSessions', cohortId);
  const saved = { revision: 1, savedBy: viewer.id, savedAt: now() };
  const isNew = await insertPeerSession(tx, { id: row.id, cohortId, day: row.day, startsAt, endsAt, place, ...saved });
  if (!isNew) throw new Refusal('conflict');
  if (row.leaderId === '') return;
  const part = { id: newId(), sessionId: row.id, traineeId: row.leaderId, role: 'leader' as const };
  await insertPart(tx, { ...part, givenBy: viewer.id, givenAt: now() });
  await tellOfSession(tx, [row.leaderId], { session: { id: row.id, cohortId }, what: 'leader', change: part.id });
}

/** Writes a rota. Lines that stand already, because the form was sent before, change nothing. */
async function save(tx: Writer, form: RotaForm, viewer: Viewer): Promise<number> {
  const sessions = await listPeerSessions(tx, viewer, form.cohortId);
  const known = new Set(sessions.map(({ id }) => id));
  const rows = rowsOf(form);
  const fresh = rows.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return rows.length;
  const members = await loadRotaMembers(tx, viewer, form.cohortId);
  refuseProblems({
    ...timeProblems(form),
    ...rotaProblems(fresh, { members, planned: plannedDays(sessions), today: today() }),
  });
  for (const row of fresh) await keepLine(tx, row, { form, viewer });
  return rows.length;
}

const leadForm = z.object({ sessionId: recordId, leader: short, was: short });
type LeadForm = z.infer<typeof leadForm>;

const LED_BY_ANOTHER = 'Somebody else leads this session by now. Look at it again first.';

async function setLeader(tx: Writer, { sessionId, leader, was }: LeadForm, viewer: Viewer): Promise<void> {
  const session = await sessionFor(tx, viewer, { sessionId, ability: 'peerRota.write' });
  refuseFixedPlan(session);
  const stands = session.leaderId ?? '';
  if (stands === leader) return;
  if (stands !== was) throw new Refusal('conflict', { words: LED_BY_ANOTHER });
  const members = await loadRotaMembers(tx, viewer, session.cohortId);
  const problem = leaderProblem(leader, session.day, members);
  if (problem !== null) throw new Refusal('bad_input', { fields: { leader: problem } });
  await changeLeader(tx, { session, leaderId: leader === '' ? null : leader, byId: viewer.id });
}

async function cancel(tx: Writer, { sessionId, reason }: { sessionId: string; reason: string }, viewer: Viewer) {
  const session = await sessionFor(tx, viewer, { sessionId, ability: 'peerRota.write' });
  if (session.cancelledAt !== null && session.cancelReason === reason) return;
  refuseFixedPlan(session);
  const at = now();
  await updatePeerSession(tx, { id: sessionId, cancelledAt: at, cancelledBy: viewer.id, cancelReason: reason });
  await withdrawSwaps(tx, [session]);
  await tellCohort(tx, viewer.id, { session, what: 'cancelled', change: 'once' });
}

export const peerRota = {
  /** A tutor writes the sessions that the preview showed, each with who leads it. */
  save: defineAction({
    accept: 'form',
    input: rotaForm,
    handler: guarded({
      ability: 'peerRota.write',
      subject: ({ cohortId }) => ({ cohortId }),
      run: async (form, _viewer, { write }) => ({ sessions: await write((tx, viewer) => save(tx, form, viewer)) }),
    }),
  }),

  /** A tutor gives a session to another leader, or to nobody for now. */
  lead: defineAction({
    accept: 'form',
    input: leadForm,
    handler: guarded({
      ability: 'peerRota.write',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: async (form, _viewer, { write }) => {
        await write((tx, viewer) => setLeader(tx, form, viewer));
        return { sessionId: form.sessionId };
      },
    }),
  }),

  /** A tutor cancels a session with a reason that the cohort reads. Cancelled stays cancelled. */
  cancel: defineAction({
    accept: 'form',
    input: z.object({
      sessionId: recordId,
      cancelReason: neededText(PEER_LIMITS.line, 'Say why, in a few words').transform((text) => text.trim()),
    }),
    handler: guarded({
      ability: 'peerRota.write',
      subject: ({ sessionId }, _viewer, db) => sessionSubjectOf(db, sessionId),
      run: async ({ sessionId, cancelReason: reason }, _viewer, { write }) => {
        await write((tx, viewer) => cancel(tx, { sessionId, reason }, viewer));
        return { sessionId };
      },
    }),
  }),
};
