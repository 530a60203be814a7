/** A box as it is drawn for dropping into. */
interface Box {
  readonly id: string;
  readonly title: string;
  readonly list: HTMLElement | null;
}

const itemsOf = (form: HTMLElement) => [...form.querySelectorAll<HTMLElement>('[data-text]')];
const textOf = (item: HTMLElement) => item.dataset['text'] ?? '';

function made(className: string, text: string, name = 'div'): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}

/** Shows in each box what its radio buttons say. What was marked is not marked any more once it lies elsewhere. */
function fillBoxes(form: HTMLElement, boxes: readonly Box[]): void {
  for (const { id, list } of boxes) {
    const inside = itemsOf(form).filter((item) => item.querySelector<HTMLInputElement>('input:checked')?.value === id);
    list?.replaceChildren(...inside.map((item) => made('', textOf(item), 'li')));
  }
}

function put(form: HTMLElement, item: HTMLElement, box: Box): void {
  const radio = [...item.querySelectorAll('input')].find(({ value }) => value === box.id);
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event('change', { bubbles: true }));
  const said = form.querySelector('[data-said]');
  if (said) said.textContent = `“${textOf(item)}” is now in “${box.title}”.`;
}

/** The boxes at the foot of the window, where a thumb or a mouse reaches them from wherever the thing lies. */
function openTray(form: HTMLElement, boxes: readonly Box[]): HTMLElement {
  const tray = made('sort__tray', '');
  tray.ariaHidden = 'true';
  for (const { id, title } of boxes) {
    const drop = made('sort__drop', title);
    drop.dataset['box'] = id;
    tray.append(drop);
  }
  form.append(tray);
  return tray;
}

/** What is dragged, in which form, and into what. */
interface Dragged {
  readonly form: HTMLElement;
  readonly item: HTMLElement;
  readonly boxes: readonly Box[];
}

/** From pressing on a thing until it is let go: over a box it goes in, anywhere else or with Escape it stays where it was. */
function drag({ form, item, boxes }: Dragged, { clientX, clientY }: PointerEvent): void {
  const tray = openTray(form, boxes);
  const ghost = made('sort__ghost', textOf(item));
  form.append(ghost);
  const over = new AbortController();
  const { signal } = over;
  let target: Element | null = null;
  const aim = (at: Element | null): void => {
    target?.classList.remove('is-target');
    target = at && form.contains(at) ? at : null;
    target?.classList.add('is-target');
  };
  const move = (x: number, y: number): void => {
    // Above the pointer, so that a thumb does not cover it.
    ghost.style.transform = `translate(${x}px, ${y}px) translate(-50%, -130%)`;
    aim(document.elementFromPoint(x, y)?.closest('[data-box]') ?? null);
  };
  const end = (): void => {
    over.abort();
    aim(null);
    tray.remove();
    ghost.remove();
  };
  const drop = (): void => {
    const box = boxes.find(({ id }) => id === target?.getAttribute('data-box'));
    end();
    if (box) put(form, item, box);
  };
  move(clientX, clientY);
  document.addEventListener('pointermove', (event) => move(event.clientX, event.clientY), { signal });
  document.addEventListener('pointerup', drop, { signal });
  document.addEventListener('pointercancel', end, { signal });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
}

/** Puts dragging on top of a form of things to sort. The radio buttons stay and say what is sent: a drag only presses one. */
export function dragIntoBoxes(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLElement>('[data-box]')].map((box) => ({
    id: box.dataset['box'] ?? '',
    title: box.querySelector('h4')?.textContent?.trim() ?? '',
    list: box.querySelector('ul'),
  }));
  for (const item of itemsOf(form)) {
    const grip = made('sort__grip', '');
    grip.ariaHidden = 'true';
    grip.title = 'Drag into a box';
    grip.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      event.preventDefault();
      drag({ form, item, boxes }, event);
    });
    item.append(grip);
    item.addEventListener('change', () => item.querySelector('[data-mark]')?.remove());
  }
  form.addEventListener('change', () => fillBoxes(form, boxes));
  fillBoxes(form, boxes);
}
