/** After a refused form the reader stands at the first field that is wrong, as soon as it is marked. */
export function focusInvalid(form: HTMLElement): void {
  requestAnimationFrame(() => {
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
