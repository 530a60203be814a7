import { type AnsweredHit, answeredHits, readReasons } from '#src/domain/personalData/answers.ts';

type TextControl = HTMLTextAreaElement | HTMLInputElement;

/** A text of a form that is looked at, and the box under it where its hits are shown. */
export interface FormPlace {
  readonly place: string;
  readonly label: string;
  readonly control: TextControl;
  readonly box: HTMLElement;
}

/** Told to a form before it is asked whether it may be sent: whoever shows its hits brings them up to date at once. */
export const CHECK_EVENT = 'personal-data-check';

const isText = (element: unknown): element is TextControl =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;

/** The texts of a form that are looked at: each has a box with `data-personal-data` and the name of its field. */
export function formPlaces(form: HTMLFormElement): FormPlace[] {
  return [...form.querySelectorAll<HTMLElement>('[data-personal-data]')].flatMap((box) => {
    const place = box.dataset['personalData'] ?? '';
    const control = form.elements.namedItem(place);
    return isText(control) ? [{ place, label: box.dataset['label'] ?? '', control, box }] : [];
  });
}

/** Every hit in a form as it stands now, with the reasons typed for them. */
function hitsInForm(form: HTMLFormElement): AnsweredHit[] {
  const places = formPlaces(form).map(({ place, control }) => ({ place, text: control.value }));
  return places.length === 0 ? [] : answeredHits(places, readReasons(Object.fromEntries(new FormData(form))));
}

/** Whether nothing of a form may leave the device now: a hit in it is neither taken out nor justified. */
export function isHeldUp(form: HTMLFormElement): boolean {
  form.dispatchEvent(new Event(CHECK_EVENT));
  return hitsInForm(form).some(({ problem }) => problem !== null);
}

/** What the line that tells of saving says then. */
const HELD_WORDS =
  'Not saved: part of it looks as if it belonged to a real person. Take it out, or say under the field why it may stay; then it is saved. What you typed stays on this page.';

/** Why a form is not saved now, or null. */
export function heldUpWords(form: HTMLFormElement): string | null {
  return isHeldUp(form) ? HELD_WORDS : null;
}
