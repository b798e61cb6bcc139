import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HAND_OFF_EXTENSION, isHandOffName } from '#shared/model/hand-off.ts';
import { defaultBackups, defaultDrafts, defaultWorkspace } from './folders.ts';
import { UsageError } from './say.ts';

/** What a person may say when starting a window. */
export interface HostArguments {
  readonly workspace: string;
  readonly sample: boolean;
  readonly drafts: string;
  /** Where backups go. */
  readonly backups: string;
  /** Hand-off files to open, by their absolute paths. */
  readonly files: readonly string[];
  /** BCP 47 tag that takes the place of the operating system's language; `undefined` follows it. */
  readonly language: string | undefined;
  /** A file with access tokens, for unattended use in the place of a sign-in. */
  readonly tokenFile: string | undefined;
  /** Folder for settings and window state; `undefined` is the host's own. */
  readonly userData: string | undefined;
  /** Browser host: the port to listen on; 0 lets the system choose. */
  readonly port: number;
  /** Browser host: whether to open the default browser. */
  readonly open: boolean;
}

const OPTIONS = {
  workspace: { type: 'string' },
  sample: { type: 'boolean' },
  drafts: { type: 'string' },
  backups: { type: 'string' },
  'token-file': { type: 'string' },
  lang: { type: 'string' },
  'user-data': { type: 'string' },
  port: { type: 'string' },
  'no-open': { type: 'boolean' },
} as const;

/** Switches of Electron and Chromium that may stand on the same command line; they mean nothing to us. */
const ENGINE_SWITCH =
  /^(-r|--(no-sandbox|require|inspect(-brk)?|remote-debugging-\w+|js-flags|ozone-platform(-hint)?|password-store|user-data-dir|(disable|enable|force|use|ignore|log|allow)-[\w-]+)(=.*)?)$/;

/**
 * Reads the arguments of a window host. Words that are no options name hand-off files; any other is refused unless
 * `engine` is set: Electron puts the application's folder and its own switches among them.
 * A word we do not know is a `UsageError`, for a mistyped `--workspace` must not open another one.
 */
export function readArguments(argv: readonly string[], options: { readonly engine: boolean }): HostArguments {
  const words = options.engine ? withoutEngineWords(argv) : [...argv];
  const { positionals, values } = parse(words);
  const sample = values.sample ?? false;
  const workspace = values.workspace === undefined ? defaultWorkspace(sample) : resolve(values.workspace);
  return {
    workspace,
    sample,
    drafts: values.drafts === undefined ? defaultDrafts(workspace) : resolve(values.drafts),
    backups: values.backups === undefined ? defaultBackups() : resolve(values.backups),
    files: positionals.map(handOffFile),
    language: values.lang === undefined ? undefined : languageTag(values.lang),
    tokenFile: values['token-file'] === undefined ? undefined : resolve(values['token-file']),
    userData: values['user-data'] === undefined ? undefined : resolve(values['user-data']),
    port: values.port === undefined ? 0 : portNumber(values.port),
    open: !(values['no-open'] ?? false),
  };
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options: OPTIONS, strict: true, allowPositionals: true });
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new UsageError(`${detail}.`);
  }
}

function withoutEngineWords(argv: readonly string[]): string[] {
  const kept: string[] = [];
  let valueFollows = false;
  for (const [index, word] of argv.entries()) {
    if (valueFollows) kept.push(word);
    else if (argv[index - 1] === '-r') continue;
    else if (word.startsWith('-') ? !ENGINE_SWITCH.test(word) : isHandOffName(word)) kept.push(word);
    valueFollows = !valueFollows && takesNextWord(word);
  }
  return kept;
}

function takesNextWord(word: string): boolean {
  return Object.entries(OPTIONS).some(([name, { type }]) => type === 'string' && word === `--${name}`);
}

/** Linux desktops may name a file by its `file:` address. */
function handOffFile(word: string): string {
  if (!isHandOffName(word)) {
    throw new UsageError(`${word} is neither an option nor a hand-off file, whose name ends in ${HAND_OFF_EXTENSION}.`);
  }
  try {
    return word.startsWith('file:') ? fileURLToPath(word) : resolve(word);
  } catch {
    // An address of another machine: the window says that it cannot be read.
    return word;
  }
}

function languageTag(text: string): string {
  try {
    return new Intl.Locale(text).toString();
  } catch {
    throw new UsageError(`--lang ${text} is not a language tag.`);
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text !== '') return port;
  throw new UsageError(`--port ${text} is not a port number.`);
}
