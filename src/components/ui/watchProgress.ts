/** What the portal says of a piece of work that goes on. `percent`: 0 to 100. */
interface Progress {
  readonly isOver: boolean;
  readonly percent: number;
  readonly words: string;
}

const ASK_AGAIN_AFTER_MS = 5000;

async function askFor(address: string): Promise<Progress | null> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  return answer.ok ? ((await answer.json()) as Progress) : null;
}

/** Shows how far it is. The words change once in ten per cent, so that a screen reader is not told of every step. */
function show(box: HTMLElement, { percent, words }: Progress): void {
  const bar = box.querySelector('progress');
  const line = box.querySelector('[role="status"]');
  const isNews = bar !== null && Math.floor(bar.value / 10) !== Math.floor(percent / 10);
  if (bar) bar.value = percent;
  if (line && isNews) line.textContent = words;
}

/**
 * Asks the address in `data-progress` again and again how far something is, and goes to the one in `data-progress-page` once it is over.
 * `everyMs`: milliseconds between two questions; longer where no answer comes.
 */
export function watchProgress(root: Document, everyMs: number): void {
  const box = root.querySelector<HTMLElement>('[data-progress]');
  const { progress: address, progressPage: page } = box?.dataset ?? {};
  if (!box || !address || !page) return;
  const ask = async () => {
    const progress = await askFor(address).catch(() => null);
    if (progress?.isOver) return location.assign(page);
    if (progress) show(box, progress);
    setTimeout(() => void ask(), progress ? everyMs : ASK_AGAIN_AFTER_MS);
  };
  void ask();
}
