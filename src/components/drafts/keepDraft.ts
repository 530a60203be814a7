/** How a draft stands: as it is on the server, changed since, on its way, or held up and why. */
export type KeptState = 'kept' | 'typing' | 'saving' | 'held' | 'unreachable' | 'signed_out' | 'refused';

/** What the server answered: the new revision, or an error with its code and words. */
export interface SaveAnswer {
  readonly data?: { readonly revision: number } | undefined;
  readonly error?: { readonly code: string; readonly message: string } | undefined;
}

interface Keeping {
  /** It has a hidden `basedOn` with the revision that was shown. */
  readonly form: HTMLFormElement;
  readonly save: (body: FormData) => Promise<SaveAnswer>;
  readonly say: (state: KeptState, words: string) => void;
  /** Stops listening and waiting. */
  readonly signal: AbortSignal;
}

const PAUSE_BEFORE_SAVING_MS = 1200;
const PAUSE_BEFORE_TRYING_AGAIN_MS = 15_000;

const WORDS = {
  typing: 'Not saved yet',
  saving: 'Saving…',
  unreachable: 'Not saved yet: no connection. Your text stays here and is sent as soon as there is one.',
  signed_out: 'Not saved yet: you were signed out. Your text stays here.',
} as const;

const clock = () =>
  new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });

function firstField(error: object): string | undefined {
  const { fields = {} } = error as { fields?: Record<string, string[] | undefined> };
  return Object.values(fields)[0]?.[0];
}

/** Whether anything in it differs from what the server sent. */
function isTouched(form: HTMLFormElement): boolean {
  const texts = [...form.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type="text"]')];
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"], input[type="radio"]')];
  return (
    texts.some((field) => field.value !== field.defaultValue) || boxes.some((box) => box.checked !== box.defaultChecked)
  );
}

/** Why nothing of a form may leave the device now, or null. Forms whose texts are not looked at never load what looks. */
async function heldUpWords(form: HTMLFormElement): Promise<string | null> {
  if (!form.querySelector('[data-personal-data]')) return null;
  const { heldUpWords: wordsFor } = await import('#src/components/personalData/formPlaces.ts');
  return wordsFor(form);
}

/** Saves a form after each pause in typing, when the page is hidden and when a connection comes back; never two saves at once. */
export class DraftKeeping {
  readonly #keeping: Keeping;
  #state: KeptState = 'kept';
  #changes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(keeping: Keeping) {
    this.#keeping = keeping;
    const { form, signal } = keeping;
    form.addEventListener('input', () => this.#changed(), { signal });
    form.addEventListener('submit', () => this.#sent(), { signal });
    document.addEventListener('visibilitychange', () => this.#hidden(), { signal });
    window.addEventListener('beforeunload', (event) => this.#leaving(event), { signal });
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
    // On a slow connection she may have begun to write before this script was here.
    if (isTouched(form)) this.#changed();
  }

  /** Saves what is in the form now. */
  async save(): Promise<void> {
    if (this.#state === 'saving') return;
    const asOf = this.#changes;
    this.#settle('saving', WORDS.saving);
    try {
      const held = await heldUpWords(this.#keeping.form);
      if (held !== null) return this.#held(held, asOf);
      this.#answered(await this.#keeping.save(new FormData(this.#keeping.form)), asOf);
    } catch {
      this.#settle('unreachable', WORDS.unreachable);
      this.#later(PAUSE_BEFORE_TRYING_AGAIN_MS);
    }
  }

  /** Nothing left the device. What was typed meanwhile is looked at after the next pause. */
  #held(words: string, asOf: number): void {
    this.#settle('held', words);
    if (this.#changes !== asOf) this.#later(PAUSE_BEFORE_SAVING_MS);
  }

  #answered({ data, error }: SaveAnswer, asOf: number): void {
    if (data) return this.#kept(data.revision, asOf);
    if (error?.code === 'UNAUTHORIZED') return this.#settle('signed_out', WORDS.signed_out);
    const way = error?.code === 'CONFLICT' ? ' Save with the button below to see both versions.' : '';
    this.#settle('refused', `Not saved: ${(error && firstField(error)) ?? error?.message ?? ''}${way}`);
  }

  #kept(revision: number, asOf: number): void {
    const basedOn = this.#keeping.form.elements.namedItem('basedOn');
    if (basedOn instanceof HTMLInputElement) basedOn.value = String(revision);
    if (this.#changes === asOf) return this.#settle('kept', `Saved at ${clock()}`);
    this.#settle('typing', WORDS.typing);
    this.#later(PAUSE_BEFORE_SAVING_MS);
  }

  #changed(): void {
    this.#changes += 1;
    // Signed out, she signs in first: that saves everything, and another try would close the dialog she does it in.
    if (this.#state === 'saving' || this.#state === 'signed_out') return;
    this.#settle('typing', WORDS.typing);
    this.#later(PAUSE_BEFORE_SAVING_MS);
  }

  /** The form's own button took over. */
  #sent(): void {
    clearTimeout(this.#timer);
    this.#state = 'kept';
  }

  #hidden(): void {
    if (document.visibilityState === 'hidden' && this.#state === 'typing') void this.save();
  }

  #leaving(event: BeforeUnloadEvent): void {
    if (this.#state !== 'kept') event.preventDefault();
  }

  #settle(state: KeptState, words: string): void {
    this.#state = state;
    this.#keeping.say(state, words);
  }

  #later(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), ms);
  }
}
