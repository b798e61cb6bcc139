import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DismissRegular, MailMultipleRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useView } from '#renderer/app/view.ts';
import { BulkTags } from '#renderer/features/tags/bulk-tags.tsx';
import { usePicked } from './picked.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    flexShrink: 0,
    minHeight: '44px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  count: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  error: { color: tokens.colorStatusDangerForeground1, minWidth: 0 },
  rest: { flexGrow: 1, minWidth: 0 },
});

/** How many customers are picked, and what can be done with them; below the list, so that no row moves under the pointer. */
export function PickedBar({ error, onClear }: { readonly error: unknown; readonly onClear: () => void }) {
  const t = useT('picking');
  const styles = useStyles();
  const problemText = useProblemText();
  const { picked, asked } = usePicked();
  const openBulk = useView((view) => view.openBulk);
  if (picked.size === 0 && !error) return null;
  return (
    <section aria-label={t('bar')} className={styles.root}>
      <Text className={styles.count} role="status" weight="semibold">
        {t('count', { count: picked.size })}
      </Text>
      <span className={styles.rest}>
        {error !== null && (
          <Text className={styles.error} role="alert" size={200}>
            {problemText(error)}
          </Text>
        )}
      </span>
      {picked.size > 0 && (
        <>
          <Button
            appearance="primary"
            disabledFocusable={asked > 0}
            icon={<MailMultipleRegular />}
            onClick={() => openBulk([...picked])}
            size="small"
          >
            {t('invite')}
          </Button>
          <BulkTags customers={[...picked]} waiting={asked > 0} />
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            onClick={() => {
              onClear();
              // The bar goes, and the focus must not go with it.
              document.querySelector<HTMLElement>('#list tr[tabindex="0"]')?.focus({ preventScroll: true });
            }}
            size="small"
          >
            {t('clear')}
          </Button>
        </>
      )}
    </section>
  );
}
