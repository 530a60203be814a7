import { Show } from 'solid-js';
import { extended, paused, started, type Timer } from '#src/domain/peerSessions/timer.ts';

interface Props {
  readonly timer: Timer;
  readonly change: (timer: Timer) => void;
}

/** Starts and stops the clock of a step, and gives it a minute more. */
export function ClockButtons(props: Props) {
  const isRunning = () => props.timer.kind === 'running';
  const turn = () => {
    const next = isRunning() ? paused : started;
    props.change(next(props.timer, Date.now()));
  };
  return (
    <div class="wall__buttons">
      <button class="govuk-button" type="button" onClick={turn}>
        <Show when={isRunning()} fallback="Start the clock">
          Stop the clock
        </Show>
      </button>
      <button class="govuk-button wall__quiet" type="button" onClick={() => props.change(extended(props.timer, 1))}>
        One minute more
      </button>
    </div>
  );
}
