import type { GriffelStyle } from '@fluentui/react-components';

/** For what is spoken and not shown: it takes no room, yet stands in the page for screen readers. */
export const UNSEEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} satisfies GriffelStyle;
