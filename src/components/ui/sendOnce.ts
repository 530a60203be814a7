/**
 * A form marked `data-send-once` is sent once, however often its button is pressed; the back button makes it ready again. The layout calls it,
 * once for every page: a second listener would take the first sending for a second one, so the document is marked.
 */
export function sendOnce(root: Document): void {
  if (root.documentElement.dataset['sendsOnce'] !== undefined) return;
  root.documentElement.dataset['sendsOnce'] = '';
  root.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.dataset['sendOnce'] === undefined) return;
    if (form.dataset['sendOnce'] === 'sent') event.preventDefault();
    form.dataset['sendOnce'] = 'sent';
  });
  root.defaultView?.addEventListener('pageshow', () => {
    for (const form of root.querySelectorAll<HTMLFormElement>('form[data-send-once]')) form.dataset['sendOnce'] = '';
  });
}
