import type { PersonChanges } from '#src/domain/cohorts/changes.ts';
import type { DueLine } from '#src/domain/cohorts/lists.ts';
import { type Html, html } from '#src/domain/html.ts';
import type { SignalKind } from '#src/domain/signals/kinds.ts';
import type { Signal } from '#src/domain/signals/signal.ts';
import { SIGNAL_WORDS } from '#src/domain/signals/words.ts';

/** Lines of a short list: who, and what. */
export function dueLines(lines: readonly DueLine[]): Html {
  return html`${lines.map(({ name, words, href }) => html`<li><a href="${href}">${name}</a>: ${words}</li>`)}`;
}

const nameOf = (kind: SignalKind) => SIGNAL_WORDS[kind].name.toLowerCase();

/** Signals of one person after a word, each leading to its facts. */
function linksHtml(label: string, signals: readonly Signal[], wordsOf: (signal: Signal) => string): Html | null {
  if (signals.length === 0) return null;
  const links = signals.map(
    (signal, index) => html`${index > 0 && '; '}<a href="${signal.href}">${wordsOf(signal)}</a>`,
  );
  return html` <strong>${label}:</strong> ${links}.`;
}

/** What is there no more has no page to lead to. */
function goneHtml(gone: readonly { readonly kind: string }[]): Html | null {
  if (gone.length === 0) return null;
  return html` <strong>No longer:</strong> ${gone.map(({ kind }) => nameOf(kind as SignalKind)).join('; ')}.`;
}

function changeLine({ traineeId, name, fresh, moved, gone }: PersonChanges<Signal>): Html {
  return html`<li>
    <a href="/trainees/${traineeId}">${name}</a>. ${linksHtml('New', fresh, ({ kind }) => nameOf(kind))}
    ${linksHtml('Different now', moved, ({ reason }) => reason)} ${goneHtml(gone)}
  </li>`;
}

/** What changed about some people, a line each. What is new stands with its reason among those who need a look. */
export function changeLines(people: readonly PersonChanges<Signal>[]): Html {
  return html`${people.map(changeLine)}`;
}
