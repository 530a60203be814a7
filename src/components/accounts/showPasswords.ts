/** Gives each password field that has a place for it a button to show and hide what is typed. It is hidden again as the form is sent. */
export function showPasswords(root: Document): void {
  for (const place of root.querySelectorAll<HTMLElement>('[data-shows]')) {
    const button = place.querySelector('button');
    const form = place.closest('form');
    const field = form?.querySelector<HTMLInputElement>(`input[name="${place.dataset['shows'] ?? ''}"]`);
    if (!button || !form || !field) continue;
    const show = (isShown: boolean) => {
      field.type = isShown ? 'text' : 'password';
      button.setAttribute('aria-pressed', String(isShown));
    };
    place.hidden = false;
    button.addEventListener('click', () => show(field.type === 'password'));
    form.addEventListener('submit', () => show(false));
  }
}
