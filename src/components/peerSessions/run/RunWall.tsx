import { createSignal, onMount, Show } from 'solid-js';
import { WallList } from './WallList.tsx';
import { WallMoves } from './WallMoves.tsx';
import { byKeys, wallPlace } from './wallPlace.ts';
import { WallQuestions } from './WallQuestions.tsx';
import { WallStep } from './WallStep.tsx';
import type { WallView } from './wallView.ts';

/** The view for the wall: one step at a time with its clock, by keys, buttons or a presenter. Without scripts the steps are a list. */
export function RunWall(props: { view: WallView }) {
  const [isLive, setLive] = createSignal(false);
  const [isAsking, setAsking] = createSignal(false);
  const [dropped, setDropped] = createSignal<readonly string[]>([]);
  const [said, setSaid] = createSignal('');
  const screens = () => props.view.screens;
  const questions = () => props.view.questions.filter(({ id }) => !dropped().includes(id));
  const at = wallPlace(screens);
  const go = (by: 1 | -1) => {
    if (isAsking()) return;
    at.go(by);
    setSaid(screens()[at.place().screen]?.title ?? '');
  };
  byKeys(go);
  onMount(() => setLive(true));
  return (
    <Show when={isLive()} fallback={<WallList view={props.view} />}>
      <p class="govuk-visually-hidden" role="status">
        {said()}
      </p>
      <Show when={isAsking()} fallback={<WallStep screens={screens()} {...{ at, say: setSaid }} />}>
        <WallQuestions
          questions={questions()}
          drop={(id) => setDropped([...dropped(), id])}
          close={() => setAsking(false)}
        />
      </Show>
      <Show when={!isAsking()}>
        <WallMoves
          isFirst={at.place().screen === 0}
          isLast={at.place().screen + 1 >= screens().length}
          questions={questions().length}
          go={go}
          ask={() => setAsking(true)}
        />
      </Show>
    </Show>
  );
}
