import { addDays } from '../calendar.ts';
import { type Course, courseOf, placeOf, weekEnd } from '../programme/place.ts';
import type { AgendaItem } from './agenda.ts';
import type { AgendaFacts } from './agendaOf.ts';
import type { ItemMaker } from './items.ts';

/** Modules, on the last day of their programme week: they are due on it. */
function moduleItems({ route, titles, facts, audience, from, to }: AgendaFacts, make: ItemMaker, course: Course) {
  const done = new Set(facts.flatMap((fact) => (fact.fact === 'done' ? [fact.id] : [])));
  return (route?.modules ?? []).flatMap(({ moduleId, week }): AgendaItem[] => {
    const day = weekEnd(course, week);
    const title = titles.get(moduleId);
    if (day === null || title === undefined || day < from || day > to) return [];
    const note = done.has(moduleId) && audience !== 'calendar' ? 'done' : 'due';
    const href = audience === 'self' ? `/modules/${moduleId}` : null;
    return [make.due('module', { id: `module:${moduleId}`, day, title: `Module: ${title}`, note, href })];
  });
}

function gatewayItems({ from, to }: AgendaFacts, make: ItemMaker, course: Course): AgendaItem[] {
  const items: AgendaItem[] = [];
  for (let day = from; day <= to;) {
    const gateway = placeOf(course, day).nextGateway;
    const dueOn = gateway?.dueOn ?? null;
    if (gateway === null || dueOn === null || dueOn > to) break;
    items.push(
      make.due('evidence', { id: `gateway:${gateway.id}`, day: dueOn, title: gateway.name, note: 'due', href: null }),
    );
    day = addDays(dueOn, 1);
  }
  return items;
}

/** What her route puts on her days: modules and gateways when they are due; none after the last day of whoever completed or withdrew. */
export function programmeItems(given: AgendaFacts, make: ItemMaker): AgendaItem[] {
  if (!given.route) return [];
  const course = courseOf(given.enrolment, given.route);
  const last = given.enrolment.endedOn ?? given.to;
  const facts = { ...given, to: last < given.to ? last : given.to };
  return [...moduleItems(facts, make, course), ...gatewayItems(facts, make, course)];
}
