import { createSignal, createUniqueId, For, Show } from 'solid-js';
import { reasonProblem } from '#src/domain/personalData/answers.ts';
import type { PlaceWatch, ShownHit } from './placeWatch.ts';
import { REASON_LABEL } from './words.ts';

/** What in one field looks like a real person's, under the field. */
export function PlaceHits(props: { watch: PlaceWatch }) {
  return (
    <Show when={props.watch.keys().length > 0}>
      <ul class="found-passages__list" aria-label={`What in “${props.watch.label}” looks like a real person’s`}>
        <For each={props.watch.keys()}>{(key) => <HitRow key={key} watch={props.watch} />}</For>
      </ul>
    </Show>
  );
}

interface RowProps {
  key: string;
  watch: PlaceWatch;
}

/** One passage: marked in its sentence, with what can be done about it. */
function HitRow(props: RowProps) {
  const [reason, setReason] = createSignal(props.watch.reason(props.key));
  const [wasLeft, setLeft] = createSignal(reason() !== '');
  const shown = () => props.watch.shown(props.key);
  const problem = (hit: ShownHit['hit']) => reasonProblem(reason().trim(), hit);
  const type = (text: string) => {
    props.watch.setReason(props.key, text);
    setReason(text);
  };
  return (
    <Show when={shown()}>
      {(one) => (
        <li
          class="found-passage"
          classList={{ 'found-passage--answered': problem(one().hit) === null }}
          data-key={props.key}
          tabIndex={-1}
        >
          <HitWords one={one()} isAnswered={problem(one().hit) === null} />
          <HitButtons key={props.key} watch={props.watch} found={one().excerpt.found} />
          <ReasonField
            name={one().field}
            reason={reason()}
            hint={props.watch.reasonHint}
            problem={wasLeft() && reason().trim() !== '' ? problem(one().hit) : null}
            onType={type}
            onLeave={() => setLeft(true)}
          />
        </li>
      )}
    </Show>
  );
}

/** The passage marked in its sentence, and what it is taken for. */
function HitWords(props: { one: ShownHit; isAnswered: boolean }) {
  const times = () => props.one.hits.length;
  return (
    <>
      <p class="found-passage__text">
        {props.one.excerpt.before}
        <mark>{props.one.excerpt.found}</mark>
        {props.one.excerpt.after}
      </p>
      <p>
        <strong>{props.isAnswered ? 'You said why it may stay.' : `This looks like ${props.one.hit.name}.`}</strong>
        {times() > 1 && ` It stands here ${String(times())} times.`}
      </p>
    </>
  );
}

function HitButtons(props: RowProps & { found: string }) {
  const told = () => <span class="govuk-visually-hidden">: {props.found}</span>;
  return (
    <div class="found-passage__ways">
      <button
        type="button"
        class="govuk-button govuk-button--secondary button-small"
        onClick={() => props.watch.show(props.key)}
      >
        Go to it{told()}
      </button>
      <button
        type="button"
        class="govuk-button govuk-button--secondary button-small"
        onClick={() => props.watch.takeOut(props.key)}
      >
        Take it out{told()}
      </button>
    </div>
  );
}

interface ReasonProps {
  name: string;
  reason: string;
  hint: string;
  problem: string | null;
  onType: (text: string) => void;
  onLeave: () => void;
}

function ReasonField(props: ReasonProps) {
  const id = createUniqueId();
  const isWrong = () => props.problem !== null;
  return (
    <div class="govuk-form-group" classList={{ 'govuk-form-group--error': isWrong() }}>
      <label class="govuk-label" for={`reason-${id}`}>
        {REASON_LABEL}
      </label>
      <div class="govuk-hint" id={`reason-${id}-hint`}>
        {props.hint}
      </div>
      <Show when={isWrong()}>
        <p class="govuk-error-message" id={`reason-${id}-error`}>
          <span class="govuk-visually-hidden">Error:</span> {props.problem}
        </p>
      </Show>
      <input
        class="govuk-input"
        classList={{ 'govuk-input--error': isWrong() }}
        type="text"
        id={`reason-${id}`}
        name={props.name}
        // What was there when the page came counts as not touched.
        ref={(field) => (field.defaultValue = props.reason)}
        value={props.reason}
        aria-describedby={`reason-${id}-hint${isWrong() ? ` reason-${id}-error` : ''}`}
        aria-invalid={isWrong() ? 'true' : undefined}
        onInput={(event) => props.onType(event.currentTarget.value)}
        onBlur={() => props.onLeave()}
      />
    </div>
  );
}
