import { createSignal } from 'solid-js';
import {
  justifyField,
  passageOf,
  placedHits,
  type PlacedHit,
  readReasons,
  reasonProblem,
} from '#src/domain/personalData/answers.ts';
import { type Excerpt, excerptOf } from '#src/domain/personalData/excerpt.ts';
import type { FormPlace } from './formPlaces.ts';
import { REASON_HINT, TAKEN_OUT } from './words.ts';

/** A passage as its row shows it: the first hit, and every one that is the same. */
export interface ShownHit {
  readonly hit: PlacedHit;
  readonly hits: readonly PlacedHit[];
  readonly field: string;
  readonly excerpt: Excerpt;
}

/** One field of a form under watch: its hits as they stand, and the reasons typed for them. A reason belongs to the passage it was given for. */
export class PlaceWatch {
  readonly box: HTMLElement;
  readonly label: string;
  /** What is said under the field of a reason. */
  readonly reasonHint: string;
  /** Keys of the passages, in order: each keeps its key while the text around it changes. */
  readonly keys: () => readonly string[];
  readonly #setKeys: (keys: readonly string[]) => void;
  readonly #shown: () => ReadonlyMap<string, ShownHit>;
  readonly #setShown: (shown: ReadonlyMap<string, ShownHit>) => void;
  readonly #place: FormPlace;
  readonly #reasons = new Map<string, string>();

  constructor(place: FormPlace) {
    this.#place = place;
    this.box = place.box;
    this.label = place.label;
    this.reasonHint = place.box.dataset['reasonHint'] ?? REASON_HINT;
    const [keys, setKeys] = createSignal<readonly string[]>([]);
    const [shown, setShown] = createSignal<ReadonlyMap<string, ShownHit>>(new Map());
    this.keys = keys;
    this.#setKeys = (next) => void setKeys(next);
    this.#shown = shown;
    this.#setShown = (next) => void setShown(next);
    this.#takeOver();
  }

  shown(key: string): ShownHit | undefined {
    return this.#shown().get(key);
  }

  reason(key: string): string {
    return this.#reasons.get(key) ?? '';
  }

  setReason(key: string, reason: string): void {
    this.#reasons.set(key, reason);
  }

  /** Looks at the field as it stands now. */
  look(): void {
    const shown = this.#read();
    this.#setShown(shown);
    this.#setKeys([...shown.keys()]);
  }

  isOpen(): boolean {
    return [...this.#shown()].some(([key, { hit }]) => reasonProblem(this.reason(key).trim(), hit) !== null);
  }

  /** Puts the cursor on the passage. */
  show(key: string): void {
    const { start, end } = this.#shown().get(key)?.hit ?? { start: 0, end: 0 };
    const { control } = this.#place;
    // Browsers bring the cursor of a long field into view when it gets the focus, so it is put there before.
    control.blur();
    control.setSelectionRange(start, start);
    control.focus();
    control.setSelectionRange(start, end);
  }

  /** Writes that something was taken out in the place of the passage, wherever it stands in the field. */
  takeOut(key: string): void {
    const { control } = this.#place;
    for (const { start, end } of (this.#shown().get(key)?.hits ?? []).toReversed())
      control.setRangeText(TAKEN_OUT, start, end, 'end');
    control.dispatchEvent(new Event('input', { bubbles: true }));
    this.look();
    control.focus();
  }

  /** Leads to the first hit that is open. */
  lead(): void {
    const open = [...this.#shown()].find(([key, { hit }]) => reasonProblem(this.reason(key).trim(), hit) !== null);
    this.box.querySelector<HTMLElement>(`[data-key="${CSS.escape(open?.[0] ?? '')}"]`)?.focus();
  }

  #read(): ReadonlyMap<string, ShownHit> {
    const text = this.#place.control.value;
    const same = Map.groupBy(placedHits([{ place: this.#place.place, text }]), passageOf);
    return new Map(
      [...same].flatMap(([key, hits]): [string, ShownHit][] => {
        const [hit] = hits;
        return hit ? [[key, { hit, hits, field: justifyField(hit), excerpt: excerptOf(text, hit) }]] : [];
      }),
    );
  }

  /** What the server put into the box is shown anew, its reasons kept. */
  #takeOver(): void {
    const fields = [...this.box.querySelectorAll<HTMLInputElement>('input')].map(({ name, value }) => [name, value]);
    const reasons = readReasons(Object.fromEntries(fields) as Record<string, string>);
    for (const [key, { field }] of this.#read()) {
      const reason = reasons.get(field);
      if (reason !== undefined) this.setReason(key, reason);
    }
    this.box.replaceChildren();
  }
}
