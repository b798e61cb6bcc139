import { useEffect } from 'react';
import { FILES_OPENED } from '#shared/contract/carrier.ts';
import { client } from './client.ts';
import { openedQueue } from './opened-queue.ts';
import { type ReceiveStart, useView } from './view.ts';

const look = openedQueue<ReceiveStart>({
  take: async () => {
    const { files, problems } = await client.opened.take();
    if (files.length + problems.length === 0) return null;
    const read = files.map(
      ({ bytes, name, modifiedAt }) => new File([bytes], name, { lastModified: Date.parse(modifiedAt) }),
    );
    return { files: read, problems };
  },
  isFree: () => useView.getState().dialog === null,
  show: (opened) => useView.getState().openReceive(opened),
});

/**
 * Shows the hand-off files that a person opened with the console. The window asks for them when it appears, gets the focus
 * or is told; while a dialog stands they wait, for what was typed into it must not be lost.
 */
export function useOpenedFiles(): void {
  const free = useView((view) => view.dialog === null);
  useEffect(() => {
    if (!free) return;
    const take = () => void look();
    take();
    for (const event of ['focus', FILES_OPENED]) window.addEventListener(event, take);
    return () => {
      for (const event of ['focus', FILES_OPENED]) window.removeEventListener(event, take);
    };
  }, [free]);
}
