import { formatDay } from '#src/domain/calendar.ts';
import type { CohortRow } from '#src/domain/cohorts/row.ts';
import { type Html, html } from '#src/domain/html.ts';
import { openSignals } from '#src/domain/signals/order.ts';
import type { NotedSignal, Signal } from '#src/domain/signals/signal.ts';
import { ACTOR_WORDS } from '#src/domain/signals/words.ts';
import { tagHtml } from '#src/components/ui/tagHtml.ts';
import { isNoted, type Noting } from '#src/components/signals/noting.ts';

const whoActs = (actor: keyof typeof ACTOR_WORDS) => (actor === 'tutor' ? 'you' : ACTOR_WORDS[actor]);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** What a contact would be about: her one reason, or all of them. */
const contactWith = (traineeId: string, [one, ...others]: readonly Signal[]) =>
  `/trainees/${traineeId}/contacts${one && others.length === 0 ? `?signal=${one.kind}` : ''}#new`;

function reasonHtml({ href, reason, since, actor, nextStep, earlierNote }: NotedSignal, today: string): Html {
  const day = (on: string) => formatDay(on, { weekday: false, year: today });
  const cameBack =
    earlierNote &&
    html` <span class="muted">It came back: ${earlierNote.by} noted it on ${day(earlierNote.notedOn)}.</span>`;
  return html`<p class="needs__reason">
    <a href="${href}">${capital(reason)}</a><span class="muted">, since ${day(since)}.</span> Next, ${whoActs(actor)}:
    ${nextStep}.${cameBack}
  </p>`;
}

const noteLink = (signal: Signal, name: string, noting: Noting): Html =>
  html`<a class="needs__note no-print" href="${noting.href(signal)}"
    >Note it<span class="govuk-visually-hidden">: ${name}, ${signal.reason}</span></a
  >`;

/**
 * Who needs a look and why, in one piece: name and what to do about the person on one side, reasons with the next step on the other.
 * Beside each reason a link to note it, but for the one that is being noted.
 */
export function needsPerson(
  { traineeId, name, isInFirstWeeks, standing, facts, signals }: CohortRow,
  noting: Noting,
): Html {
  const open = openSignals({ signals });
  const reasons = open.map(
    (signal) =>
      html`<li>${reasonHtml(signal, facts.today)}${!isNoted(noting, signal) && noteLink(signal, name, noting)}</li>`,
  );
  return html`<div class="needs__who">
      <h3 class="needs__name"><a href="/trainees/${traineeId}">${name}</a></h3>
      ${isInFirstWeeks && tagHtml('due', `Week ${String(standing.place.week)}: first weeks`)}
      <a class="needs__contact no-print" href="${contactWith(traineeId, open)}"
        >Write down a contact<span class="govuk-visually-hidden"> with ${name}</span></a
      >
    </div>
    <ul class="needs__signals" aria-label="Reasons: ${name}">
      ${reasons}
    </ul>`;
}
