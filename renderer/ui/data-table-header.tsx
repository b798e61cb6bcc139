import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import type { CSSProperties } from 'react';
import type { Picking } from './data-table-picking.ts';
import { PickBox, SHY_BOX } from './pick-box.tsx';

const LINE = 1;

/** In CSS pixels, with the line below. */
export const HEADER_HEIGHT = 34;

interface Header {
  readonly id: string;
  readonly label: string;
  /** What the label stands for in full, where it says less. */
  readonly hint?: string | undefined;
  readonly numeric: boolean;
  readonly sorted: false | 'asc' | 'desc';
  readonly onSort?: ((event: unknown) => void) | undefined;
}

const useStyles = makeStyles({
  head: {
    display: 'block',
    position: 'sticky',
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${LINE}px solid ${tokens.colorNeutralStroke2}`,
  },
  row: { display: 'grid', height: `${HEADER_HEIGHT - LINE}px`, padding: `0 ${tokens.spacingHorizontalS}` },
  header: { display: 'flex', minWidth: 0, padding: 0, fontWeight: 'inherit', textAlign: 'start' },
  label: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    minWidth: 0,
    flexGrow: 1,
    padding: `0 ${tokens.spacingHorizontalS}`,
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
  },
  numeric: { flexDirection: 'row-reverse', textAlign: 'end', paddingInlineEnd: tokens.spacingHorizontalXXL },
  // Nothing follows a label that does not sort, and the next one begins with room of its own.
  plain: { paddingInlineEnd: 0 },
  button: {
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    ':hover': { color: tokens.colorNeutralForeground1, backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '-2px',
    },
  },
  shy: SHY_BOX,
  boxCell: { display: 'flex', alignItems: 'stretch', padding: 0 },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  arrow: { flexShrink: 0, color: tokens.colorBrandForeground1 },
});

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

/** The sticky header of a `DataTable`; a header that sorts is a button. */
export function DataTableHeader<Row>({
  headers,
  picking,
  tracks,
}: {
  readonly headers: readonly Header[];
  readonly picking: Picking<Row> | undefined;
  readonly tracks: CSSProperties;
}) {
  const styles = useStyles();
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={mergeClasses(styles.row, picking && !picking.some && styles.shy)} style={tracks}>
        {picking && (
          <th className={styles.boxCell} scope="col">
            <PickBox
              checked={picking.all}
              inTabOrder
              label={picking.allLabel}
              mixed={picking.some && !picking.all}
              onPick={() => (picking.all ? picking.onClear() : picking.onAll())}
            />
          </th>
        )}
        {headers.map(({ id, label, hint, numeric, sorted, onSort }) => (
          <th
            aria-sort={sorted === false ? undefined : ARIA_SORT[sorted]}
            className={styles.header}
            key={id}
            scope="col"
          >
            {onSort ? (
              <button
                className={mergeClasses(styles.label, styles.button, numeric && styles.numeric)}
                onClick={onSort}
                title={hint ?? label}
                type="button"
              >
                <span className={styles.text}>{label}</span>
                {sorted === 'asc' && <ArrowUpRegular aria-hidden="true" className={styles.arrow} />}
                {sorted === 'desc' && <ArrowDownRegular aria-hidden="true" className={styles.arrow} />}
              </button>
            ) : (
              <span
                className={mergeClasses(styles.label, styles.plain, numeric && styles.numeric)}
                title={hint ?? label}
              >
                <span className={styles.text}>{label}</span>
              </span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}
