/** Kept on the device: whether this browser listens to single keys. Nothing about anybody. */
const SWITCH = 'assess-keys';

const OUTCOMES: Readonly<Record<string, string>> = { '1': 'met', '2': 'working_towards', '3': 'not_met' };

function isOff(): boolean {
  try {
    return localStorage.getItem(SWITCH) === 'off';
  } catch {
    return false;
  }
}

function keep(off: boolean): void {
  try {
    localStorage.setItem(SWITCH, off ? 'off' : 'on');
  } catch {
    // A browser that keeps nothing has them on at each page.
  }
}

/**
 * Somebody is typing, or an open dialog or a menu has the keys; one that was just closed keeps the focus until the next frame. Radio
 * buttons take no letters.
 */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'submit', 'button'].includes(target.type);
  return target.isContentEditable || target.closest('textarea, select, dialog[open]') !== null;
}

const criteriaOf = (root: Document) => [...root.querySelectorAll<HTMLElement>('[data-criterion]')];

/** The criterion that has the focus, or had it last. */
function currentOf(root: Document): HTMLElement | null {
  return (
    root.activeElement?.closest<HTMLElement>('[data-criterion]') ??
    root.querySelector<HTMLElement>('[data-criterion][data-current]')
  );
}

function goTo(root: Document, criterion: HTMLElement | undefined): void {
  if (!criterion) return;
  root.querySelectorAll('[data-current]').forEach((one) => one.removeAttribute('data-current'));
  criterion.setAttribute('data-current', '');
  criterion.focus();
  criterion.scrollIntoView({ block: 'nearest' });
}

function step(root: Document, by: 1 | -1): void {
  const criteria = criteriaOf(root);
  const current = currentOf(root);
  const at = current ? criteria.indexOf(current) : -1;
  const to = at < 0 ? 0 : Math.min(criteria.length - 1, Math.max(0, at + by));
  goTo(root, criteria[to]);
}

function decide(root: Document, outcome: string): void {
  const criterion = currentOf(root) ?? criteriaOf(root)[0];
  const radio = criterion?.querySelector<HTMLInputElement>(`input[type="radio"][value="${outcome}"]`);
  if (!criterion || !radio) return;
  goTo(root, criterion);
  radio.checked = true;
  radio.dispatchEvent(new Event('input', { bubbles: true }));
  radio.dispatchEvent(new Event('change', { bubbles: true }));
}

function focusOn(root: Document, selector: string): void {
  root.querySelector<HTMLElement>(selector)?.focus();
}

function writeFeedback(root: Document): void {
  const criterion = currentOf(root) ?? criteriaOf(root)[0];
  if (!criterion) return;
  goTo(root, criterion);
  criterion.querySelector('textarea')?.focus();
}

/** About the words that are selected, or else about a paragraph. */
function writeNote(root: Document): void {
  const onSelection = root.querySelector<HTMLElement>('#note-bar:not([hidden]) button');
  if (onSelection) return onSelection.click();
  const form = root.querySelector<HTMLDetailsElement>('#new-note');
  if (!form) return;
  form.open = true;
  form.querySelector('select')?.focus();
}

/** On the desk: to what will be released. There: to the button, which she presses herself. */
function towardsRelease(root: Document): void {
  const button = root.querySelector<HTMLElement>('#release');
  if (button) return button.focus();
  root.querySelector<HTMLElement>('#look')?.click();
}

function follow(root: Document, key: string): void {
  root.querySelector<HTMLElement>(`a[data-key="${key}"]`)?.click();
}

function showKeys(root: Document): void {
  root.querySelector<HTMLDialogElement>('#shortcut-dialog')?.showModal();
}

/** What each key does; null for one that does nothing here. */
function deedOf(key: string): ((root: Document) => void) | null {
  const outcome = OUTCOMES[key];
  if (outcome !== undefined) return (root) => decide(root, outcome);
  const deeds: Readonly<Record<string, (root: Document) => void>> = {
    j: (root) => step(root, 1),
    k: (root) => step(root, -1),
    f: writeFeedback,
    c: (root) => focusOn(root, '#comment'),
    a: writeNote,
    t: (root) => focusOn(root, '#evidence-pane'),
    r: towardsRelease,
    e: (root) => follow(root, 'e'),
    n: (root) => follow(root, 'n'),
    q: (root) => follow(root, 'q'),
    '?': showKeys,
  };
  return deeds[key] ?? null;
}

/** Out of a field and back to its criterion, so that the keys work again. */
function leaveField(root: Document): void {
  const field = root.activeElement;
  if (!(field instanceof HTMLElement) || field.closest('dialog') || !isTaken(field)) return;
  const criterion = field.closest<HTMLElement>('[data-criterion]');
  if (criterion) goTo(root, criterion);
  else field.blur();
}

function offerSwitch(root: Document): void {
  const place = root.querySelector<HTMLElement>('#shortcut-switch');
  const button = place?.querySelector('button');
  const said = place?.querySelector('[role="status"]');
  if (!place || !button || !said) return;
  const show = (off: boolean) => {
    button.textContent = off ? 'Switch the keys on' : 'Switch the keys off';
    said.textContent = off ? 'The keys are off on this device.' : 'The keys are on.';
  };
  place.hidden = false;
  show(isOff());
  button.addEventListener('click', () => {
    keep(!isOff());
    show(isOff());
  });
}

/**
 * Listens for the keys of the desk. Never while somebody types, never together with Ctrl, Alt or the like, and not at all where they
 * are switched off (WCAG 2.1.4).
 */
export function listenForShortcuts(root: Document): void {
  offerSwitch(root);
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isOff()) return;
    if (event.key === 'Escape') return leaveField(root);
    if (isTaken(event.target)) return;
    const deed = deedOf(event.key);
    if (!deed) return;
    event.preventDefault();
    deed(root);
  });
}
