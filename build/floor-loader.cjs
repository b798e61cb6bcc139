// The app inside the floor Electron. Like the default app of a downloaded Electron it runs the app folder that the
// command line names: the first argument that is no option and holds a package.json.
const electron = require('electron');
const { existsSync, readFileSync } = require('node:fs');
const { join, resolve } = require('node:path');

const folder = process.argv
  .slice(1)
  .filter((argument) => !argument.startsWith('-'))
  .map((argument) => resolve(argument))
  .find((path) => existsSync(join(path, 'package.json')));

if (folder === undefined) {
  process.stderr.write('Name the folder of the app to run.\n');
  process.exit(2);
} else {
  const { main, name, productName, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // As the default app says it, so that the console reads its arguments alike under both.
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: true });
  /** @type {import('electron').App & { setVersion(version: string): void, setAppPath(path: string): void }} */
  const app = Object.assign(electron.app);
  app.setName(productName ?? name);
  app.setVersion(version);
  app.setAppPath(folder);
  require(join(folder, main));
}
