import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { withImported } from '#electron/invitations/template-shelf.ts';
import type { Cloud } from '#shared/model/partner.ts';
import type { Settings } from '#shared/model/settings.ts';
import { SETTINGS_KEY } from './kept-settings.ts';
import { Raw, readSettings, writtenSettings } from './settings-record.ts';

/** Where in the settings file stands which former file has been carried over, so that it is done once. */
const CARRIED_KEY = 'carriedOver';

/**
 * Takes what a person set where settings were kept formerly, once. Where there are settings already they stand, and the former
 * templates and link hosts join them. The former file stays as it is. Nothing that goes wrong keeps the console from
 * starting: `warn` gets the sentence that says so, and the next start tries again.
 */
export function carryOver(former: string, path: string, newId: () => string, warn: (sentence: string) => void): void {
  try {
    if (resolve(former) === resolve(path) || !existsSync(former)) return;
    const file = existsSync(path) ? readObject(path) : {};
    if (file[CARRIED_KEY] === former) return;
    const then = readObject(former);
    const joined = SETTINGS_KEY in file ? { ...file, [SETTINGS_KEY]: join(file, then, newId) } : { ...then, ...file };
    replace(path, { ...joined, [CARRIED_KEY]: former });
  } catch (error) {
    // What is no JSON is for `openOrSetAside` to say.
    if (error instanceof SyntaxError) return;
    const reason = error instanceof Error ? error.message : String(error);
    warn(`The settings in ${former} could not be carried over to ${path}: ${reason}.`);
  }
}

function readObject(path: string): Raw {
  return Raw.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? {};
}

/** The settings that stand, with the former templates and hosts. */
function join(file: Raw, former: Raw, newId: () => string): Raw {
  const [now, then] = [readSettings(file[SETTINGS_KEY]), readSettings(former[SETTINGS_KEY])];
  const hostsOf = (cloud: Cloud) => [...new Set([...now.linkHosts[cloud], ...then.linkHosts[cloud]])];
  const linkHosts: Settings['linkHosts'] = { '21vianet': hostsOf('21vianet'), global: hostsOf('global') };
  const there = new Set(now.templates.map(({ id }) => id));
  const missing = then.templates.filter(({ id }) => !there.has(id));
  const templates = [...withImported(now.templates, missing, newId)];
  return writtenSettings({ ...now, linkHosts, templates }, file[SETTINGS_KEY]);
}

function replace(path: string, content: Raw): void {
  const aside = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(aside, `${JSON.stringify(content, null, '\t')}\n`, { mode: 0o600 });
    renameSync(aside, path);
  } finally {
    rmSync(aside, { force: true });
  }
}
