import { For, Show } from 'solid-js';
import { StepClock } from './StepClock.tsx';
import type { WallPlace } from './wallPlace.ts';
import type { WallScreen } from './wallView.ts';

interface Props {
  readonly screens: readonly WallScreen[];
  readonly at: WallPlace;
  readonly say: (words: string) => void;
}

/** One step, large, with its clock. */
export function WallStep(props: Props) {
  const place = () => props.at.place();
  const screen = () => props.screens[place().screen];
  return (
    <section class="wall__screen" aria-labelledby="wall-step">
      <p class="wall__small">
        Screen {place().screen + 1} of {props.screens.length}
      </p>
      <h2 id="wall-step">{screen()?.title}</h2>
      <For each={screen()?.lines ?? []}>{(line) => <p class="wall__line">{line}</p>}</For>
      <Show when={screen()?.minutes !== null}>
        <StepClock
          timer={place().timer}
          setTimer={(timer) => props.at.move({ ...place(), timer })}
          say={(words) => props.say(words)}
        />
      </Show>
    </section>
  );
}
