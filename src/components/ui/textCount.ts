import { countWords } from '#src/domain/wordCount.ts';

export type CountUnit = 'words' | 'characters';

/** How many words or characters a text has. Line breaks count as one character each, as the form sends them. */
export function countText(text: string, unit: CountUnit): number {
  if (unit === 'characters') return text.replace(/\r\n/g, '\n').length;
  return countWords(text);
}

/** The line under a counted field; `count` is null before anything is typed or where no script runs. */
export function countMessage(count: number | null, max: number, unit: CountUnit): string {
  const many = (amount: number): string =>
    `${amount.toLocaleString('en-GB')} ${amount === 1 ? unit.slice(0, -1) : unit}`;
  if (count === null) return `You can write up to ${many(max)}.`;
  if (count > max) return `You have ${many(count - max)} too many.`;
  return `You have ${many(max - count)} left.`;
}

/** Counts along in every field that has a limit. What is seen changes at once; what is read out waits for a pause in typing. */
export function countEveryTextArea(root: Document): void {
  for (const area of root.querySelectorAll<HTMLTextAreaElement>('textarea[data-count-max]')) {
    const line = root.getElementById(`${area.id}-count`);
    if (line) countAlong(area, line);
  }
}

function countAlong(area: HTMLTextAreaElement, line: HTMLElement): void {
  const max = Number(area.dataset['countMax']);
  const unit = area.dataset['countUnit'] === 'words' ? 'words' : 'characters';
  const spoken = line.ownerDocument.createElement('div');
  spoken.className = 'govuk-visually-hidden';
  spoken.setAttribute('aria-live', 'polite');
  line.after(spoken);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const show = (): void => {
    const count = countText(area.value, unit);
    line.textContent = countMessage(count, max, unit);
    line.classList.toggle('text-count--over', count > max);
    clearTimeout(pause);
    pause = setTimeout(() => (spoken.textContent = line.textContent), 1000);
  };
  area.addEventListener('input', show);
  if (area.value !== '') show();
}
