import { makeStyles, tokens } from '@fluentui/react-components';

/** The looks of what can't be undone. */
export const useDangerStyles = makeStyles({
  sentence: { margin: 0, overflowWrap: 'anywhere', userSelect: 'text' },
  button: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    ':hover': { backgroundColor: tokens.colorStatusDangerBackground3Hover },
    ':hover:active': { backgroundColor: tokens.colorStatusDangerBackground3Pressed },
  },
});
