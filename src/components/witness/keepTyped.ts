/** What was typed, by the name of its field. Kept in this tab alone: it goes when the tab is closed, and when it was sent. */
const KEY = 'witness-account';
const OFFLINE =
  'There is no connection at the moment, so nothing was sent. Your words are still here: try again when there is one.';
const FOUND_AGAIN = 'What you had typed in this tab is here again.';

type Fields = HTMLInputElement | HTMLTextAreaElement;

/** The fields a person types in; never the token, never a tick under a declaration. */
const typedIn = (form: HTMLFormElement): Fields[] => [...form.querySelectorAll<Fields>('input[type="text"], textarea')];

/** Kept for one link: another link in the same tab finds nothing of it. */
interface Kept {
  readonly token: string;
  readonly fields: Readonly<Record<string, string>>;
}

function keptIn(store: Storage): Kept | null {
  try {
    return JSON.parse(store.getItem(KEY) ?? 'null') as Kept | null;
  } catch {
    return null;
  }
}

function keep(form: HTMLFormElement, store: Storage, token: string): void {
  const fields = Object.fromEntries(typedIn(form).map(({ name, value }) => [name, value]));
  try {
    store.setItem(KEY, JSON.stringify({ token, fields } satisfies Kept));
  } catch {
    // A full or forbidden store: the form itself still holds what was typed.
  }
}

/** Puts back what was typed before, into fields that the server left as they were. True where there was anything. */
function putBack(form: HTMLFormElement, kept: Kept): boolean {
  const changed = typedIn(form).filter((field) => {
    const before = kept.fields[field.name];
    return before !== undefined && before !== field.value && field.value === field.defaultValue;
  });
  for (const field of changed) field.value = kept.fields[field.name] ?? field.value;
  return changed.length > 0;
}

/**
 * Keeps what a witness types for as long as the tab is open, so that a lost connection, a reload or a wrong tap loses nothing, and
 * sends nothing into the void while the browser knows that it is offline.
 */
export function keepTyped(form: HTMLFormElement, store: Storage): void {
  const token = new FormData(form).get('token');
  const state = form.querySelector<HTMLElement>('[data-witness-state]');
  if (typeof token !== 'string') return;
  const say = (words: string) => {
    if (state) state.textContent = words;
  };
  const kept = keptIn(store);
  if (kept?.token === token && putBack(form, kept)) say(FOUND_AGAIN);
  form.addEventListener('input', () => keep(form, store, token));
  // Before the door that lets a form through once: what stays here may be sent again.
  form.addEventListener(
    'submit',
    (event) => {
      if (navigator.onLine) return say('');
      event.preventDefault();
      event.stopPropagation();
      say(OFFLINE);
    },
    { capture: true },
  );
}

/** After it was sent: nothing of it stays on this device. */
export function forgetTyped(store: Storage): void {
  store.removeItem(KEY);
}
