// The console, held back until the tests see it. Playwright attaches to an Electron that is starting already, and never
// hears of a window that was made before but shows no page yet: then both wait for ever. So none is made before it says
// that it is there.
const { app } = require('electron');
const { join } = require('node:path');
const { setTimeout } = require('node:timers/promises');

const ready = app.whenReady();
app.whenReady = async () => {
  while (!('isAttached' in globalThis)) await setTimeout(5);
  return ready;
};

require(join(__dirname, '..', '..', 'out', 'desktop', 'main.cjs'));
