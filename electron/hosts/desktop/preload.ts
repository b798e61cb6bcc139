import { ipcRenderer } from 'electron';
import { CONSOLE_PORT, FILES_OPENED } from '#shared/contract/carrier.ts';

// The one door between page and main process: the page makes a channel, keeps one end, and this hands on the other.
window.addEventListener('message', (event) => {
  if (event.source !== window || event.data !== CONSOLE_PORT) return;
  ipcRenderer.postMessage(CONSOLE_PORT, null, [...event.ports]);
});

// A knock on the door, without a word: what was opened the page asks for by itself.
ipcRenderer.on(FILES_OPENED, () => window.dispatchEvent(new Event(FILES_OPENED)));
