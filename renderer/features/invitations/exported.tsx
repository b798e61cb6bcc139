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
import { useCallback, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { carryOut, type Done, type Exported as ExportedInvitation } from './carry-out.ts';
import { MarkDelivered } from './mark-delivered.tsx';
import { PrintedMail } from './printed-mail.tsx';
import { WAY_OUT_ICONS, type WayOut } from './way-out.tsx';

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
  acts: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'flex-end' },
  said: { flexGrow: 1, alignSelf: 'center', color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly customer: Dossier;
  readonly exported: ExportedInvitation;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** The draft is on the disk and in the dossier: where it lies, and the ways to the customer's inbox. */
export function Exported({ customer, exported: { invitation, path, done: first }, onAnother, onClose }: Props) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const act = useMutation({ mutationFn: (way: WayOut) => carryOut(way, customer.id, invitation) });
  const done = act.data ?? first;
  const [printed, setPrinted] = useState<Done | null>(null);
  const endPrint = useCallback(() => setPrinted(done), [done]);
  const said = useSaid();
  const name = customer.name.value;
  const button = (way: WayOut) => (
    <Button disabledFocusable={act.isPending} icon={WAY_OUT_ICONS[way]} onClick={() => act.mutate(way)}>
      {t(`composer.export.${way}`)}
    </Button>
  );
  return (
    <div className={styles.root}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>
            {t(path === null ? 'composer.after.recordedTitle' : 'inviting.exportedTitle')}
          </MessageBarTitle>{' '}
          {t(path === null ? 'composer.after.recordedText' : 'inviting.exportedText', {
            name,
            reference: invitation.id,
          })}
        </MessageBarBody>
      </MessageBar>
      {path !== null && (
        <div className={styles.path}>
          <span className={styles.label}>{t('inviting.path')}</span>
          <span className={styles.file}>{path}</span>
          <CopyButton label={t('dossier.copy.path')} text={path} />
        </div>
      )}
      <div className={styles.acts}>
        {path !== null && (
          <>
            {button('rich')}
            {button('plain')}
            {button('print')}
          </>
        )}
        <MarkDelivered customer={customer.id} invitation={invitation} />
      </div>
      <div className={styles.actions}>
        <Text className={styles.said} role="status" size={200}>
          {act.isError ? problemText(act.error) : done && said(done.said)}
        </Text>
        <Button appearance="subtle" onClick={onAnother}>
          {t('inviting.another')}
        </Button>
        <Button onClick={onClose} {...(path === null && { ref: takeFocus })}>
          {t('inviting.close')}
        </Button>
        {path !== null && (
          <Button
            appearance="primary"
            disabledFocusable={act.isPending}
            icon={<MailArrowUpRegular />}
            onClick={() => act.mutate('open')}
            // The button that exported is gone, and the focus with it.
            ref={takeFocus}
          >
            {t('inviting.open')}
          </Button>
        )}
      </div>
      {done?.print && done !== printed && (
        <PrintedMail
          language={invitation.language}
          mail={done.print}
          name={invitation.id}
          onDone={endPrint}
          to={invitation.to}
        />
      )}
    </div>
  );
}

function useSaid(): (said: Done['said']) => string {
  const t = useT();
  return (said) => t(said === 'opened' || said === 'notOpened' ? `inviting.${said}` : `composer.after.${said}`);
}
