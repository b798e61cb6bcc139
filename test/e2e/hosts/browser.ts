import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { argumentsOf, type Places, type Running } from './host.ts';
import { saying, startProcess } from './process.ts';

const MAIN = join(import.meta.dirname, '..', '..', '..', 'out', 'browser', 'main.mjs');

/** The browser host in a process of its own, with the address it printed. */
export async function startServer(places: Places, files: readonly string[] = []) {
  const args = [MAIN, ...argumentsOf(places), '--no-open'];
  const child = startProcess(process.execPath, [...args, ...files]);
  const [, address = ''] = await saying(child, /^Partner Console: (\S+)$/m);
  return { child, address, args };
}

export async function startBrowser(browser: Browser, places: Places, files: readonly string[] = []): Promise<Running> {
  const { child, address, args } = await startServer(places, files);
  const context = await browser.newContext({ locale: places.language, timezoneId: 'UTC', colorScheme: null });
  const page = await context.newPage();
  await page.goto(address);
  return {
    page,
    async close() {
      child.process.kill('SIGINT');
      await child.ended();
      await context.close();
    },
    async kill() {
      await context.close();
      child.process.kill('SIGKILL');
      await child.ended();
    },
    startAgain: (more = []) => startProcess(process.execPath, [...args, ...more]).ended(),
  };
}
