import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { Verification } from '#shared/contract/workspace.ts';

/** So many files are named. */
const NAMED = 5;

const useStyles = makeStyles({
  list: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingInlineStart: tokens.spacingHorizontalL },
  item: { overflowWrap: 'anywhere' },
});

/** What a check of everything found, in words. */
export function VerificationResult({ found }: { readonly found: Verification }) {
  const t = useT('records.verify');
  const format = useFormat();
  const styles = useStyles();
  const openDamage = useView((view) => view.openDamage);
  const { ok, documents, dossiers, damaged, index, audit } = found;
  if (ok) {
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{t('good', { documents, dossiers, entries: audit.entries })}</MessageBarBody>
      </MessageBar>
    );
  }
  const files = damaged.slice(0, NAMED).map(({ file }) => file);
  if (damaged.length > NAMED) files.push(t('moreFiles', { count: damaged.length - NAMED }));
  const faults = [
    ...(damaged.length > 0 ? [t('damaged', { count: damaged.length, files: format.list(files) })] : []),
    ...(audit.ok ? [] : [audit.brokenAt === null ? t('auditBare') : t('audit', { line: audit.brokenAt })]),
    ...(index.ok ? [] : [t('index', { stale: index.stale })]),
  ];
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t('badTitle')}</MessageBarTitle>
        <ul className={styles.list}>
          {faults.map((fault) => (
            <li className={styles.item} key={fault}>
              {fault}
            </li>
          ))}
        </ul>
      </MessageBarBody>
      {damaged.length > 0 && (
        <MessageBarActions>
          <Button onClick={openDamage} size="small">
            {t('showDamaged')}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
