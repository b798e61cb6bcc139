import { focusList } from '#renderer/app/focus-list.ts';
import type { InvitationId } from '#shared/model/ids.ts';

/** The window shows what changed within so many frames after the answer has come. */
const FRAMES = 20;

/**
 * For when what has the focus may go: a row that no longer fits the filter, a card that leaves its column, a button that
 * has done its work. Gives the way to mend that afterwards: the focus goes to the part of a dossier in which it was, else
 * to the card of this invitation wherever it stands then, else to the list or board.
 */
export function keptFocus(invitation: InvitationId): () => void {
  const part = document.activeElement?.closest<HTMLElement>('article[tabindex="-1"]');
  const lost = () => document.activeElement === document.body;
  const mend = (frames: number) => {
    if (lost()) {
      const card = document.querySelector<HTMLElement>(`[data-card="${CSS.escape(invitation)}"]`);
      (part?.isConnected ? part : card)?.focus({ preventScroll: true });
    }
    if (frames > 0) requestAnimationFrame(() => mend(frames - 1));
    else if (lost()) focusList();
  };
  return () => mend(FRAMES);
}
