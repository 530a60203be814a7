import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { clockFace, secondsLeft, spokenBetween, type Timer, timeWords } from '#src/domain/peerSessions/timer.ts';
import { ClockButtons } from './ClockButtons.tsx';

const LOOKS_EVERY_MS = 250;

interface Props {
  readonly timer: Timer;
  readonly setTimer: (timer: Timer) => void;
  /** What is read out: at five minutes, at one, and when the time is up. */
  readonly say: (words: string) => void;
}

/** Calls often enough for a clock with seconds, and at once when a tab comes back from the background. */
function whileOpen(look: () => void): void {
  onMount(() => {
    const ticking = setInterval(look, LOOKS_EVERY_MS);
    document.addEventListener('visibilitychange', look);
    onCleanup(() => {
      clearInterval(ticking);
      document.removeEventListener('visibilitychange', look);
    });
  });
}

/** The clock of a step: large digits for the room, words beside them, and buttons. */
export function StepClock(props: Props) {
  const [now, setNow] = createSignal(Date.now());
  const left = () => secondsLeft(props.timer, now());
  const isStill = () => props.timer.kind === 'paused' && left() > 0;
  whileOpen(() => {
    const before = left();
    setNow(Date.now());
    const spoken = spokenBetween(before, left());
    if (spoken !== null) props.say(spoken);
  });
  const change = (timer: Timer) => {
    setNow(Date.now());
    props.setTimer(timer);
  };
  return (
    <div class="wall__clock" classList={{ 'wall__clock--over': left() <= 0 }}>
      <p class="wall__face" role="timer">
        <span aria-hidden="true">{clockFace(left())}</span>
        <span class="wall__words">
          {timeWords(left())}
          <Show when={isStill()}>, not running</Show>
        </span>
      </p>
      <ClockButtons timer={props.timer} change={change} />
    </div>
  );
}
