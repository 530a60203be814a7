import type { DecisionRecord, WordedSubmission } from '#db/queries/submissions.ts';
import type {
  ThreadCountersignature,
  ThreadFact,
  ThreadFile,
  ThreadNote,
  ThreadRecordRefusal,
  ThreadRecordSignature,
  ThreadSignOff,
  ThreadVerification,
} from '#db/queries/thread.ts';

interface At {
  readonly at: Date;
  readonly snapshot: WordedSubmission;
}

/** One thing that happened to a piece of evidence. */
export type ThreadEvent =
  | (At & {
      readonly what: 'handed_in';
      readonly before: WordedSubmission | null;
      readonly files: readonly ThreadFile[];
      readonly notes: readonly ThreadNote[];
    })
  | (At & { readonly what: 'withdrawn' })
  | (At & {
      readonly what: 'decided';
      readonly decisions: readonly DecisionRecord[];
      readonly notes: readonly ThreadNote[];
    })
  | (At & { readonly what: 'countersigned'; readonly fact: ThreadCountersignature })
  | (At & { readonly what: 'verified'; readonly fact: ThreadVerification })
  | (At & { readonly what: 'record_signed'; readonly fact: ThreadRecordSignature })
  | (At & { readonly what: 'record_refused'; readonly fact: ThreadRecordRefusal })
  | (At & { readonly what: 'signed_off'; readonly facts: readonly [ThreadSignOff, ...ThreadSignOff[]] })
  | (At & { readonly what: 'unlocked'; readonly fact: ThreadSignOff })
  | (At & { readonly what: 'signed_whole' });

/** The order of things that happened in the same second. */
const RANK: readonly ThreadEvent['what'][] = [
  'handed_in',
  'record_signed',
  'record_refused',
  'withdrawn',
  'decided',
  'countersigned',
  'signed_whole',
  'signed_off',
  'verified',
  'unlocked',
];

interface Thread {
  /** Those the reader may see, oldest first. */
  readonly snapshots: readonly WordedSubmission[];
  readonly decisions: readonly DecisionRecord[];
  readonly facts: readonly ThreadFact[];
}

/** Everything that was handed in, decided and signed about a piece of evidence, newest first. */
export function threadEvents(thread: Thread): ThreadEvent[] {
  return thread.snapshots
    .flatMap((snapshot, index) => eventsOf(thread, snapshot, thread.snapshots[index - 1] ?? null))
    .toSorted(
      (a, b) => b.at.getTime() - a.at.getTime() || b.snapshot.number - a.snapshot.number || rankOf(b) - rankOf(a),
    );
}

const rankOf = ({ what }: ThreadEvent) => RANK.indexOf(what);
const instant = (seconds: number) => new Date(seconds * 1000);

function eventsOf(
  { decisions, facts }: Thread,
  snapshot: WordedSubmission,
  before: WordedSubmission | null,
): ThreadEvent[] {
  const own = facts.filter(({ submissionId }) => submissionId === snapshot.id);
  const files = own.filter((fact) => fact.fact === 'file');
  const notes = own.filter((fact) => fact.fact === 'note');
  const looks = Map.groupBy(
    decisions.filter(({ submissionId }) => submissionId === snapshot.id),
    ({ assessmentId }) => assessmentId,
  );
  const newestNotes = notes.filter(({ assessmentId }) => assessmentId === snapshot.assessment?.id);
  return [
    { what: 'handed_in', at: snapshot.submittedAt, snapshot, before, files, notes: newestNotes },
    ...(snapshot.withdrawnAt && !own.some(isRefusal)
      ? [{ what: 'withdrawn' as const, at: snapshot.withdrawnAt, snapshot }]
      : []),
    ...(snapshot.signOff ? [{ what: 'signed_whole' as const, at: snapshot.signOff.signedAt, snapshot }] : []),
    ...[...looks].flatMap(([assessmentId, look]) =>
      decidedOn(
        snapshot,
        look,
        notes.filter((note) => note.assessmentId === assessmentId),
      ),
    ),
    ...own.flatMap((fact) => eventOf(snapshot, fact)),
    ...signedTogether(
      snapshot,
      own.filter((fact) => fact.fact === 'signed_off'),
    ),
  ];
}

/** A record that its trainee did not sign went back with that: it is told once. */
const isRefusal = ({ fact }: ThreadFact) => fact === 'record_refused';

function decidedOn(
  snapshot: WordedSubmission,
  decisions: readonly DecisionRecord[],
  notes: readonly ThreadNote[],
): ThreadEvent[] {
  const [first] = decisions;
  return first ? [{ what: 'decided', at: first.assessedAt, snapshot, decisions, notes }] : [];
}

function eventOf(snapshot: WordedSubmission, fact: ThreadFact): ThreadEvent[] {
  if (fact.fact === 'countersigned') return [{ what: 'countersigned', at: instant(fact.at), snapshot, fact }];
  if (fact.fact === 'verified') return [{ what: 'verified', at: instant(fact.at), snapshot, fact }];
  if (fact.fact === 'record_signed') return [{ what: 'record_signed', at: instant(fact.at), snapshot, fact }];
  if (fact.fact === 'record_refused') return [{ what: 'record_refused', at: instant(fact.at), snapshot, fact }];
  if (fact.fact === 'signed_off' && fact.unlockedAt !== null)
    return [{ what: 'unlocked', at: instant(fact.unlockedAt), snapshot, fact }];
  return [];
}

/** Criteria signed by the same person at the same moment are told as one. */
function signedTogether(snapshot: WordedSubmission, signOffs: readonly ThreadSignOff[]): ThreadEvent[] {
  const together = Map.groupBy(signOffs, ({ at, by }) => `${String(at)} ${by}`);
  return [...together.values()].flatMap(([first, ...rest]): ThreadEvent[] =>
    first ? [{ what: 'signed_off', at: instant(first.at), snapshot, facts: [first, ...rest] }] : [],
  );
}
