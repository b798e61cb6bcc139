import { makeStyles, tokens } from '@fluentui/react-components';
import { Children, type ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  icon: { fontSize: '16px', color: tokens.colorNeutralForeground2, paddingTop: '2px', '& svg': { display: 'block' } },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
  },
});

interface Props {
  readonly icon: ReactNode;
  readonly title: string;
  /** `<li>` elements; without any, nothing is shown. */
  readonly children: ReactNode;
}

/** A titled list inside an explanation. */
export function ListPart({ icon, title, children }: Props) {
  const styles = useStyles();
  if (Children.toArray(children).length === 0) return null;
  return (
    <div className={styles.root}>
      <span aria-hidden="true" className={styles.icon}>
        {icon}
      </span>
      <div>
        <p className={styles.title}>{title}</p>
        <ul className={styles.list}>{children}</ul>
      </div>
    </div>
  );
}
