import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

/** One file of the window, as a host serves it. */
export interface RendererFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

/** The files of the window. Paths are URL paths; `/` is the page itself. */
export interface RendererFiles {
  /** The page, with the nonce its styles must carry. */
  page(nonce: string): Promise<string>;
  /** Any other file; `undefined` for what is not there. */
  file(path: string): Promise<RendererFile | undefined>;
}

const NONCE_PLACE = '%NONCE%';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/**
 * Lists the window's folder once and serves those names alone: what is not listed does not exist,
 * so that no spelling of a path can lead out of the folder. Throws when the folder can't be read.
 */
export async function openRendererFiles(folder: string): Promise<RendererFiles> {
  const listed = new Map<string, string>();
  await list(folder, '/', listed);
  return {
    async page(nonce) {
      const html = await readFile(join(folder, 'index.html'), 'utf8');
      return html.replaceAll(NONCE_PLACE, nonce);
    },
    async file(path) {
      const place = listed.get(path);
      if (place === undefined || place.endsWith('.html')) return undefined;
      const contentType = CONTENT_TYPES[extname(place)] ?? 'application/octet-stream';
      return { body: await readFile(place), contentType };
    },
  };
}

async function list(folder: string, under: string, into: Map<string, string>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const place = join(folder, entry.name);
    if (entry.isDirectory()) await list(place, `${under}${entry.name}/`, into);
    else if (entry.isFile()) into.set(`${under}${encodeURIComponent(entry.name)}`, place);
  }
}
