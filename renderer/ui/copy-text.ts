/** The old way, for engines that refuse the clipboard: a field that is selected and copied, then removed. */
function copyBySelection(text: string, near: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  Object.assign(field.style, { position: 'fixed', opacity: '0' });
  near.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  return copied;
}

/** Puts a text on the clipboard; false where the engine allows no way. The focus stays at the element that asked. */
export async function copyText(text: string, asked: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const copied = copyBySelection(text, asked.parentElement ?? document.body);
    asked.focus();
    return copied;
  }
}
