import { makeStyles, tokens } from '@fluentui/react-components';

/** What the cards of the records have in common. */
export const useCardStyles = makeStyles({
  tools: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalS,
  },
  /** Takes no room while it says nothing. */
  status: { ':empty': { display: 'none' } },
  field: { maxWidth: '400px' },
  dim: { margin: 0, color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});
