/** What the portal says of an import that runs. */
interface Progress {
  readonly isOver: boolean;
  readonly percent: number;
  readonly words: string;
}

const ASK_EVERY_MS = 700;
const ASK_AGAIN_AFTER_MS = 5000;

async function askFor(address: string): Promise<Progress | null> {
  const answer = await fetch(address, { headers: { accept: 'application/json' } });
  return answer.ok ? ((await answer.json()) as Progress) : null;
}

/** Shows how far it is. The words change once in ten per cent, so that a screen reader is not told of every step. */
function show(box: HTMLElement, { percent, words }: Progress): void {
  const bar = box.querySelector('progress');
  const line = box.querySelector('[data-import-words]');
  const isNews = bar !== null && Math.floor(bar.value / 10) !== Math.floor(percent / 10);
  if (bar) bar.value = percent;
  if (line && isNews) line.textContent = words;
}

/** Asks again and again how far an import is, and shows the page anew once it is over. */
export function watchImport(root: Document): void {
  const box = root.querySelector<HTMLElement>('[data-import-progress]');
  const { importProgress: address, importPage: page } = box?.dataset ?? {};
  if (!box || !address || !page) return;
  const ask = async () => {
    const progress = await askFor(address).catch(() => null);
    if (progress?.isOver) return location.assign(page);
    if (progress) show(box, progress);
    setTimeout(() => void ask(), progress ? ASK_EVERY_MS : ASK_AGAIN_AFTER_MS);
  };
  void ask();
}
