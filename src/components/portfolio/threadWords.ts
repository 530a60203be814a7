import { wordsOrRemoved } from '#src/domain/retention/removed.ts';
import type { ThreadEvent } from './threadEvents.ts';

type What = ThreadEvent['what'];
type Event<W extends What> = Extract<ThreadEvent, { what: W }>;
type Told<Words> = { readonly [W in What]: (event: Event<W>) => Words };

/** What one of several tellers says of an event: each knows its own kind of event. */
function told<Words>(tellers: Told<Words>, event: ThreadEvent): Words {
  const teller = tellers[event.what] as (event: ThreadEvent) => Words;
  return teller(event);
}

const version = ({ snapshot }: ThreadEvent) => `Version ${String(snapshot.number)}`;
const entries = (numbers: readonly number[]) => `${numbers.length === 1 ? 'entry' : 'entries'} ${numbers.join(', ')}`;
const nobody = () => undefined;
const nothing = () => '';

const TITLES: Told<string> = {
  handed_in: (event) => `${version(event)}: ${event.snapshot.title || 'its words were removed'}`,
  withdrawn: (event) => `${version(event)} ${event.snapshot.writer ? 'taken back to change it' : 'withdrawn'}`,
  decided: ({ decisions }) => (decisions[0]?.assessmentOutcome === 'returned' ? 'Returned' : 'Every criterion met'),
  countersigned: ({ fact }) => (fact.outcome === 'agreed' ? 'Countersigned' : 'Sent back to the assessor'),
  verified: () => 'A quality assurer looked at this',
  record_signed: () => 'Signed',
  record_refused: () => 'Sent back unsigned',
  signed_off: ({ facts }) =>
    `${facts.length === 1 ? 'Criterion' : 'Criteria'} ${facts.map(({ criterionId }) => criterionId).join(', ')} signed off`,
  unlocked: ({ fact }) => `Criterion ${fact.criterionId} opened again`,
  signed_whole: () => 'Signed off',
};

/** Not the quality assurer, whose look is told without a name. */
const WHO: Told<string | undefined> = {
  handed_in: ({ snapshot }) => snapshot.writer?.name ?? snapshot.traineeName,
  withdrawn: ({ snapshot }) => snapshot.writer?.name ?? snapshot.traineeName,
  decided: ({ decisions }) => decisions[0]?.assessorName,
  countersigned: ({ fact }) => fact.by,
  verified: nobody,
  record_signed: ({ fact }) => `${fact.by}, the ${fact.part}`,
  record_refused: ({ fact }) => `${fact.by}, the trainee`,
  signed_off: ({ facts }) => facts[0].by,
  unlocked: nobody,
  signed_whole: ({ snapshot }) => snapshot.signOff?.signerName,
};

/** What was written with it, or that it was removed. */
const left = ({ words, removedAt }: { readonly words: string; readonly removedAt?: number | null }): string =>
  wordsOrRemoved(words, 'What was written with it', removedAt);

const WORDS: Told<string> = {
  handed_in: nothing,
  withdrawn: nothing,
  decided: nothing,
  countersigned: ({ fact }) => left(fact),
  verified: ({ fact }) => (fact.outcome === 'reject' ? 'The assessor was asked to look at the decision again.' : ''),
  record_signed: ({ fact }) => left(fact),
  record_refused: ({ fact }) => left(fact),
  signed_off: ({ facts }) =>
    `Under version ${facts[0].qualificationVersion}, ${entries(facts.map(({ ledgerSeq }) => ledgerSeq))} of the sign-off ledger.`,
  unlocked: () => 'A quality assurer opened the signature again, with a reason. It stays in the ledger.',
  signed_whole: ({ snapshot }) => `Entry ${String(snapshot.signOff?.ledgerSeq ?? '')} of the sign-off ledger.`,
};

/** What happened, as the heading of its entry. */
export const threadTitle = (event: ThreadEvent): string => told(TITLES, event);

/** Who did it. */
export const threadBy = (event: ThreadEvent): string | undefined => told(WHO, event);

/** One sentence more, where the heading does not say it all; or what was written with it. */
export const threadWords = (event: ThreadEvent): string => told(WORDS, event);
