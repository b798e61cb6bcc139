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
import { useMutation } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { Invitation } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  path: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  file: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
  label: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'flex-end' },
  said: { flexGrow: 1, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly customer: Dossier;
  readonly invitation: Invitation;
  readonly path: string;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** The draft is on the disk and in the dossier: where it lies, and the way to the mail program. */
export function Exported({ customer, invitation, path, onAnother, onClose }: Props) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const open = useMutation(orpc.invitations.open.mutationOptions());
  return (
    <div className={styles.root}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t('inviting.exportedTitle')}</MessageBarTitle>{' '}
          {t('inviting.exportedText', { name: customer.name.value, reference: invitation.id })}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.path}>
        <span className={styles.label}>{t('inviting.path')}</span>
        <span className={styles.file}>{path}</span>
        <CopyButton label={t('dossier.copy.path')} text={path} />
      </div>
      <div className={styles.actions}>
        <Text className={styles.said} role="status" size={200}>
          {open.isSuccess && t(open.data.opened ? 'inviting.opened' : 'inviting.notOpened')}
          {open.isError && problemText(open.error)}
        </Text>
        <Button appearance="subtle" onClick={onAnother}>
          {t('inviting.another')}
        </Button>
        <Button onClick={onClose}>{t('inviting.close')}</Button>
        <Button
          appearance="primary"
          disabledFocusable={open.isPending}
          icon={<MailArrowUpRegular />}
          onClick={() => open.mutate({ customer: customer.id, invitation: invitation.id })}
          // The button that exported is gone, and the focus with it.
          ref={takeFocus}
        >
          {t('inviting.open')}
        </Button>
      </div>
    </div>
  );
}
