import { app } from 'electron';

/** Says who takes the files that the system asks us to open, those that came before included. */
export type FileEvents = (take: (file: string) => void) => void;

/** macOS names files in events, at a start even before Electron is ready. Other systems name them on the command line. */
export function fileEvents(): FileEvents {
  const early: string[] = [];
  let take = (file: string): void => void early.push(file);
  app.on('open-file', (event, file) => {
    event.preventDefault();
    take(file);
  });
  return (next) => {
    take = next;
    for (const file of early) next(file);
  };
}
