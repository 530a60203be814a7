import { actions } from 'astro:actions';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { SignInBeside } from '#src/components/accounts/SignInBeside.tsx';
import { DraftKeeping, type KeptState, type SaveAnswer } from './keepDraft.ts';

/** Forms that keep themselves while somebody types, and the action that takes each. */
const SAVES = {
  reflection: (body) => actions.reflections.save(body),
  evidence: (body) => actions.portfolio.save(body),
  assessment: (body) => actions.assess.hold(body),
  comparison: (body) => actions.exercises.compare(body),
  record: (body) => actions.records.save(body),
  review: (body) => actions.supervision.save(body),
  placementLog: (body) => actions.placementRecords.saveLog(body),
  placementReport: (body) => actions.placementRecords.saveReport(body),
} satisfies Record<string, (body: FormData) => Promise<SaveAnswer>>;

interface Props {
  /** The form to watch. It has a hidden `basedOn` with the revision that was shown. */
  formId: string;
  draft: keyof typeof SAVES;
  /** "Saved Thursday 26 November, 2:05pm", or empty where nothing was saved yet. */
  saved: string;
}

/**
 * Saves a form on the server while it is typed in, and says so. Without a script the form's own button does it.
 * Take it with `client:idle`: one that waits to be seen cannot come any more when the connection went before she scrolled to it.
 */
export function DraftKeeper(props: Props) {
  const [state, setState] = createSignal<KeptState>('kept');
  const [words, setWords] = createSignal(props.saved);
  let keeping: DraftKeeping | undefined;

  const say = (next: KeptState, said: string) => {
    setState(next);
    setWords(said);
  };
  onMount(() => {
    const form = document.querySelector<HTMLFormElement>(`#${props.formId}`);
    const stop = new AbortController();
    if (form) keeping = new DraftKeeping({ form, save: SAVES[props.draft], say, signal: stop.signal });
    // Here and not beside onMount: there it would run on the server too.
    onCleanup(() => stop.abort());
  });

  return (
    <div class="draft-keeper">
      <p class="muted small" role="status">
        {words()}
      </p>
      <Show when={state() === 'signed_out'}>
        <SignInBeside onSignedIn={() => void keeping?.save()} />
      </Show>
    </div>
  );
}
