import { useEffect } from 'react';
import { FILES_OPENED } from '#shared/contract/carrier.ts';
import { client } from './client.ts';
import { useView } from './view.ts';

/**
 * Shows the hand-off files that a person opened with the console. The window asks for them when it appears, gets the focus
 * or is told; while a dialog stands they wait, for what was typed into it must not be lost.
 */
export function useOpenedFiles(): void {
  const free = useView((view) => view.dialog === null);
  const openReceive = useView((view) => view.openReceive);
  useEffect(() => {
    if (!free) return;
    const take = () => {
      client.opened.take().then(
        ({ files, problems }) => {
          if (files.length + problems.length === 0) return;
          const read = files.map(
            ({ bytes, name, modifiedAt }) => new File([bytes], name, { lastModified: Date.parse(modifiedAt) }),
          );
          openReceive({ files: read, problems });
        },
        // A main side that is gone has nothing to open; whatever is done next in the window says so.
        () => undefined,
      );
    };
    take();
    for (const event of ['focus', FILES_OPENED]) window.addEventListener(event, take);
    return () => {
      for (const event of ['focus', FILES_OPENED]) window.removeEventListener(event, take);
    };
  }, [free, openReceive]);
}
