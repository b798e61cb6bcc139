import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { PathText } from '#renderer/ui/path-text.tsx';
import type { CustomerId } from '#shared/model/ids.ts';
import type { Problem } from '#shared/model/problem.ts';
import { ReasonList } from './reason-list.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minHeight: 0, flexGrow: 1 },
  place: { display: 'flex', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  label: { color: tokens.colorNeutralForeground2, flexShrink: 0 },
  open: { flexShrink: 0, alignSelf: 'center', marginInlineStart: 'auto' },
  said: { flexGrow: 1, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
  path: { minWidth: 0, fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  actions: {
    display: 'flex',
    justifyContent: 'flex-end',
    flexShrink: 0,
    marginTop: 'auto',
    columnGap: tokens.spacingHorizontalS,
  },
});

interface Props {
  readonly result: {
    readonly path: string;
    readonly written: number;
    readonly skipped: number;
    readonly cancelled: boolean;
    readonly refused: readonly { readonly customer: CustomerId; readonly problem: Problem }[];
  };
  readonly nameOf: (customer: CustomerId) => string;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** What came of the export: how many drafts, where they lie, and whom it left out and why. */
export function BulkResult({ result, nameOf, onBack, onClose }: Props) {
  const t = useT('bulk.result');
  const close = useT('bulk')('close');
  const rows = useT('bulk.rows');
  const styles = useStyles();
  const problemText = useProblemText();
  const { data: about } = useQuery(orpc.about.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const show = useMutation(orpc.invitations.bulk.showFolder.mutationOptions());
  const { path, written, skipped, cancelled, refused } = result;
  return (
    <div className={styles.root}>
      <MessageBar intent={written > 0 && !cancelled ? 'success' : 'warning'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t(cancelled ? 'stopped' : 'done', { count: written })}</MessageBarTitle>{' '}
          {cancelled ? t('resume') : written > 0 && t('recorded')}
          {skipped > 0 && <> {t('skipped', { count: skipped })}</>}
        </MessageBarBody>
      </MessageBar>
      {written > 0 && (
        <div className={styles.place}>
          <span className={styles.label}>{t('place')}</span>
          <span className={styles.path}>
            <PathText copyLabel={t('copyPath')} path={path} />
          </span>
          {about?.showsFolders && (
            <Button
              className={styles.open}
              disabledFocusable={show.isPending}
              icon={<FolderOpenRegular />}
              onClick={() => show.mutate({ path })}
              size="small"
            >
              {t('openFolder')}
            </Button>
          )}
        </div>
      )}
      {refused.length > 0 && (
        <ReasonList
          copyLabel={t('copyRefused')}
          heads={[rows('customer'), rows('problem')]}
          label={t('refused', { count: refused.length })}
          left={refused.map(({ customer, problem }) => ({
            key: customer,
            what: nameOf(customer),
            why: problemText(problem),
          }))}
          more={(count) => t('moreRefused', { count })}
          titled
        />
      )}
      <div className={styles.actions}>
        <Text className={styles.said} role="status" size={200}>
          {show.isError ? problemText(show.error) : show.data?.opened === false && t('folderNotOpened')}
        </Text>
        <Button onClick={onBack}>{t('back')}</Button>
        {/* The button that wrote is gone, and the focus with it. */}
        <Button appearance="primary" onClick={onClose} ref={takeFocus}>
          {close}
        </Button>
      </div>
    </div>
  );
}
