import { defineAction } from 'astro:actions';
import { z } from 'astro/zod';
import {
  findOwnAfter,
  insertFeedback,
  insertIntention,
  insertIntentionReview,
  type OwnAfter,
} from '#db/queries/peerSessions/afterwards.ts';
import { findPeerSession, sessionSubject } from '#db/queries/peerSessions/sessions.ts';
import type { Reader, Writer } from '#db/client.ts';
import { authorise } from '#src/domain/access/policy.ts';
import type { Viewer } from '#src/domain/access/viewer.ts';
import { Refusal } from '#src/domain/errors.ts';
import { AFTER_LIMITS, whyNoFeedback, whyNoIntention, whyNoReview } from '#src/domain/peerSessions/afterwards.ts';
import { INTENTION_OUTCOMES } from '#src/domain/peerSessions/words.ts';
import { guarded } from '#src/server/astro/guarded.ts';
import { sessionSubjectOf } from '#src/server/peerSessions/planned.ts';
import { closeSession, keepAttendance } from '#src/server/peerSessions/closing.ts';
import { sessionAsEvidence } from '#src/server/peerSessions/sessionEvidence.ts';
import { now, today } from '#src/server/portal.ts';
import { checkedPlaces, withReasons } from '../personalData.ts';
import { recordId } from '../typedFields.ts';
import { neededText, neededWords, safeText, typedText } from '../typedText.ts';

const sessionId = recordId;
const wholeForm = (form: unknown) => (form instanceof FormData ? Object.fromEntries(form) : form);
/** `attendance-PERSON` beside the session. */
const attendanceForm = z.preprocess(wholeForm, z.looseObject({ sessionId }));

const SAID_BEFORE = 'You said something here before, and it stands as it is.';

/** What the viewer has to do with a session. Throws `not_found`. */
async function ownPart(db: Reader, viewer: Viewer, id: string): Promise<OwnAfter> {
  const own = await findOwnAfter(db, viewer.id, id);
  if (!own) throw new Refusal('not_found');
  return own;
}

/** Her own part of a session of the cohort that she is in. Throws `not_found`. */
async function memberPart(tx: Writer, viewer: Viewer, id: string): Promise<OwnAfter> {
  authorise(viewer, 'peerSession.take', sessionSubject(await findPeerSession(tx, id)));
  return ownPart(tx, viewer, id);
}

function refuseWhere(problem: string | null): void {
  if (problem !== null) throw new Refusal('conflict', { words: problem });
}

/** True where the same was said before, so that a repeat changes nothing; throws `conflict` where it was something else. */
function isRepeated(before: readonly (string | null)[], sent: readonly string[]): boolean {
  if (before[0] === null) return false;
  if (before.every((words, index) => words === sent[index])) return true;
  throw new Refusal('conflict', { words: SAID_BEFORE });
}

async function intend(tx: Writer, viewer: Viewer, { id, words }: { id: string; words: string }): Promise<void> {
  const own = await memberPart(tx, viewer, id);
  if (isRepeated([own.intention], [words])) return;
  refuseWhere(whyNoIntention(own, today()));
  await insertIntention(tx, { sessionId: id, traineeId: viewer.id, words, at: now() });
}

type Outcome = (typeof INTENTION_OUTCOMES)[number];
interface Review {
  readonly id: string;
  readonly outcome: Outcome;
  readonly words: string;
}

async function review(tx: Writer, viewer: Viewer, { id, outcome, words }: Review): Promise<void> {
  const own = await ownPart(tx, viewer, id);
  if (own.intention === null) throw new Refusal('not_found');
  if (isRepeated([own.outcome, own.review], [outcome, words])) return;
  refuseWhere(whyNoReview({ day: own.day, hasIntention: own.intention !== null }, today()));
  await insertIntentionReview(tx, { sessionId: id, traineeId: viewer.id, outcome, words, at: now() });
}

interface Feedback {
  readonly id: string;
  readonly helped: string;
  readonly suggestion: string;
}

async function giveFeedback(tx: Writer, viewer: Viewer, { id, helped, suggestion }: Feedback): Promise<void> {
  const own = await memberPart(tx, viewer, id);
  if (isRepeated([own.helped, own.suggestion], [helped, suggestion])) return;
  refuseWhere(whyNoFeedback(own, today()));
  await insertFeedback(tx, { sessionId: id, traineeId: viewer.id, helped, suggestion, at: now() });
}

export const peerAfter = {
  /** Marks who was there, before a session is closed or to put it right afterwards. */
  saveAttendance: defineAction({
    accept: 'form',
    input: attendanceForm,
    handler: guarded({
      ability: 'peerSession.lead',
      subject: (input, _viewer, db) => sessionSubjectOf(db, input.sessionId),
      run: async (input, _viewer, { write }) => {
        await write((tx, leader) => keepAttendance(tx, leader, input));
        return { sessionId: input.sessionId };
      },
    }),
  }),

  /** Closes a session that was held: attendance is whole, and everybody who was there is asked what she takes away. */
  close: defineAction({
    accept: 'form',
    input: attendanceForm,
    handler: guarded({
      ability: 'peerSession.lead',
      subject: (input, _viewer, db) => sessionSubjectOf(db, input.sessionId),
      run: async (input, _viewer, { write }) => {
        await write((tx, leader) => closeSession(tx, leader, input));
        return { sessionId: input.sessionId };
      },
    }),
  }),

  /** What she will do differently. Read by her alone. */
  intend: defineAction({
    accept: 'form',
    input: z.object({ sessionId, intention: neededText(AFTER_LIMITS.intention, 'Write what you will do differently') }),
    handler: guarded({
      ability: 'peerSession.take',
      subject: (input, _viewer, db) => sessionSubjectOf(db, input.sessionId),
      run: async ({ sessionId: id, intention }, _viewer, { write }) => {
        await write((tx, member) => intend(tx, member, { id, words: intention.trim() }));
        return { sessionId: id };
      },
    }),
  }),

  /** What became of it, a month later. Hers wherever she is by then. */
  review: defineAction({
    accept: 'form',
    input: z.object({
      sessionId,
      outcome: z.enum(INTENTION_OUTCOMES, { error: 'Choose what became of it' }),
      review: safeText(AFTER_LIMITS.review),
    }),
    handler: guarded({
      ability: 'peerIntention.write',
      subject: async (input, viewer, db) =>
        (await findOwnAfter(db, viewer.id, input.sessionId)) === null ? null : { traineeId: viewer.id },
      run: async ({ sessionId: id, outcome, review: words }, _viewer, { write }) => {
        await write((tx, member) => review(tx, member, { id, outcome, words: words.trim() }));
        return { sessionId: id };
      },
    }),
  }),

  /** What helped, and one suggestion, for whoever led; she reads it without a name. */
  giveFeedback: defineAction({
    accept: 'form',
    input: withReasons(
      z.object({
        sessionId,
        helped: neededWords(AFTER_LIMITS.helped, 'Write what helped you'),
        suggestion: typedText(AFTER_LIMITS.suggestion),
      }),
    ),
    handler: guarded({
      ability: 'peerSession.take',
      subject: (input, _viewer, db) => sessionSubjectOf(db, input.sessionId),
      run: async (input, _viewer, { write }) => {
        const { sessionId: id, helped, suggestion } = input;
        // As with a question: the reasons are kept nowhere, because whoever led reads these words without a name.
        checkedPlaces(input, [
          { place: 'helped', text: helped },
          { place: 'suggestion', text: suggestion },
        ]);
        await write((tx, member) =>
          giveFeedback(tx, member, { id, helped: helped.trim(), suggestion: suggestion.trim() }),
        );
        return { sessionId: id };
      },
    }),
  }),

  /** Makes a draft of evidence of a session that she led, once. */
  useAsEvidence: defineAction({
    accept: 'form',
    input: z.object({ sessionId, id: z.uuid() }),
    handler: guarded({
      ability: 'evidence.write',
      subject: async (input, viewer, db) =>
        (await findOwnAfter(db, viewer.id, input.sessionId))?.isLeader ? { traineeId: viewer.id } : null,
      run: async ({ sessionId: id, id: evidenceId }, _viewer, { write }) => ({
        evidenceId: await write((tx, led) => sessionAsEvidence(tx, { viewer: led, sessionId: id, evidenceId })),
      }),
    }),
  }),
};
