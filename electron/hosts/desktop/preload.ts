import { ipcRenderer } from 'electron';
import { CONSOLE_PORT } from '#shared/contract/carrier.ts';

// The one door between page and main process: the page makes a channel, keeps one end, and this hands on the other.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== CONSOLE_PORT) return;
  ipcRenderer.postMessage(CONSOLE_PORT, null, [...event.ports]);
});
