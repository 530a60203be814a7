import { Show } from 'solid-js';

interface Props {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly questions: number;
  readonly go: (by: 1 | -1) => void;
  readonly ask: () => void;
}

/** On, back, and to the questions. */
export function WallMoves(props: Props) {
  return (
    <div class="wall__buttons wall__moves">
      <button class="govuk-button wall__quiet" type="button" disabled={props.isFirst} onClick={() => props.go(-1)}>
        Back
      </button>
      <button class="govuk-button" type="button" disabled={props.isLast} onClick={() => props.go(1)}>
        Next
      </button>
      <Show when={props.questions > 0}>
        <button class="govuk-button wall__quiet" type="button" onClick={() => props.ask()}>
          Questions ({props.questions})
        </button>
      </Show>
    </div>
  );
}
