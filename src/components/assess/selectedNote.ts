interface Passage {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly quote: string;
}

const lengthOf = (element: Element) => element.textContent.length;
const startOf = (element: Element) => Number(element.getAttribute('data-at'));

/** How far into an element a point of a range lies, in letters; `otherwise` where it lies outside. */
function within(element: Element, [node, offset]: readonly [Node, number], otherwise: number): number {
  if (!element.contains(node)) return otherwise;
  const upTo = element.ownerDocument.createRange();
  upTo.setStart(element, 0);
  upTo.setEnd(node, offset);
  return upTo.toString().length;
}

/** The passage of the text that a range covers, in positions of the text that was handed in; null for none. */
function passageOf(text: Element, range: Range): Passage | null {
  const covered = [...text.querySelectorAll('[data-at]')].filter((part) => range.intersectsNode(part));
  const [first] = covered;
  const last = covered.at(-1);
  if (!first || !last) return null;
  const startsAt = startOf(first) + within(first, [range.startContainer, range.startOffset], 0);
  const endsAt = startOf(last) + within(last, [range.endContainer, range.endOffset], lengthOf(last));
  const quote = covered
    .map((part) => part.textContent)
    .join(' ')
    .slice(startsAt - startOf(first))
    .slice(0, endsAt - startsAt)
    .trim();
  return startsAt < endsAt && quote !== '' ? { startsAt, endsAt, quote } : null;
}

function selectedIn(root: Document): Passage | null {
  const selection = root.getSelection();
  const text = root.getElementById('mine-text');
  if (!selection || !text || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  return range.intersectsNode(text) ? passageOf(text, range) : null;
}

const cut = (words: string) => (words.length <= 80 ? words : `${words.slice(0, 80).trimEnd()}…`);

/** A field of its own for a note on a passage; the one that is there already, where there is one. */
function fieldFor(root: Document, { startsAt, endsAt, quote }: Passage): HTMLTextAreaElement | null {
  const name = `note-${String(startsAt)}-${String(endsAt)}`;
  const known = root.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`);
  const list = root.getElementById('notes');
  if (known || !list) return known;
  const item = root.createElement('li');
  const label = Object.assign(root.createElement('label'), { className: 'govuk-label', htmlFor: name });
  label.textContent = `Note on “${cut(quote.replaceAll(/\s+/g, ' '))}”`;
  const field = Object.assign(root.createElement('textarea'), { className: 'govuk-textarea', id: name, name, rows: 2 });
  // What is typed here is looked at as everything else on the desk is.
  const hits = Object.assign(root.createElement('div'), { className: 'found-passages' });
  Object.assign(hits.dataset, { personalData: name, label: label.textContent });
  item.append(label, field, hits);
  list.append(item);
  root.getElementById('no-notes')?.remove();
  return field;
}

const PAUSE_BEFORE_SHOWING = 200;

/** Offers a note on words that are selected in the text, by mouse, touch or keyboard. */
export function offerNotes(root: Document): void {
  const bar = root.getElementById('note-bar');
  if (!bar) return;
  let chosen: Passage | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  root.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (bar.contains(root.activeElement)) return;
      chosen = selectedIn(root);
      bar.hidden = chosen === null;
    }, PAUSE_BEFORE_SHOWING);
  });
  // A press on the bar must not take the selection away before it is used.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('click', ({ target }) => {
    if (!chosen || !(target instanceof Element) || !target.closest('button')) return;
    const field = fieldFor(root, chosen);
    bar.hidden = true;
    field?.focus();
  });
}
