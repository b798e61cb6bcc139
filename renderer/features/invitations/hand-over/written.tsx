import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MailArrowUpRegular } from '@fluentui/react-icons';
import { useMutation, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { useProblemText } from '#renderer/app/problem.ts';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { PathText } from '#renderer/ui/path-text.tsx';
import type { HandOver } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxHeight: '40vh',
    overflow: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  one: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'center',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` },
  },
  files: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    margin: 0,
  },
  label: { color: tokens.colorNeutralForeground3 },
  path: { margin: 0, minWidth: 0, fontFamily: tokens.fontFamilyMonospace },
  actions: { display: 'flex', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  said: { flexGrow: 1, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly written: readonly HandOver[];
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** The hand-off files are written: each with the mail that carries it, and the digits of our key. */
export function Written({ written, onAnother, onClose }: Props) {
  const t = useT('handOver');
  const styles = useStyles();
  const partnerName = usePartnerName();
  const problemText = useProblemText();
  const open = useMutation(orpc.invitations.openDraft.mutationOptions());
  const { data: key } = useQuery(orpc.invitations.handOver.key.queryOptions());
  return (
    <div className={styles.root}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('done', { count: written.length })}</MessageBarTitle> {t('doneText')}
        </MessageBarBody>
      </MessageBar>
      <ul className={styles.list}>
        {written.map(({ id, audience, file, mail }) => {
          const name = partnerName(audience);
          return (
            <li className={styles.one} key={id}>
              <div>
                <Text weight="semibold">{name}</Text>
                <dl className={styles.files}>
                  <dt className={styles.label}>{t('handOffFile')}</dt>
                  <dd className={styles.path}>
                    <PathText copyLabel={t('copyPath', { name })} path={file} />
                  </dd>
                  {mail !== null && (
                    <>
                      <dt className={styles.label}>{t('mailFile')}</dt>
                      <dd className={styles.path}>
                        <PathText copyLabel={t('copyMail', { name })} path={mail} />
                      </dd>
                    </>
                  )}
                </dl>
              </div>
              {mail !== null && (
                <Button
                  icon={<MailArrowUpRegular />}
                  onClick={() => open.mutate({ path: mail })}
                  size="small"
                  aria-label={t('openMail', { name })}
                >
                  {t('open')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {key?.fingerprint && <KeyDigits fingerprint={key.fingerprint} />}
      <div className={styles.actions}>
        <Text className={styles.said} role="status" size={200}>
          {open.isSuccess && t(open.data.opened ? 'opened' : 'notOpened')}
          {open.isError && problemText(open.error)}
        </Text>
        <Button onClick={onAnother}>{t('another')}</Button>
        {/* The button that wrote is gone, and the focus with it. */}
        <Button appearance="primary" onClick={onClose} ref={takeFocus}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}

function KeyDigits({ fingerprint }: { readonly fingerprint: string }) {
  const t = useT('handOver');
  const styles = useStyles();
  return (
    <div>
      <Text as="h3" weight="semibold">
        {t('keyTitle')}
      </Text>
      <p className={styles.path}>
        <PathText copyLabel={t('copyKey')} path={fingerprint} />
      </p>
      <Text className={styles.label} size={200}>
        {t('keyText')}
      </Text>
    </div>
  );
}
