import { render } from 'solid-js/web';
import { CHECK_EVENT, formPlaces, isHeldUp } from './formPlaces.ts';
import { PlaceHits } from './PlaceHits.tsx';
import { PlaceWatch } from './placeWatch.ts';

const PAUSE_BEFORE_LOOKING_MS = 300;

/** Begins to watch; gives back what ends it. */
export function watchForm(form: HTMLFormElement, setOpen: (isOpen: boolean) => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const watches: PlaceWatch[] = [];
  const ends: (() => void)[] = [];
  // A form may grow while it is filled in: a note on words that somebody selected has a field of its own.
  const watchNew = () => {
    const known = new Set(watches.map(({ box }) => box));
    for (const place of formPlaces(form).filter(({ box }) => !known.has(box))) {
      const watch = new PlaceWatch(place);
      watches.push(watch);
      ends.push(render(() => <PlaceHits watch={watch} />, watch.box));
    }
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    watchNew();
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
