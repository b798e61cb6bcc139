import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { Channel } from '#shared/model/subscription.ts';

const useStyles = makeStyles({
  dot: {
    display: 'block',
    flexShrink: 0,
    width: '10px',
    height: '10px',
    fill: 'currentcolor',
    stroke: 'none',
    forcedColorAdjust: 'none',
    '@media (forced-colors: active)': { color: 'CanvasText' },
  },
});

const useColours = makeStyles({
  'csp-own': { color: tokens.colorPaletteBlueBorderActive },
  'csp-indirect': { color: tokens.colorPaletteTealBorderActive },
  'csp-other': { color: tokens.colorPaletteGrapeBorderActive },
  direct: { color: tokens.colorPaletteForestBorderActive },
  advisor: { color: tokens.colorPalettePumpkinBorderActive },
  'volume-licensing': { color: tokens.colorPaletteSteelBorderActive },
  unknown: { color: tokens.colorNeutralForeground3 },
});

/** On a field of 10 by 10: CSP channels are round, the others have corners, the unknown is empty. */
const SHAPES: Record<Channel, ReactNode> = {
  'csp-own': <circle cx="5" cy="5" r="4.5" />,
  'csp-indirect': <path d="M5 .5a4.5 4.5 0 0 1 0 9ZM5 .5a4.5 4.5 0 0 0 0 9V8a3 3 0 0 1 0-6Z" />,
  'csp-other': <path d="M5 .5a4.5 4.5 0 0 1 0 9 4.5 4.5 0 0 1 0-9Zm0 2a2.5 2.5 0 0 0 0 5 2.5 2.5 0 0 0 0-5Z" />,
  direct: <rect height="8" rx="1" width="8" x="1" y="1" />,
  advisor: <path d="M5 .8 9.6 9H.4Z" />,
  'volume-licensing': <path d="M5 0l5 5-5 5-5-5Z" />,
  unknown: <path d="M1 1h8v8H1Zm1.5 1.5v5h5v-5Z" />,
};

/** The mark of a purchase channel: shape tells what colour tells. */
export function ChannelDot({ channel }: { readonly channel: Channel }) {
  const styles = useStyles();
  const colours = useColours();
  return (
    <svg aria-hidden="true" className={mergeClasses(styles.dot, colours[channel])} viewBox="0 0 10 10">
      {SHAPES[channel]}
    </svg>
  );
}
