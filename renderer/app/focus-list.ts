/** Puts the focus on the active line or card of the page, or on its main part where there is none. */
export function focusList(): void {
  const list = document.getElementById('list');
  const place = list?.querySelector<HTMLElement>('tr[tabindex="0"], [data-card][tabindex="0"]') ?? list;
  place?.focus({ preventScroll: true });
}
