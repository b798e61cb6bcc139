import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  link: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
  },
});

/** A link in a choice among several: on two lines at most, whole under the pointer. */
export function LinkLine({ link }: { readonly link: string }) {
  const styles = useStyles();
  return (
    <span className={styles.link} title={link}>
      {link}
    </span>
  );
}
