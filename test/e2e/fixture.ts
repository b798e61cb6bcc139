import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, chromium, expect, type Page } from '@playwright/test';
import { filledWorkspace } from './filled-workspace.ts';
import { startBrowser } from './hosts/browser.ts';
import { electronOf, startDesktop } from './hosts/desktop.ts';
import { type Ended, type Places, type Running, SANDBOX } from './hosts/host.ts';
import { startKeyring } from './hosts/keyring.ts';

export type Engine = 'floor' | 'current' | 'chromium';

export interface ConsoleOptions {
  /** Which host and engine the test runs in; set by the project. */
  engine: Engine;
  /** Start with the invented sample workspace instead of an empty folder. */
  sample: boolean;
  /** Start with a workspace of so many generated customers, whose lists nobody has prepared yet. */
  generated: number;
  /** The system has a keychain; without this it has none, whatever the machine of the tests offers. Desktop host alone. */
  keychain: boolean;
  /** The test provokes refusals that the page reports as errors; otherwise a page that reports one fails the test. */
  provoking: boolean;
}

/** The console under test; which host carries it stays hidden. */
export interface ConsoleUnderTest {
  readonly page: Page;
  readonly places: Places;
  /** When it was last started, in milliseconds since 1970. */
  readonly startedAt: number;
  /** Ends it properly and starts it again on the same folders, with files to open. */
  restart(files?: readonly string[]): Promise<void>;
  /** Starts the same workspace a second time while this one runs, with files to open. */
  startAgain(files?: readonly string[]): Promise<Ended>;
}

/** What Chromium logs as an error without the page having done wrong: a problem is an answer like any other. */
const HARMLESS = /ResizeObserver loop|the server responded with a status of 422/;

export const test = base.extend<ConsoleOptions & { console: ConsoleUnderTest }, { chromiumBrowser: Browser }>({
  engine: ['chromium', { option: true }],
  sample: [false, { option: true }],
  generated: [0, { option: true }],
  keychain: [false, { option: true }],
  provoking: [false, { option: true }],

  chromiumBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a fixture needs from this pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
        args: [
          ...SANDBOX,
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],

  console: async ({ engine, sample, generated, keychain, provoking, chromiumBrowser }, use, info) => {
    const folder = await mkdtemp(join(tmpdir(), 'partner-console-'));
    const places: Places = {
      workspace: join(folder, 'workspace'),
      drafts: join(folder, 'drafts'),
      backups: join(folder, 'backups'),
      settings: join(folder, 'settings'),
      sample,
      language: 'en',
    };
    if (generated > 0) {
      const made = await filledWorkspace(info.project.outputDir, generated);
      await cp(made.workspace, places.workspace, { recursive: true });
    }
    const keyring = keychain ? await startKeyring(join(folder, 'keyring')) : null;
    let startedAt = 0;
    const complaints: string[] = [];
    /** Pages whose host is ended: nobody answers what they still ask. */
    const left = new WeakSet<Page>();
    const start = async (files?: readonly string[]): Promise<Running> => {
      startedAt = Date.now();
      const started = await (engine === 'chromium'
        ? startBrowser(chromiumBrowser, places, files)
        : startDesktop(electronOf(engine), places, files, keyring));
      started.page.on('pageerror', (error) => complaints.push(String(error)));
      started.page.on('console', (message) => {
        if (message.type() === 'error' && !left.has(started.page) && !HARMLESS.test(message.text()))
          complaints.push(message.text());
      });
      return started;
    };
    let running = await start();
    try {
      await use({
        get page() {
          return running.page;
        },
        places,
        get startedAt() {
          return startedAt;
        },
        async restart(files) {
          left.add(running.page);
          await running.close();
          running = await start(files);
        },
        startAgain: (files) => running.startAgain(files),
      });
      if (info.status !== info.expectedStatus) {
        const path = info.outputPath('window.png');
        await running.page.screenshot({ path });
        await info.attach('window', { path, contentType: 'image/png' });
        await info.attach('page errors', { body: complaints.join('\n'), contentType: 'text/plain' });
      } else if (!provoking) {
        expect(complaints, 'what the page reported as errors').toEqual([]);
      }
    } finally {
      await running.kill();
      await keyring?.close();
      if (existsSync(folder)) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
});

export { expect };
