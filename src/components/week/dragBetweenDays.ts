/** How near an edge of the window a drag scrolls, and by how much a frame, in pixels. */
const EDGE = 60;
const STEP = 12;

/** What is dragged and where it comes from. */
interface Dragged {
  readonly item: HTMLElement;
  readonly origin: Element | null;
}

function ghostOf(item: HTMLElement): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = 'week-ghost';
  ghost.ariaHidden = 'true';
  ghost.textContent = item.dataset['title'] ?? '';
  return ghost;
}

/** Sends the form that moves such a thing, as a press on its button would. */
function send(item: HTMLElement, day: string): void {
  const form = document.querySelector<HTMLFormElement>(`form[data-drop="${CSS.escape(item.dataset['move'] ?? '')}"]`);
  if (!form) return;
  const wasDay = item.closest<HTMLElement>('[data-day]')?.dataset['day'];
  const values: DOMStringMap = { ...item.dataset, day, wasDay };
  for (const field of form.querySelectorAll<HTMLInputElement>('[data-fill]')) {
    field.value = values[field.dataset['fill'] ?? ''] ?? '';
  }
  item.classList.add('is-moving');
  form.submit();
}

/** Keeps scrolling while the pointer stays at an edge, so that a day out of sight can be reached. */
function scrollAtEdges(signal: AbortSignal): (y: number) => void {
  let at = window.innerHeight / 2;
  const step = (): void => {
    if (signal.aborted) return;
    if (at < EDGE) window.scrollBy(0, -STEP);
    if (at > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
  return (y) => {
    at = y;
  };
}

/** From pressing on a thing until it is let go: over another day it moves there, anywhere else or with Escape it stays. */
function drag({ item, origin }: Dragged, { clientX, clientY }: PointerEvent): void {
  const ghost = ghostOf(item);
  document.body.append(ghost);
  const over = new AbortController();
  const { signal } = over;
  const scroll = scrollAtEdges(signal);
  let target: HTMLElement | null = null;
  const aim = (at: HTMLElement | null): void => {
    target?.classList.remove('is-target');
    target = at === origin ? null : at;
    target?.classList.add('is-target');
  };
  const move = (x: number, y: number): void => {
    ghost.style.transform = `translate(${x}px, ${y}px) translate(-50%, -130%)`;
    aim(document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-week] [data-day]') ?? null);
    scroll(y);
  };
  const end = (): void => {
    over.abort();
    aim(null);
    ghost.remove();
  };
  const drop = (): void => {
    const day = target?.dataset['day'];
    end();
    if (day !== undefined) send(item, day);
  };
  move(clientX, clientY);
  document.addEventListener('pointermove', (event) => move(event.clientX, event.clientY), { signal });
  document.addEventListener('pointerup', drop, { signal });
  document.addEventListener('pointercancel', end, { signal });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
}

/**
 * Puts dragging on top of a week: each thing that may move gets a grip. A finger drags by the grip alone, so that a phone still
 * scrolls. The link beside it leads to the form that does the same.
 */
export function dragBetweenDays(week: HTMLElement): void {
  for (const item of week.querySelectorAll<HTMLElement>('[data-move]')) {
    const grip = document.createElement('span');
    grip.className = 'week-grip';
    grip.ariaHidden = 'true';
    grip.title = 'Drag to another day';
    grip.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || !event.isPrimary) return;
      event.preventDefault();
      drag({ item, origin: item.closest('[data-day]') }, event);
    });
    item.prepend(grip);
  }
}
