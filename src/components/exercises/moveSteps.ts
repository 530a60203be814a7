const textOf = (row: HTMLElement) => row.dataset['text'] ?? '';
const selectOf = (row: HTMLElement) => row.querySelector('select');

/** The rows as their selects say, where one was chosen already; the others in between, in the order they stand in. */
function asChosen(rows: readonly HTMLElement[]): HTMLElement[] {
  const slots: (HTMLElement | undefined)[] = rows.map(() => undefined);
  const others = rows.filter((row) => {
    const at = Number(selectOf(row)?.value) - 1;
    if (at < 0 || at >= slots.length || slots[at]) return true;
    slots[at] = row;
    return false;
  });
  return slots.flatMap((row) => row ?? others.shift() ?? []);
}

/** A list of steps that can be moved. The selects stay in the form and follow: they say what is sent. */
class MovableSteps {
  readonly #list: HTMLElement;
  readonly #said: Element | null;

  constructor(list: HTMLElement, said: Element | null) {
    this.#list = list;
    this.#said = said;
    list.append(...asChosen(this.#rows()));
    for (const row of this.#rows()) this.#equip(row);
    this.#number();
  }

  #rows(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[data-text]')];
  }

  #equip(row: HTMLElement): void {
    const grip = document.createElement('span');
    grip.className = 'order__grip';
    grip.ariaHidden = 'true';
    grip.addEventListener('pointerdown', (event) => this.#drag(row, grip, event));
    row.prepend(grip);
    const place = selectOf(row)?.closest<HTMLElement>('.govuk-form-group');
    if (!place) return;
    row.dataset['marked'] = selectOf(row)?.value ?? '';
    place.hidden = true;
    place.after(this.#button(row, 'Up'), this.#button(row, 'Down'));
  }

  #button(row: HTMLElement, way: 'Up' | 'Down'): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'govuk-button govuk-button--secondary button-small order__move';
    button.ariaLabel = `Move ${way.toLowerCase()}: ${textOf(row)}`;
    button.textContent = way;
    button.dataset['way'] = way;
    button.addEventListener('click', () => {
      if (this.#move(row, way)) this.#tell(row);
    });
    return button;
  }

  /** Moves the neighbour past the row and not the row itself: what has the focus or is being dragged stays where it is. */
  #move(row: HTMLElement, way: 'Up' | 'Down'): boolean {
    const neighbour = way === 'Up' ? row.previousElementSibling : row.nextElementSibling;
    if (!neighbour) return false;
    if (way === 'Up') row.after(neighbour);
    else row.before(neighbour);
    this.#number();
    return true;
  }

  #number(): void {
    const rows = this.#rows();
    for (const [index, row] of rows.entries()) {
      const select = selectOf(row);
      const place = String(index + 1);
      if (select) select.value = place;
      row.querySelector('.order__grip')?.replaceChildren(place);
      row.querySelector('[data-way="Up"]')?.setAttribute('aria-disabled', String(index === 0));
      row.querySelector('[data-way="Down"]')?.setAttribute('aria-disabled', String(index === rows.length - 1));
    }
  }

  /** Says where it is now. What was marked elsewhere is not marked any more; during a drag it stays, so that nothing jumps. */
  #tell(moved: HTMLElement): void {
    const rows = this.#rows();
    for (const row of rows)
      if (selectOf(row)?.value !== row.dataset['marked']) row.querySelector('[data-mark]')?.remove();
    const place = `${String(rows.indexOf(moved) + 1)} of ${String(rows.length)}`;
    if (this.#said) this.#said.textContent = `“${textOf(moved)}” is now in place ${place}.`;
  }

  #drag(row: HTMLElement, grip: HTMLElement, event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    row.classList.add('is-held');
    const over = new AbortController();
    const { signal } = over;
    const end = (): void => {
      over.abort();
      row.classList.remove('is-held');
      this.#tell(row);
    };
    grip.addEventListener('pointermove', ({ clientY }) => this.#follow(row, clientY), { signal });
    grip.addEventListener('pointerup', end, { signal });
    grip.addEventListener('pointercancel', end, { signal });
  }

  /** Past the middle of a neighbour, the row changes places with it. */
  #follow(row: HTMLElement, y: number): void {
    const middleOf = (element: Element) => {
      const { top, height } = element.getBoundingClientRect();
      return top + height / 2;
    };
    const { previousElementSibling: before, nextElementSibling: after } = row;
    if (before && y < middleOf(before)) this.#move(row, 'Up');
    else if (after && y > middleOf(after)) this.#move(row, 'Down');
  }
}

/** Puts moving and dragging on top of a form of steps to order. */
export function moveSteps(form: HTMLFormElement): void {
  const list = form.querySelector<HTMLElement>('[data-steps]');
  if (list) new MovableSteps(list, form.querySelector('[data-said]'));
}
