import { For, Show } from 'solid-js';
import type { WallView } from './wallView.ts';

/** All of the session under one another: what stands there without scripts. */
export function WallList(props: { view: WallView }) {
  return (
    <>
      <ol class="wall__list">
        <For each={props.view.screens}>
          {(screen) => (
            <li>
              <h2>{screen.title}</h2>
              <Show when={screen.minutes !== null}>
                <p class="wall__small">
                  {screen.minutes} {screen.minutes === 1 ? 'minute' : 'minutes'}
                </p>
              </Show>
              <For each={screen.lines}>{(line) => <p class="wall__line">{line}</p>}</For>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.view.questions.length > 0}>
        <section id="questions" aria-labelledby="wall-questions-list">
          <h2 id="wall-questions-list">Questions asked beforehand</h2>
          <ul class="wall__list">
            <For each={props.view.questions}>
              {(question) => (
                <li>
                  <p class="wall__line typed">{question.words}</p>
                  <p class="wall__small">
                    {question.name === null ? 'Asked without a name' : `Asked by ${question.name}`}
                  </p>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </>
  );
}
