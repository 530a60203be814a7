import { linkEnd } from '#src/domain/links/link.ts';
import { addDays } from '#src/domain/calendar.ts';
import { createHash } from 'node:crypto';
import { placementsOfAmara } from './placementAmara.ts';
import { crowdPlacements } from './placementCrowd.ts';
import { OBJECTIVES, recordsOf } from './placementRecords.ts';
import type { DemoRows } from './rows.ts';
import type { Story } from './stories.ts';
import { type DemoTime, noonOf, weeksBefore } from './timing.ts';

type Placement = DemoRows['placements'][number];

/** One ahead, and one that was cancelled for duty cover. */
function placementsOfTom(time: DemoTime): Placement[] {
  const startsOn = addDays(time.monday, 9);
  const proposedAt = noonOf(weeksBefore(time, 6));
  return [
    {
      id: 'tom-victim-liaison',
      traineeId: 'tom',
      kind: 'victim_liaison',
      place: 'Victim liaison unit, London',
      hostContact: 'Team administrator',
      supervisor: 'Victim liaison officer',
      lookFor: 'What victims ask before a parole decision, and what they are told.',
      startsOn,
      endsOn: addDays(startsOn, 1),
      proposedAt,
    },
    {
      id: 'tom-unpaid-work',
      traineeId: 'tom',
      kind: 'unpaid_work',
      place: 'Unpaid work, Millfield site',
      hostContact: 'Supervisor at the tool store',
      lookFor: 'How a placement supervisor turns a bad morning round.',
      startsOn: addDays(time.monday, -13),
      endsOn: addDays(time.monday, -12),
      proposedAt,
      cancelledAt: noonOf(addDays(time.monday, -14)),
      cancelledBy: 'tom',
      cancelReason: 'I was asked to cover duty on both days.',
    },
  ];
}

/** Three weeks of two days each: part time, and in the middle of it. */
function placementsOfNia(time: DemoTime): Placement[] {
  return [
    {
      id: 'nia-unpaid-work',
      traineeId: 'nia',
      kind: 'unpaid_work',
      place: 'Unpaid work, Glanrhyd woodland project',
      hostContact: 'Site supervisor, at the barn',
      supervisor: 'Unpaid work supervisor',
      lookFor: 'How people are brought to the end of their hours.',
      startsOn: addDays(time.monday, -14),
      endsOn: addDays(time.monday, 6),
      weekdays: [1, 2],
      startsAt: '09:30',
      endsAt: '15:00',
      travelNotes: 'The van leaves the office at 8:45am.',
      proposedAt: noonOf(weeksBefore(time, 5)),
    },
  ];
}

/** A week or two at a host, behind the named trainees whom nothing else sends anywhere. */
const OTHERS: readonly (readonly [id: string, kind: Placement['kind'], place: string])[] = [
  ['priya', 'programmes', 'Programmes team, Eastgate'],
  ['marcus', 'partner_agency', 'The Arches housing advice'],
  ['sofia', 'victim_liaison', 'Victim liaison unit, London'],
  ['megan', 'other_office', 'Aberwen probation office'],
];

const placementsOfOthers = (time: DemoTime): Placement[] =>
  OTHERS.map(([traineeId, kind, place], index) => ({
    id: `${traineeId}-placement`,
    traineeId,
    kind,
    place,
    hostContact: 'Reception',
    lookFor: 'How the team decides what comes first.',
    startsOn: addDays(time.monday, -21 - index * 7),
    endsOn: addDays(time.monday, -20 - index * 7),
    startsAt: '09:30',
    endsAt: '16:00',
    proposedAt: noonOf(weeksBefore(time, 8)),
  }));

/** Who agreed to what; Tom's second was agreed by both before duty cover took its days. */
const AGREEMENTS: readonly (readonly [placementId: string, ...people: string[]])[] = [
  ['amara-court', 'ruth', 'kerry'],
  ['amara-prison', 'ruth', 'kerry'],
  ['amara-programmes', 'ruth', 'kerry'],
  ['tom-victim-liaison', 'ruth'],
  ['tom-unpaid-work', 'ruth', 'kerry'],
  ['nia-unpaid-work', 'gwen', 'huw'],
  ['priya-placement', 'ruth', 'kerry'],
  ['marcus-placement', 'ruth', 'salma'],
  ['sofia-placement', 'ruth', 'salma'],
  ['megan-placement', 'gwen', 'huw'],
];

/** What the hosts of two of them said by a link that opens nothing any more. */
function tellHostAnswers(rows: DemoRows, time: DemoTime, present: ReadonlySet<string>): void {
  const answers = [
    ['amara-programmes', 'amara', 'Jo Maddock', 'Treatment manager'],
    ['nia-unpaid-work', 'nia', 'Emrys Tudor', 'Unpaid work supervisor'],
  ] as const;
  for (const [placementId, madeBy, name, job] of answers.filter(([id]) => present.has(id))) {
    const linkId = `${placementId}-link`;
    const madeAt = noonOf(weeksBefore(time, 4));
    const tokenHash = createHash('sha256').update(`demo ${linkId}`).digest('hex');
    rows.placementHostLinks.push({
      id: linkId,
      placementId,
      tokenHash,
      madeBy,
      madeAt,
      expiresAt: linkEnd(madeAt),
    });
    rows.placementHostAnswers.push({ placementId, linkId, name, job, agrees: true, words: '', answeredAt: madeAt });
  }
}

/** Placements of the trainees, who agreed to them, what was to be learnt and what became of them. */
export function tellPlacements(rows: DemoRows, { time, stories }: { time: DemoTime; stories: readonly Story[] }): void {
  const present = new Set(stories.map(({ id }) => id));
  const named = [placementsOfAmara, placementsOfTom, placementsOfNia, placementsOfOthers]
    .flatMap((placementsOf) => placementsOf(time))
    .filter(({ traineeId }) => present.has(traineeId));
  const ids = new Set(named.map(({ id }) => id));
  const agreedAt = noonOf(weeksBefore(time, 5));
  rows.placements.push(...named);
  rows.placementAgreements.push(
    ...AGREEMENTS.filter(([id]) => ids.has(id)).flatMap(([placementId, ...people]) =>
      people.map((personId) => ({ placementId, personId, agreedAt })),
    ),
  );
  tellHostAnswers(rows, time, ids);
  rows.placementObjectives.push(...OBJECTIVES.filter(({ placementId }) => ids.has(placementId)));
  for (const placement of named) {
    const { days, log, report } = recordsOf(placement, time);
    rows.placementDays.push(...days);
    rows.placementLog.push(...log);
    rows.placementReports.push(...report);
  }
  crowdPlacements(rows, time, stories);
}
