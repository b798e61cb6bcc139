import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = resolve(import.meta.dirname, '../../..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

const Report = z.object({
  diagnostics: z.array(
    z.object({ message: z.string(), category: z.string(), location: z.object({ path: z.string() }).nullish() }),
  ),
});
interface Finding {
  readonly rule: string;
  readonly message: string;
}

const IMPORTS = 'lint/style/noRestrictedImports';
const ALIAS = 'by its package alias';
const HOST_ONLY = 'Only electron/hosts/desktop may speak to Electron';
const PURE = 'No clock and no chance here';
const TEXT = 'Untranslated text';
const SIDES = 'The main side knows neither the window nor the tests nor the scripts';
const NO_OTHER_HOST = 'A host knows no other host';

/** What each forbidden fixture must be refused for: the rule, and what its message says. */
const REFUSALS: Readonly<Record<string, readonly [rule: string, message: string]>> = {
  'shared/imports-electron.ts': [IMPORTS, 'shared names what both sides know'],
  'shared/imports-renderer.ts': [IMPORTS, 'shared names what both sides know'],
  'shared/imports-node.ts': [IMPORTS, 'shared does no input or output'],
  'shared/climbs.ts': [IMPORTS, ALIAS],
  'renderer/imports-electron.ts': [IMPORTS, 'through the contract in shared'],
  'renderer/imports-electron-package.ts': [IMPORTS, HOST_ONLY],
  'renderer/imports-node.ts': [IMPORTS, 'The window does no input or output'],
  'renderer/climbs.ts': [IMPORTS, ALIAS],
  'electron/policy/imports-records.ts': [IMPORTS, 'electron/policy may import only shared'],
  'electron/policy/loads-records.ts': [IMPORTS, 'electron/policy may import only shared'],
  'electron/policy/imports-node.ts': [IMPORTS, 'The policy does no input or output'],
  'electron/policy/reads-clock.ts': ['plugin', PURE],
  'electron/policy/rolls-dice.ts': ['plugin', PURE],
  'electron/records/imports-build.ts': [IMPORTS, SIDES],
  'electron/records/imports-directory.ts': [IMPORTS, 'electron/records may import only shared, electron/policy and'],
  'electron/records/imports-host.ts': [IMPORTS, 'electron/records may import only'],
  'electron/directory/imports-sync.ts': [IMPORTS, 'electron/directory may import only'],
  'electron/directory/imports-window.ts': [IMPORTS, SIDES],
  'electron/sample/imports-procedures.ts': [IMPORTS, 'electron/sample may import only'],
  'electron/network/imports-records.ts': [IMPORTS, 'electron/network may import only shared'],
  'electron/account/imports-sync.ts': [IMPORTS, 'electron/account may import only shared'],
  'electron/outbox/imports-host.ts': [IMPORTS, 'electron/outbox may import only'],
  'electron/hosts/shared-imports-host.ts': [IMPORTS, 'What hosts share knows none of them'],
  'electron/hosts/shared-imports-window.ts': [IMPORTS, SIDES],
  'electron/directory/circle-one.ts': ['lint/suspicious/noImportCycles', 'cycle'],
  'electron/directory/circle-two.ts': ['lint/suspicious/noImportCycles', 'cycle'],
  'electron/sync/imports-invitations.ts': [IMPORTS, 'electron/sync may import only'],
  'electron/sync/imports-host.ts': [IMPORTS, 'electron/sync may import only'],
  'electron/invitations/imports-procedures.ts': [IMPORTS, 'electron/invitations may import only'],
  'electron/invitations/imports-electron-package.ts': [IMPORTS, HOST_ONLY],
  'electron/delegations/imports-sync.ts': [IMPORTS, 'electron/delegations may import only'],
  'electron/reports/imports-host.ts': [IMPORTS, 'electron/reports may import only'],
  'electron/procedures/imports-console.ts': [IMPORTS, 'electron/procedures may import only'],
  'electron/composition-imports-host.ts': [IMPORTS, 'The console knows no host'],
  'electron/composition-imports-electron-package.ts': [IMPORTS, HOST_ONLY],
  'electron/hosts/browser/imports-desktop.ts': [IMPORTS, NO_OTHER_HOST],
  'electron/hosts/browser/imports-electron-package.ts': [IMPORTS, HOST_ONLY],
  'electron/hosts/cli/imports-electron-store.ts': [IMPORTS, HOST_ONLY],
  'electron/hosts/desktop/imports-browser.ts': [IMPORTS, NO_OTHER_HOST],
  'renderer/untranslated-text.tsx': ['lint/style/noJsxLiterals', 'string literal'],
  'renderer/untranslated-choice.tsx': ['plugin', TEXT],
  'renderer/untranslated-attribute.tsx': ['plugin', TEXT],
  'renderer/untranslated-template.tsx': ['plugin', TEXT],
  'renderer/inaccessible-image.tsx': ['lint/a11y/useAltText', 'text alternative'],
  'renderer/inaccessible-click.tsx': ['lint/a11y/noStaticElementInteractions', 'static element'],
};

/** Lints a tree of fixtures in a folder of its own, as if it were the repository: same configuration, same paths. */
async function lintAsRepository(fixtures: string): Promise<ReadonlyMap<string, readonly Finding[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'layering-'));
  try {
    await cp(join(ROOT, 'test/fixtures/lint', fixtures), folder, { recursive: true });
    for (const path of ['biome.json', 'build/lint', 'package.json', 'tsconfig.json']) {
      await cp(join(ROOT, path), join(folder, path), { recursive: true });
    }
    const args = [BIOME, 'lint', '--vcs-enabled=false', '--reporter=json', '--max-diagnostics=none'];
    const output = await new Promise<string>((done, fail) => {
      execFile(process.execPath, [...args, 'shared', 'renderer', 'electron'], { cwd: folder }, (error, stdout) => {
        // Findings end the linter with 1, and are what we came for; anything else it says is no JSON.
        if (error !== null && stdout === '') fail(error);
        else done(stdout);
      });
    });
    const found = new Map<string, Finding[]>();
    for (const { location, category, message } of Report.parse(JSON.parse(output)).diagnostics) {
      const path = location?.path ?? '';
      found.set(path, [...(found.get(path) ?? []), { rule: category, message }]);
    }
    return found;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function filesOf(fixtures: string): Promise<string[]> {
  const folder = join(ROOT, 'test/fixtures/lint', fixtures);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

describe('the layering of the house', () => {
  let forbidden: ReadonlyMap<string, readonly Finding[]> = new Map();
  beforeAll(async () => {
    forbidden = await lintAsRepository('forbidden');
  });

  test('every forbidden fixture has its refusal', async () => {
    expect(Object.keys(REFUSALS).sort()).toEqual(await filesOf('forbidden'));
  });

  test.each(Object.entries(REFUSALS))('refuses %s', (path, [rule, message]) => {
    expect(forbidden.get(path)).toContainEqual({ rule, message: expect.stringContaining(message) });
  });

  test('lets every legal twin pass', async () => {
    expect((await filesOf('legal')).length).toBeGreaterThan(10);
    expect(await lintAsRepository('legal')).toEqual(new Map());
  });
});
