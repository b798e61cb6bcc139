import { spawn } from 'node:child_process';
import { SetupError } from './say.mjs';

/**
 * A display without a screen, for windows that nobody watches. The X server chooses its own number, and does not begin
 * anew when its last window is gone: the next one would be cut off as it opens.
 * @returns {Promise<{ name: string, stop: () => void }>} `name` is what DISPLAY must be
 */
export async function openDisplay() {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const stop = () => void server.kill('SIGTERM');
  process.on('exit', stop);
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.on('exit', (code) => reject(new SetupError(`Xvfb could not open a display (it ended with ${code}).`)));
    server.stdio[3]?.on('data', (chunk) => resolve(String(chunk).trim()));
  });
  return {
    name: `:${number}`,
    stop() {
      process.off('exit', stop);
      stop();
    },
  };
}
