interface CopiedMail {
  readonly text: string;
  readonly html: string;
}

/** A copy whose content is given as it happens. What is given so is copied as it is. */
function copyByEvent(parts: Readonly<Record<string, string>>): boolean {
  let given = false;
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, part] of Object.entries(parts)) event.clipboardData?.setData(type, part);
    given = event.clipboardData !== null;
  };
  document.addEventListener('copy', onCopy, { capture: true });
  try {
    return document.execCommand('copy') && given;
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true });
  }
}

async function copyParts(parts: Readonly<Record<string, string>>): Promise<boolean> {
  // First the old way: the new one reads HTML under the policy of the page, which takes every style away.
  if (copyByEvent(parts)) return true;
  try {
    const blobs = Object.entries(parts).map(([type, part]) => [type, new Blob([part], { type })] as const);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

/** Copies a mail with its formatting; a program that takes none gets the plain text. False when nothing was copied. */
export function copyRich({ html, text }: CopiedMail): Promise<boolean> {
  return copyParts({ 'text/html': html, 'text/plain': text });
}

/** Copies the plain text of a mail. False when nothing was copied. */
export function copyPlain({ text }: Pick<CopiedMail, 'text'>): Promise<boolean> {
  return copyParts({ 'text/plain': text });
}
