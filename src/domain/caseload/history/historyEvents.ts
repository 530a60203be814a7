import { formatDay } from '../../calendar.ts';
import { settingOn } from '../../office/settings.ts';
import { afterAgreement, datedStages, dayAfterProgramme } from './historyDays.ts';
import {
  type CaseState,
  changesByCase,
  type HistoryInput,
  type PastAllocation,
  runsOn,
  stateOn,
} from './historyFacts.ts';
import { ACTIVITY_NAMES, CARRYING_NAMES, CASE_KIND_NAMES, WORK_KIND_NAMES } from '../words.ts';

/** What may happen to a caseload. */
export type HistoryEventKind =
  'stage' | 'pause' | 'taken' | 'ended' | 'changed' | 'reduction' | 'work' | 'agreement' | 'override' | 'settings';

/** Something that happened to a caseload on a day, in words without a full stop. */
export interface HistoryEvent {
  readonly day: string;
  readonly kind: HistoryEventKind;
  readonly words: string;
}

const short = (day: string) => formatDay(day, { weekday: false, year: true });
const caseWords = ({ tier, kind }: CaseState) => `${tier}, ${CASE_KIND_NAMES[kind].toLowerCase()}`;
const shareWords = ({ carrying, sharePercent }: PastAllocation) =>
  carrying === 'sole' && sharePercent === 100
    ? ''
    : `, ${CARRYING_NAMES[carrying].toLowerCase()}, ${String(sharePercent)}% counts`;

function programmeEvents(input: HistoryInput): HistoryEvent[] {
  const stages = datedStages(input).map(({ stage, startsOn }, index): HistoryEvent => ({
    day: startsOn,
    kind: 'stage',
    words: `${index === 0 ? 'The programme begins: ' : 'Stage: '}${stage.name}`,
  }));
  const pauses = input.enrolment.pauses.flatMap(({ startsOn, endsOn }): HistoryEvent[] => [
    { day: startsOn, kind: 'pause', words: 'The programme pauses' },
    ...(endsOn === null ? [] : [{ day: endsOn, kind: 'pause', words: 'The programme goes on' } as const]),
  ]);
  const over = dayAfterProgramme(input);
  return [
    ...stages,
    ...pauses,
    ...(over === null ? [] : [{ day: over, kind: 'stage', words: 'The programme is over' } as const]),
  ];
}

const END_WORDS = {
  closed: 'closed',
  moved: 'moved to somebody else',
  changed: 'no longer carried in this way',
} as const;

type Changes = ReturnType<typeof changesByCase>;

/** A case comes, or the way it is carried changes; and it goes. The same case going and coming on one day is one change. */
function allocationEvents(
  allocation: PastAllocation,
  all: readonly PastAllocation[],
  changes: Changes,
): HistoryEvent[] {
  const { startsOn, endsOn, endReason, caseId } = allocation;
  const isSame = (other: PastAllocation) => other.caseId === caseId && other.id !== allocation.id;
  const goesOn = all.some((other) => isSame(other) && other.movedFrom === allocation.id);
  const before = all.find((other) => isSame(other) && other.id === allocation.movedFrom);
  const state = stateOn(changes, allocation, startsOn);
  const how = shareWords(allocation);
  const start: HistoryEvent = before
    ? { day: startsOn, kind: 'changed', words: `${state.reference}: ${how === '' ? 'hers alone now' : how.slice(2)}` }
    : { day: startsOn, kind: 'taken', words: `${state.reference} taken: ${caseWords(state)}${how}` };
  if (endsOn === null || goesOn) return [start];
  const { reference } = stateOn(changes, allocation, endsOn);
  const sameDay = endsOn === startsOn ? ' on the same day' : '';
  return [start, { day: endsOn, kind: 'ended', words: `${reference} ${END_WORDS[endReason ?? 'closed']}${sameDay}` }];
}

/** What of a case is another than before, in words; "described anew" where none of it decides its weight. */
function differenceWords(before: CaseState, after: CaseState): string {
  const parts = [
    before.reference === after.reference ? '' : `was ${before.reference}`,
    before.tier === after.tier ? '' : `tier ${after.tier}, was ${before.tier}`,
    before.kind === after.kind ? '' : `${CASE_KIND_NAMES[after.kind].toLowerCase()} now`,
    before.activity === after.activity ? '' : ACTIVITY_NAMES[after.activity].toLowerCase(),
    before.letterTier === after.letterTier ? '' : `letter tier ${after.letterTier ?? 'none'}`,
    before.complexity.join() === after.complexity.join() ? '' : 'other extra weights',
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'described anew' : parts.join('; ');
}

function changeEvents(allocation: PastAllocation, changes: Changes): HistoryEvent[] {
  const own = changes.get(allocation.caseId) ?? [];
  return own.flatMap((change, index): HistoryEvent[] => {
    const isHers = change.effectiveOn > allocation.startsOn && runsOn(allocation, change.effectiveOn);
    if (!isHers) return [];
    const words = `${change.reference}: ${differenceWords(own[index - 1] ?? allocation.first, change)}`;
    return [{ day: change.effectiveOn, kind: 'changed', words }];
  });
}

function reductionEvents({ facts: { reductions } }: HistoryInput): HistoryEvent[] {
  return reductions.flatMap(({ reason, hoursPerWeek, startsOn, endsOn }): HistoryEvent[] => {
    if (endsOn === startsOn) return [];
    const begins: HistoryEvent = {
      day: startsOn,
      kind: 'reduction',
      words: `Reduction begins: ${reason}, ${String(hoursPerWeek)} hours a week`,
    };
    return endsOn === null
      ? [begins]
      : [begins, { day: endsOn, kind: 'reduction', words: `Reduction ends: ${reason}` }];
  });
}

function workEvents({ facts: { work } }: HistoryInput): HistoryEvent[] {
  return work.flatMap(({ kind, startsOn, endsOn }): HistoryEvent[] => [
    { day: startsOn, kind: 'work', words: WORK_KIND_NAMES[kind] },
    { day: endsOn, kind: 'work', words: `${WORK_KIND_NAMES[kind]}: over` },
  ]);
}

function agreementEvents({ facts: { agreements } }: HistoryInput): HistoryEvent[] {
  return agreements.flatMap(({ startsOn, until, by }): HistoryEvent[] => {
    const words = `Over the limit agreed until ${short(until)} by ${by}`;
    const ends = afterAgreement(until);
    const isFollowed = agreements.some((other) => other.startsOn > startsOn && other.startsOn <= ends);
    const end: HistoryEvent = { day: ends, kind: 'agreement', words: 'The agreement to be over the limit has ended' };
    return [{ day: startsOn, kind: 'agreement', words }, ...(isFollowed ? [] : [end])];
  });
}

function overrideEvents({ facts, office }: HistoryInput, changes: Changes): HistoryEvent[] {
  return facts.overrides.flatMap(({ allocationId, attribute, approver }): HistoryEvent[] => {
    const allocation = facts.allocations.find(({ id }) => id === allocationId);
    if (!allocation) return [];
    const { attributes } = settingOn(office, 'case_rules', allocation.startsOn).value;
    const rule = attributes.find(({ id }) => id === attribute)?.name ?? 'every case';
    const { reference } = stateOn(changes, allocation, allocation.startsOn);
    return [
      {
        day: allocation.startsOn,
        kind: 'override',
        words: `Rule set aside for ${reference}: ${rule}, agreed by ${approver}`,
      },
    ];
  });
}

const SETTING_WORDS = {
  workload_figures: 'New workload figures count',
  complexity: 'New extra weights count',
} as const;

/** New versions of what decides the numbers. The first of each counts for all days before it too, so it is no change. */
function settingEvents({ office }: HistoryInput): HistoryEvent[] {
  return (['workload_figures', 'complexity'] as const).flatMap((kind) => {
    const days = office.versions.filter((version) => version.kind === kind).map(({ effectiveFrom }) => effectiveFrom);
    const later = days.toSorted().slice(1);
    return later.map((day): HistoryEvent => ({ day, kind: 'settings', words: SETTING_WORDS[kind] }));
  });
}

/** Everything that happened to a caseload up to today, by day, each once; within a day the programme first, then cases, then what was agreed. */
export function historyEvents(input: HistoryInput): HistoryEvent[] {
  const { allocations, changes } = input.facts;
  const byCase = changesByCase(changes);
  const inOrder = allocations.toSorted((one, other) => one.allocatedAt - other.allocatedAt);
  const all = [
    ...programmeEvents(input),
    ...settingEvents(input),
    ...reductionEvents(input),
    ...inOrder.flatMap((allocation) => [
      ...allocationEvents(allocation, inOrder, byCase),
      ...changeEvents(allocation, byCase),
    ]),
    ...workEvents(input),
    ...agreementEvents(input),
    ...overrideEvents(input, byCase),
  ];
  const happened = all.filter(({ day }) => day <= input.today && day >= input.enrolment.startedOn);
  const once = new Map(happened.map((event) => [`${event.day} ${event.words}`, event]));
  return [...once.values()].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}
