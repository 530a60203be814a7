/** A form marked `data-send-once` is sent once, however often its button is pressed; the back button makes it ready again. */
export function sendOnce(root: Document): void {
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
