import { basename, join } from 'node:path';
import { build } from 'esbuild';

/** Bundles a program of this folder for a process of its own, so that it starts quickly; gives the path to start. */
export async function bundleProcess(name: string, folder: string): Promise<string> {
  const require = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";
  await build({
    entryPoints: [join(import.meta.dirname, name)],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    banner: { js: require },
    logLevel: 'error',
  });
  return join(folder, `${basename(name, '.ts')}.mjs`);
}
