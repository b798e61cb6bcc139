import { type GriffelStyle, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

const BOX = 'pick-box';

/** For a row whose box stays out of the way until the pointer or the focus comes to it. */
export const SHY_BOX = {
  [`& .${BOX}`]: { opacity: 0 },
  [`&:hover .${BOX}`]: { opacity: 1 },
  [`&:focus-within .${BOX}`]: { opacity: 1 },
  '@media (forced-colors: active)': { [`& .${BOX}`]: { opacity: 1 } },
} satisfies GriffelStyle;

const useStyles = makeStyles({
  // Room around the box counts as the box: a click beside it must not open the row.
  place: { display: 'flex', alignItems: 'center', justifyContent: 'center', width: '100%', cursor: 'pointer' },
  box: {
    appearance: 'none',
    position: 'relative',
    flexShrink: 0,
    boxSizing: 'border-box',
    width: '16px',
    height: '16px',
    margin: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'pointer',
    ':not(:checked):hover': {
      borderTopColor: tokens.colorNeutralStrokeAccessibleHover,
      borderInlineEndColor: tokens.colorNeutralStrokeAccessibleHover,
      borderBottomColor: tokens.colorNeutralStrokeAccessibleHover,
      borderInlineStartColor: tokens.colorNeutralStrokeAccessibleHover,
    },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    ':is(:checked, :indeterminate)': {
      borderTopColor: tokens.colorCompoundBrandBackground,
      borderInlineEndColor: tokens.colorCompoundBrandBackground,
      borderBottomColor: tokens.colorCompoundBrandBackground,
      borderInlineStartColor: tokens.colorCompoundBrandBackground,
    },
    ':checked': { backgroundColor: tokens.colorCompoundBrandBackground },
    ':checked::after': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '4.5px',
      top: '1px',
      width: '3.5px',
      height: '8px',
      borderBottom: `1.5px solid ${tokens.colorNeutralForegroundInverted}`,
      borderRight: `1.5px solid ${tokens.colorNeutralForegroundInverted}`,
      transform: 'rotate(45deg)',
    },
    ':indeterminate::after': {
      content: '""',
      position: 'absolute',
      inset: '3px',
      borderRadius: '1px',
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
    '@media (forced-colors: active)': {
      appearance: 'auto',
      ':checked::after': { display: 'none' },
      ':indeterminate::after': { display: 'none' },
    },
  },
});

interface Props {
  readonly label: string;
  readonly checked: boolean;
  readonly mixed?: boolean;
  /** Also by keyboard; a list has keys of its own for its rows. */
  readonly inTabOrder?: boolean;
  /** Whether Shift was held. */
  readonly onPick: (extending: boolean) => void;
}

/** A box to pick a row by, light enough for every row of a long list. */
export function PickBox({ label, checked, mixed = false, inTabOrder = false, onPick }: Props) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click only must not reach the row; keys never come here
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: as above
    <label className={mergeClasses(styles.place, BOX)} onClick={(event) => event.stopPropagation()}>
      <input
        aria-label={label}
        checked={checked}
        className={styles.box}
        onChange={({ currentTarget, nativeEvent }) => {
          // The row has the keys.
          if (!inTabOrder) currentTarget.closest('tr')?.focus({ preventScroll: true });
          onPick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
        ref={(box) => {
          if (box) box.indeterminate = mixed;
        }}
        tabIndex={inTabOrder ? 0 : -1}
        type="checkbox"
      />
    </label>
  );
}
