const PAUSE_BEFORE_TELLING = 1500;

/** Tells the server which section is being read; false where it takes no more, for example after the session ended. */
type Tell = (sectionId: string) => Promise<boolean>;

/**
 * Follows the reader: the section in the upper part of her window is where she is. Told once she rests there, and at once
 * when she leaves. A page that was only opened tells nothing, so that the place from before stays.
 */
export function followReading(root: Document, tell: Tell): void {
  const headings = [...root.querySelectorAll<HTMLElement>('section[aria-labelledby] > h2[tabindex="-1"]')];
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;

  const send = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const here = sectionRead(headings, root.documentElement.clientHeight);
    if (isOver || here === null || here === told) return;
    told = here;
    tell(here).then(
      (taken) => (isOver = !taken),
      () => (told = ''),
    );
  };
  const onScroll = (): void => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE_BEFORE_TELLING);
  };

  const watching = new IntersectionObserver(onScroll, { rootMargin: '0px 0px -60% 0px' });
  const begin = (): void => headings.forEach((heading) => watching.observe(heading));
  if (headings.length === 1) begin();
  else root.addEventListener('scroll', begin, { once: true, passive: true });
  // A tick says itself where she goes on, and must not be overtaken.
  root.addEventListener('submit', () => (isOver = true));
  root.addEventListener('visibilitychange', () => {
    if (root.visibilityState === 'hidden' && timer !== undefined) send();
  });
}

/** The id of the section that crosses the upper part of the window; null above the first and below the last of them. */
function sectionRead(headings: readonly HTMLElement[], windowHeight: number): string | null {
  const line = windowHeight * 0.4;
  const isRead = (heading: HTMLElement): boolean => {
    const { top, bottom } = (heading.closest('section') ?? heading).getBoundingClientRect();
    return top < line && bottom > line;
  };
  return headings.find(isRead)?.id ?? null;
}
