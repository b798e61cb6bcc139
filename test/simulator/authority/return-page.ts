import type { Answer } from '#test/simulator/http/exchange.ts';

/** Sends the browser back to whoever asked: by a form that sends itself, or by the address. */
export function returnPage(to: string, parameters: Readonly<Record<string, string>>, mode: string | null): Answer {
  if (mode !== 'form_post') {
    const address = new URL(to);
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return { status: 302, headers: { Location: address.href } };
  }
  const fields = Object.entries(parameters)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join('');
  const form = `<form method="post" action="${escaped(to)}">${fields}<button>Continue</button></form>`;
  const page = `<!doctype html><title>Signed in</title>${form}<script>document.forms[0].submit()</script>`;
  return { status: 200, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: page };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
