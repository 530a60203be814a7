import { actions } from 'astro:actions';
import { createSignal, onCleanup, onMount, Show } from 'solid-js';
import { SignInBeside } from '#src/components/accounts/SignInBeside.tsx';

/** Forms that keep themselves while somebody types, and the action that takes each. */
const SAVES = { reflection: actions.reflections.save, evidence: actions.portfolio.save } as const;

const PAUSE_BEFORE_SAVING = 1200;
const PAUSE_BEFORE_TRYING_AGAIN = 15_000;

type State = 'kept' | 'typing' | 'saving' | 'unreachable' | 'signed_out' | 'refused';

interface Props {
  /** The form to watch. It has a hidden `basedOn` with the revision that was shown. */
  formId: string;
  draft: keyof typeof SAVES;
  /** "Saved Thursday 26 November, 2:05pm", or empty where nothing was saved yet. */
  saved: string;
}

const WORDS: Record<Exclude<State, 'kept' | 'refused'>, string> = {
  typing: 'Not saved yet',
  saving: 'Saving…',
  unreachable: 'Not saved yet: no connection. Your text stays here and is sent as soon as there is one.',
  signed_out: 'Not saved yet: you were signed out. Your text stays here.',
};

const clock = () => new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

/** Saves a form on the server while it is typed in, and says so. Without a script the form's own button does it. */
export default function DraftKeeper(props: Props) {
  const [state, setState] = createSignal<State>('kept');
  const [words, setWords] = createSignal(props.saved);
  let form: HTMLFormElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let changes = 0;

  const later = (wait: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), wait);
  };
  const settle = (next: State, say: string) => {
    setState(next);
    setWords(say);
  };

  async function save(): Promise<void> {
    if (!form || state() === 'saving') return;
    const asOf = changes;
    settle('saving', WORDS.saving);
    try {
      const { data, error } = await SAVES[props.draft](new FormData(form));
      if (data) return kept(data.revision, asOf);
      if (error.code === 'UNAUTHORIZED') return settle('signed_out', WORDS.signed_out);
      const way = error.code === 'CONFLICT' ? ' Save with the button below to see both versions.' : '';
      settle('refused', `Not saved: ${firstField(error) ?? error.message}${way}`);
    } catch {
      settle('unreachable', WORDS.unreachable);
      later(PAUSE_BEFORE_TRYING_AGAIN);
    }
  }

  function kept(revision: number, asOf: number): void {
    const basedOn = form?.elements.namedItem('basedOn');
    if (basedOn instanceof HTMLInputElement) basedOn.value = String(revision);
    if (changes === asOf) return settle('kept', `Saved at ${clock()}`);
    settle('typing', WORDS.typing);
    later(PAUSE_BEFORE_SAVING);
  }

  const onInput = () => {
    changes += 1;
    if (state() === 'saving') return;
    if (state() !== 'signed_out') settle('typing', WORDS.typing);
    later(PAUSE_BEFORE_SAVING);
  };
  const onHide = () => {
    if (document.visibilityState === 'hidden' && state() === 'typing') void save();
  };
  const onLeave = (event: BeforeUnloadEvent) => {
    if (state() !== 'kept') event.preventDefault();
  };
  const onSubmit = () => {
    clearTimeout(timer);
    setState('kept');
  };

  onMount(() => {
    const listening = new AbortController();
    const { signal } = listening;
    form = document.querySelector<HTMLFormElement>(`#${props.formId}`);
    form?.addEventListener('input', onInput, { signal });
    form?.addEventListener('submit', onSubmit, { signal });
    document.addEventListener('visibilitychange', onHide, { signal });
    window.addEventListener('beforeunload', onLeave, { signal });
    // Here and not beside onMount: there it would run on the server too.
    onCleanup(() => {
      clearTimeout(timer);
      listening.abort();
    });
  });

  return (
    <div class="draft-keeper">
      <p class="muted small" role="status">
        {words()}
      </p>
      <Show when={state() === 'signed_out'}>
        <SignInBeside onSignedIn={() => void save()} />
      </Show>
    </div>
  );
}

function firstField(error: unknown): string | undefined {
  const fields = (error as { fields?: Record<string, string[] | undefined> }).fields ?? {};
  return Object.values(fields)[0]?.[0];
}
