import { makeStyles, tokens } from '@fluentui/react-components';

/** The looks of the buttons in the list's head. */
export const useToolStyles = makeStyles({
  button: { flexShrink: 0, minWidth: 0, fontWeight: tokens.fontWeightRegular },
  /** Wide enough for an action and its answer on one line, which Fluent's own limit is not. */
  popover: { maxWidth: '440px' },
  item: { maxWidth: 'none' },
  answer: { whiteSpace: 'nowrap' },
  count: { fontVariantNumeric: 'tabular-nums' },
});
