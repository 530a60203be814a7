import type { AgendaItem, Audience } from './agenda.ts';
import type { FactOf } from './facts.ts';
import { type For, PLAIN } from './plainItem.ts';

const TITLES: Readonly<Record<Audience, string>> = {
  self: 'Agreed with your tutor',
  colleague: 'Agreed with the tutor',
  calendar: 'Contact log: something agreed is due',
};
const titleFor = (audience: Audience, words: string) =>
  audience === 'calendar' ? TITLES.calendar : `${TITLES[audience]}: ${words || 'words removed'}`;

/**
 * What she said to her tutor that she would do, on the day by which it is done. Her tutor and her manager read the contact log anyway;
 * a calendar is told that something is due.
 */
export function contactActionItem(
  { id, traineeId, words, dueOn, changedAt }: FactOf<'contactAction'>,
  { audience }: For,
): AgendaItem {
  return {
    ...PLAIN,
    id: `contact-action:${id}`,
    kind: 'contact',
    day: dueOn,
    title: titleFor(audience, words),
    note: 'due',
    href: audience === 'calendar' ? null : `/trainees/${traineeId}/contacts#action-${id}`,
    recordId: id,
    changedAt,
  };
}
