import { formatDay } from '../calendar.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import { AWAY } from './placeNames.ts';
import { type DayStretch, partsOverlap, timeAfter, timeWords } from './times.ts';

/** So long a supervision meeting is taken to last: nobody says when it ends. */
const SUPERVISION_MINUTES = 60;

/** When something in an agenda takes place, with an end where none is known. */
export function stretchOf({ part, startsAt, endsAt, kind }: AgendaItem): DayStretch {
  if (startsAt === null || endsAt !== null) return { part, startsAt, endsAt };
  return {
    part: 'times',
    startsAt,
    endsAt: timeAfter(startsAt, kind === 'supervision' ? SUPERVISION_MINUTES : 1) ?? '23:59',
  };
}

/** What stands in the way of something new, a sentence; null where the two can be on one day. */
function inTheWay(item: AgendaItem, wanted: DayStretch): string | null {
  if (item.kind === 'place') return item.place !== null && AWAY.has(item.place) ? `${item.title}.` : null;
  if (item.startsAt === null && item.kind !== 'placement') return null;
  if (!partsOverlap(stretchOf(item), wanted)) return null;
  return item.startsAt === null ? `${item.title}.` : `${item.title} at ${timeWords(item.startsAt)}.`;
}

/**
 * What she would have at the same time as something new on a day: placements, days away, and whatever has a time. Places of the
 * pattern are none: an appointment in an office day is what a week is made of. Null where nothing stands in the way.
 */
export function clashWords(
  agenda: Pick<Agenda, 'items'>,
  wanted: DayStretch & { day: string; id: string },
): string | null {
  const found = agenda.items
    .filter(({ day, recordId }) => day === wanted.day && recordId !== wanted.id)
    .flatMap((item) => inTheWay(item, wanted) ?? []);
  if (found.length === 0) return null;
  return `On ${formatDay(wanted.day)} you already have: ${found.join(' ')}`;
}
