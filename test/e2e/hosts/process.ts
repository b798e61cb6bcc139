import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Ended } from './host.ts';

/** A child process with what it says kept; `said` grows while it runs. */
export interface Child {
  readonly process: ChildProcess;
  said(): string;
  ended(): Promise<Ended>;
}

export function startProcess(file: string, args: readonly string[]): Child {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, TZ: 'UTC' } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      said += text;
    });
  }
  const close = once(child, 'close');
  return {
    process: child,
    said: () => said,
    async ended() {
      await close;
      return { code: child.exitCode, said };
    },
  };
}

/** Resolves with the first match of `pattern` in what a process says on stdout; fails when it ends without one. */
export function saying(child: Child, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(child.said());
      if (match !== null) resolve(match);
    };
    child.process.stdout?.on('data', look);
    child.process.once('close', (code) => reject(new Error(`ended with ${code}: ${child.said()}`)));
    look();
  });
}
