import { defineConfig } from '@playwright/test';
import type { ConsoleOptions } from './fixture.ts';

const OUT = '../../out';

/** The same specs in every engine: the floor Electron, the current one where it can be had, and Chromium. */
export default defineConfig<ConsoleOptions>({
  testDir: '.',
  outputDir: `${OUT}/e2e-results`,
  // Two cores: an Electron or a Chromium each.
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: { actionTimeout: 15_000 },
  projects: [
    { name: 'electron', use: { engine: 'floor' }, testIgnore: 'browser-host.spec.ts' },
    { name: 'electron-current', use: { engine: 'current' }, testIgnore: 'browser-host.spec.ts' },
    { name: 'browser', use: { engine: 'chromium' }, testIgnore: ['desktop.spec.ts', 'keychain.spec.ts'] },
  ],
});
