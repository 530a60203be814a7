import { actions } from 'astro:actions';
import { createSignal, Show } from 'solid-js';
import type { WallQuestion } from './wallView.ts';

interface Props {
  readonly questions: readonly WallQuestion[];
  /** Takes a question off the wall that the room has talked about. */
  readonly drop: (questionId: string) => void;
  readonly close: () => void;
}

const NOT_KEPT = 'Not kept. Take it off the list on the page of the session instead.';

/** Whether the portal kept that the room has talked about a question. */
async function isKept(questionId: string): Promise<boolean> {
  const form = new FormData();
  form.set('questionId', questionId);
  form.set('done', 'yes');
  try {
    const { error } = await actions.peerQuestions.setAnswered(form);
    return error === undefined;
  } catch {
    return false;
  }
}

/** One question, large, with whether it came with a name. */
function OneQuestion(props: { question: WallQuestion; drop: () => void }) {
  const [problem, setProblem] = createSignal('');
  const talkedAbout = async () => {
    if (await isKept(props.question.id)) props.drop();
    else setProblem(NOT_KEPT);
  };
  return (
    <>
      <p class="wall__line typed">{props.question.words}</p>
      <p class="wall__small">
        {props.question.name === null ? 'Asked without a name' : `Asked by ${props.question.name}`}
      </p>
      <p class="wall__small" role="status">
        {problem()}
      </p>
      <button class="govuk-button wall__quiet" type="button" onClick={() => void talkedAbout()}>
        We have talked about it
      </button>
    </>
  );
}

/** The questions that were asked beforehand, one at a time. */
export function WallQuestions(props: Props) {
  const [at, setAt] = createSignal(0);
  const shown = () => Math.min(at(), props.questions.length - 1);
  const move = (by: 1 | -1) => setAt(Math.max(0, Math.min(props.questions.length - 1, shown() + by)));
  return (
    <section class="wall__screen" aria-labelledby="wall-step">
      <h2 id="wall-step">
        <Show when={props.questions.length > 0} fallback="No question is left">
          Question {shown() + 1} of {props.questions.length}
        </Show>
      </h2>
      <Show when={props.questions[shown()]} keyed>
        {(question) => <OneQuestion question={question} drop={() => props.drop(question.id)} />}
      </Show>
      <div class="wall__buttons">
        <button class="govuk-button wall__quiet" type="button" disabled={shown() <= 0} onClick={() => move(-1)}>
          Question before
        </button>
        <button
          class="govuk-button wall__quiet"
          type="button"
          disabled={shown() + 1 >= props.questions.length}
          onClick={() => move(1)}
        >
          Next question
        </button>
        <button class="govuk-button" type="button" onClick={() => props.close()}>
          Back to the steps
        </button>
      </div>
    </section>
  );
}
