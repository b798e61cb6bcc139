import { protocol, type Session } from 'electron';
import { COMMON_HEADERS, newNonce, pageHeaders } from '#electron/hosts/page-headers.ts';
import type { RendererFiles } from '#electron/hosts/renderer-files.ts';
import { isOurs } from './origin.ts';

/** Must run before Electron is ready: makes `app:` a scheme with an origin, storage and fetch of its own. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the window's files at `app://console/`, and nothing at any other host or path. */
export function serveApp(session: Session, files: RendererFiles): void {
  session.protocol.handle('app', (request) => answer(request, files));
}

async function answer(request: Request, files: RendererFiles): Promise<Response> {
  if (!isOurs(request.url) || request.method !== 'GET') return refusal(403);
  const { pathname } = new URL(request.url);
  if (pathname === '/' || pathname === '/index.html') {
    const nonce = newNonce();
    return new Response(await files.page(nonce), { headers: pageHeaders(nonce) });
  }
  const file = await files.file(pathname);
  if (file === undefined) return refusal(404);
  return new Response(file.body, { headers: { ...COMMON_HEADERS, 'Content-Type': file.contentType } });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: COMMON_HEADERS });
}
