import { useMedia } from './media.ts';
import { useView } from './view.ts';

/** Whether the window has room for the navigation's words. */
export function useNavigationRoom(): boolean {
  return useMedia('(min-width: 900px)');
}

/** Whether the navigation shows words, and the channels with it: there is room, and nobody collapsed it. */
export function useNavigationOpen(): boolean {
  const wanted = useView((view) => view.navigationOpen);
  return useNavigationRoom() && wanted;
}
