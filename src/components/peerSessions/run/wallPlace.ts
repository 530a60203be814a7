import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js';
import { keptPlace, placeFragment, type RunPlace, started, wholeTimer } from '#src/domain/peerSessions/timer.ts';
import type { WallScreen } from './wallView.ts';

const NEXT_KEYS = ['ArrowRight', 'PageDown'];
const BACK_KEYS = ['ArrowLeft', 'PageUp'];

/** Where the view for the wall stands, and how it moves. It stands in the address, so that loading the page again loses nothing. */
export interface WallPlace {
  readonly place: Accessor<RunPlace>;
  readonly move: (next: RunPlace) => void;
  readonly go: (by: 1 | -1) => void;
}

export function wallPlace(screens: Accessor<readonly WallScreen[]>): WallPlace {
  const [place, setPlace] = createSignal<RunPlace>({ screen: 0, timer: wholeTimer(0) });
  const move = (next: RunPlace) => {
    setPlace(next);
    history.replaceState(history.state, '', placeFragment(next));
  };
  const go = (by: 1 | -1) => {
    const screen = place().screen + by;
    const wanted = screens()[screen];
    if (!wanted) return;
    const fresh = wholeTimer(wanted.minutes ?? 0);
    const goesOn = place().timer.kind === 'running' && wanted.minutes !== null;
    move({ screen, timer: goesOn ? started(fresh, Date.now()) : fresh });
  };
  onMount(() => {
    const kept = keptPlace(location.hash, screens().length);
    if (kept) setPlace(kept);
  });
  return { place, move, go };
}

/** Arrows and the keys of a presenter go on and back. */
export function byKeys(go: (by: 1 | -1) => void): void {
  onMount(() => {
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (NEXT_KEYS.includes(event.key)) go(1);
      else if (BACK_KEYS.includes(event.key)) go(-1);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    onCleanup(() => document.removeEventListener('keydown', press));
  });
}
