const ACTION = /<form method="post" action="([^"]*)"/u;
const FIELD = /<input type="hidden" name="([^"]*)" value="([^"]*)">/gu;

/**
 * Opens a sign-in page as a browser does, and follows it back to this machine. Gives what the last page says; fails where
 * the page is an error.
 */
export async function browse(address: string): Promise<string> {
  const opened = await fetch(address);
  const page = await opened.text();
  if (!opened.ok) throw new Error(`The sign-in page answers ${opened.status}: ${page}`);
  const action = ACTION.exec(page)?.[1];
  if (action === undefined) return page;
  const body = new URLSearchParams();
  for (const [, name = '', value = ''] of page.matchAll(FIELD)) body.set(plain(name), plain(value));
  return await (await fetch(plain(action), { method: 'POST', body })).text();
}

const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
