import { request } from 'node:http';
import type { AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import type { AccountState } from '#shared/contract/sync.ts';
import type { Instant } from '#shared/model/ids.ts';
import { ProblemError } from '#shared/model/problem.ts';
import type { LandingPages } from './landing-page.ts';

type Shown = Extract<AccountState, { state: 'signing-in' }>;

/** A sign-in that was begun. */
export interface Attempt {
  /** What to show; rejects when the sign-in fails before there is anything. */
  readonly shown: Promise<Shown>;
  /** The account, when the person is done. */
  readonly ended: Promise<AuthenticationResult>;
  /** Gives it up: `ended` rejects at once with the reason. */
  cancel(reason: unknown): void;
}

export interface AttemptOptions {
  readonly client: PublicClientApplication;
  /** The permission that is asked for, and those that are only agreed to along with it. */
  readonly scope: string;
  readonly along: readonly string[];
  readonly now: () => Date;
  /** Opens a page in the system's browser; false when there is none. */
  readonly open: (address: string) => Promise<boolean>;
  /** An address of the authority as a browser opens it. */
  readonly openable?: (address: string) => string;
  /** What the library throws, in our words. */
  readonly explained?: (error: unknown) => unknown;
  readonly pages: LandingPages;
  /** Milliseconds that a person has. */
  readonly patience: number;
}

/** Signs in on a page of the system's browser (authorization code with PKCE), which then calls at this machine. */
export function byBrowser(options: AttemptOptions): Attempt {
  const { along, client, open, openable = same, pages, scope } = options;
  let callback: { readonly port: string; readonly state: string } | undefined;
  let stopped = false;
  return begin(options, {
    run: async (show) =>
      await client.acquireTokenInteractive({
        scopes: [scope],
        extraScopesToConsent: [...along],
        // Staff have accounts of several tenants, and the browser may remember another one.
        prompt: 'select_account',
        successTemplate: pages.done,
        errorTemplate: pages.failed,
        openBrowser: async (address) => {
          // Given up while the authority was being asked: nothing may open any more.
          if (stopped) throw new ProblemError('refused', 'signInTimedOut');
          const { searchParams } = new URL(address);
          const { port } = new URL(searchParams.get('redirect_uri') ?? '');
          callback = { port, state: searchParams.get('state') ?? '' };
          const opened = await open(address).catch(() => false);
          show({
            state: 'signing-in',
            how: 'browser',
            code: null,
            url: opened ? null : openable(address),
            expiresAt: null,
          });
        },
      }),
    // The library listens until somebody calls: we do, in the browser's place.
    stop: () => {
      stopped = true;
      if (callback !== undefined) hangUp(callback.port, callback.state);
    },
  });
}

/** Signs in with a code that the person types on a page, on this or any other device. */
export function byDeviceCode(options: AttemptOptions): Attempt {
  const { client, now, scope } = options;
  const cancelled = { cancel: false };
  return begin(options, {
    run: async (show) => {
      const asked = Object.assign(cancelled, {
        scopes: [scope],
        deviceCodeCallback: (given: { userCode: string; verificationUri: string; expiresIn: number }) => {
          const expiresAt: Instant = new Date(now().getTime() + given.expiresIn * 1_000).toISOString();
          const { userCode: code, verificationUri: url } = given;
          show({ state: 'signing-in', how: 'device-code', code, url, expiresAt });
        },
      });
      const result = await client.acquireTokenByDeviceCode(asked);
      if (result === null) throw new ProblemError('refused', 'signInTimedOut');
      return result;
    },
    stop: () => {
      cancelled.cancel = true;
    },
  });
}

const same = <T>(given: T): T => given;

interface Flow {
  run(show: (shown: Shown) => void): Promise<AuthenticationResult>;
  stop(): void;
}

function begin({ explained = same, patience }: AttemptOptions, { run, stop }: Flow): Attempt {
  let show: (shown: Shown) => void = () => undefined;
  let giveUp: (reason: unknown) => void = () => undefined;
  const visible = new Promise<Shown>((resolve) => {
    show = resolve;
  });
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const running = run((shown) => show(shown)).catch((error: unknown) => {
    throw explained(error);
  });
  const ended = Promise.race([running, givenUp]);
  // An end is nothing to show; a failure is.
  const failed = new Promise<never>((_, reject) => {
    ended.catch(reject);
  });
  const cancel = (reason: unknown) => {
    giveUp(reason);
    stop();
  };
  const timer = setTimeout(() => cancel(new ProblemError('refused', 'signInTimedOut')), patience);
  timer.unref();
  ended.then(undefined, () => undefined).finally(() => clearTimeout(timer));
  // What comes of it after it was given up is nobody's.
  running.catch(() => undefined);
  const shown = Promise.race([visible, failed]);
  shown.catch(() => undefined);
  return { shown, ended, cancel };
}

/** Tells the library's own listener on this machine that nobody will come. */
function hangUp(port: string, state: string): void {
  const body = new URLSearchParams({ error: 'access_denied', state }).toString();
  const call = request({
    host: '127.0.0.1',
    port,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) },
  });
  call.on('error', () => undefined);
  call.on('response', (response) => response.resume());
  call.end(body);
}
