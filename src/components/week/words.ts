import { formatDay } from '#src/domain/calendar.ts';
import type { Agenda, AgendaItem } from '#src/domain/week/agenda.ts';
import { timeWords } from '#src/domain/week/times.ts';
import type { TagKind } from '#src/components/ui/tagKinds.ts';

/** When on its day something is: "9:30am to 1pm", "2pm", "Morning"; empty where it takes the day. */
export function whenWords({ part, startsAt, endsAt }: Pick<AgendaItem, 'part' | 'startsAt' | 'endsAt'>): string {
  if (startsAt !== null)
    return endsAt === null ? timeWords(startsAt) : `${timeWords(startsAt)} to ${timeWords(endsAt)}`;
  return part === 'morning' ? 'Morning' : part === 'afternoon' ? 'Afternoon' : '';
}

const WHERE: readonly AgendaItem['kind'][] = ['holiday', 'place', 'placement'];
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function placeSentence(items: readonly AgendaItem[]): string {
  const places = items.map((item, index) => {
    const when = whenWords(item);
    const title = index === 0 || item.kind === 'placement' ? item.title : small(item.title);
    return when === '' ? title : `${title}, ${small(when)}`;
  });
  return places.length === 0 ? '' : `${capital(places.join('; '))}.`;
}

function timedSentence(items: readonly AgendaItem[]): string {
  const timed = items.map((item) => {
    const when = whenWords(item);
    return when === '' ? item.title : `${item.title}, ${small(when)}`;
  });
  return timed.length === 0 ? '' : `${timed.join('; ')}.`;
}

/** A day of an agenda in one or two lines: where she is, then what has a time. Either may be empty. Evidence, modules and what was agreed with a tutor are told elsewhere. */
export function todayOf({ items }: Pick<Agenda, 'items'>, day: string): { where: string; also: string } {
  const own = items.filter((item) => item.day === day);
  const where = placeSentence(own.filter(({ kind }) => WHERE.includes(kind)));
  const also = timedSentence(
    own.filter(({ kind }) => ['study', 'supervision', 'peer-session', 'appointment'].includes(kind)),
  );
  return { where, also };
}

/** How a note after a title looks: as a status where it is one, else as plain words. */
export function noteTag({ note, kind }: AgendaItem): TagKind | null {
  if (note === 'done') return 'done';
  if (note === 'due') return 'due';
  if (note === 'not agreed yet') return 'proposed';
  if (note === 'returned to you') return 'returned';
  if (kind === 'study' && note === 'taken') return 'done';
  return null;
}

/** A day and a time of it in words, for what was just moved. */
export function movedWords({ title, day, startsAt }: AgendaItem): string {
  return `${title}: ${formatDay(day)}${startsAt === null ? '' : ` at ${timeWords(startsAt)}`}`;
}

/** The pages beside the week itself, by what their address says after `set=`. */
export const WEEK_PAGES = [
  { set: 'usual', title: 'Your usual week' },
  { set: 'days', title: 'Days that are not as usual' },
  { set: 'calendar', title: 'Your week in your calendar' },
] as const;
