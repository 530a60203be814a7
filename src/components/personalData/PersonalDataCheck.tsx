import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { CHECK_EVENT, formPlaces, isHeldUp } from './formPlaces.ts';
import { PlaceHits } from './PlaceHits.tsx';
import { PlaceWatch } from './placeWatch.ts';
import { OPEN_WORDS } from './words.ts';

interface Props {
  /** The form whose texts are looked at: those with a `PersonalDataHits` box. */
  formId: string;
}

const PAUSE_BEFORE_LOOKING_MS = 300;

/**
 * Looks for what belongs to real people while a form is filled in, shows each passage under its field, and keeps the form on the device
 * while one is open. Take it with `client:idle`. Without a script the server says the same when the form is sent.
 */
export function PersonalDataCheck(props: Props) {
  const [isOpen, setOpen] = createSignal(false);
  onMount(() => {
    const form = document.querySelector<HTMLFormElement>(`#${props.formId}`);
    // Here and not beside onMount: there it would run on the server too.
    if (form) onCleanup(watchForm(form, setOpen));
  });
  return (
    <div role="status" class="found-passages__status">
      <Show when={isOpen()}>
        <p>{OPEN_WORDS}</p>
      </Show>
    </div>
  );
}

/** Begins to watch; gives back what ends it. */
function watchForm(form: HTMLFormElement, setOpen: (isOpen: boolean) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const watches = formPlaces(form).map((place) => new PlaceWatch(place));
  const ends = watches.map((watch) => render(() => <PlaceHits watch={watch} />, watch.box));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    watches.forEach((watch) => watch.look());
    setOpen(watches.some((watch) => watch.isOpen()));
  };
  const lookSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE_BEFORE_LOOKING_MS);
  };
  form.addEventListener('input', lookSoon, { signal });
  form.addEventListener(CHECK_EVENT, look, { signal });
  form.addEventListener('submit', (event) => holdBack(event, form, watches), { signal, capture: true });
  look();
  return () => {
    stop.abort();
    clearTimeout(timer);
    ends.forEach((end) => end());
  };
}

/** A form with an open hit stays here; she is led to the first. */
function holdBack(event: SubmitEvent, form: HTMLFormElement, watches: readonly PlaceWatch[]): void {
  if (!isHeldUp(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  watches.find((watch) => watch.isOpen())?.lead();
}
