const PAUSE_BEFORE_SHOWING = 200;
/** Characters of the text before the selection that tell several places apart. */
const NEAR = 80;
const BLOCKS = 'p, li, h3, h4, h5, td, th, dt, dd';

/** Words that were selected in a section, and the form that marks them. `isWhole` is false where they go past one paragraph. */
interface Chosen {
  readonly quote: string;
  readonly near: string;
  readonly block: Element;
  readonly form: HTMLFormElement;
  readonly isWhole: boolean;
}

/** The words of a range without what the page adds to the text. */
function wordsOf(range: Range): string {
  const copy = range.cloneContents();
  copy.querySelectorAll('[data-added]').forEach((added) => added.remove());
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const elementAt = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);

/** The range of the text that is selected, if any is. */
function selectedRange(root: Document): Range | null {
  const selection = root.getSelection();
  return selection && !selection.isCollapsed && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
}

/** The paragraph that a selection begins in, with the text of the section around it and the form that marks. */
function placeOf(range: Range): { block: Element; text: Element; form: HTMLFormElement } | null {
  const block = elementAt(range.startContainer)?.closest(BLOCKS);
  const text = block?.closest('[data-lesson-text]');
  const form = text?.ownerDocument.querySelector<HTMLFormElement>('#mark-form form');
  return block && text && form && !block.closest('form, astro-island, [data-added]') ? { block, text, form } : null;
}

/** What is selected now, if it is in the text of a lesson. */
function chosenIn(root: Document): Chosen | null {
  const all = selectedRange(root);
  const place = all && placeOf(all);
  if (!all || !place) return null;
  const own = all.cloneRange();
  if (!place.block.contains(all.endContainer)) own.setEndAfter(place.block.lastChild ?? place.block);
  const before = root.createRange();
  before.setStart(place.text, 0);
  before.setEnd(own.startContainer, own.startOffset);
  const quote = wordsOf(own);
  if (quote === '') return null;
  return { ...place, quote, near: wordsOf(before).slice(-NEAR), isWhole: quote === wordsOf(all) };
}

/** Fills the form. Names are those of the form; the section is known by its heading. */
function fill({ form, block, quote, near }: Chosen): void {
  const sectionId = block.closest('.lesson-section')?.getAttribute('aria-labelledby') ?? '';
  for (const [name, value] of Object.entries({ sectionId, quote, near })) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
}

/** Brings the form to the section that the words stand in. */
function openForNote({ form, block }: Chosen): void {
  const home = form.closest<HTMLElement>('#mark-form');
  block
    .closest('.lesson-section')
    ?.querySelector('.lesson-marks')
    ?.append(...(home ? [home] : []));
  if (home) home.hidden = false;
  const details = form.closest('details');
  if (details) details.open = true;
  const note = form.elements.namedItem('note');
  if (note instanceof HTMLElement) note.focus();
}

/** Puts the bar where the selection ends, within the paragraph: from there the Tab key goes on in the text. */
function showAt(bar: HTMLElement, { block, isWhole }: Chosen): void {
  bar.querySelectorAll<HTMLElement>('.mark-bar__hint').forEach((hint) => (hint.hidden = isWhole));
  bar.querySelectorAll<HTMLElement>('.mark-bar__ways').forEach((ways) => (ways.hidden = !isWhole));
  if (bar.parentElement !== block) block.append(bar);
  bar.hidden = false;
  const bottom = selectedRange(bar.ownerDocument)?.getBoundingClientRect().bottom ?? 0;
  const top = block.closest('.lesson-section')?.getBoundingClientRect().top ?? 0;
  bar.style.setProperty('--mark-bar-top', `${String(Math.round(bottom - top))}px`);
}

/** A selection has no focus of its own: without help, the Tab key would begin at the top of the page. */
const isTabTo = (bar: HTMLElement, { key, shiftKey }: KeyboardEvent): boolean =>
  key === 'Tab' && !shiftKey && !bar.contains(bar.ownerDocument.activeElement);

/** Shows the bar at words that are selected in a lesson, by hand, by touch or by keyboard; Escape puts it away. */
export function offerMarks(root: Document, bar: HTMLElement): void {
  let chosen: Chosen | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isHeld = false;

  const show = (next: Chosen | null): void => {
    chosen = next;
    if (next) showAt(bar, next);
    else bar.hidden = true;
  };
  root.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isHeld && !bar.contains(root.activeElement)) show(chosenIn(root));
    }, PAUSE_BEFORE_SHOWING);
  });
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') show(null);
    if (chosen?.isWhole && isTabTo(bar, event)) {
      event.preventDefault();
      bar.querySelector('button')?.focus();
    }
  });
  // A press on the bar must not take the selection away before it is used.
  bar.addEventListener('pointerdown', () => (isHeld = true));
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  root.addEventListener('pointerup', () => setTimeout(() => (isHeld = false), PAUSE_BEFORE_SHOWING));
  bar.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button') : null;
    const using = chosen;
    if (!button || !using?.isWhole) return;
    fill(using);
    show(null);
    if (button.value === 'note') openForNote(using);
    else using.form.requestSubmit();
  });
}
