import {
  Button,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { problemOf, useProblemText } from '#renderer/app/problem.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import type { ReceivedLink } from '#shared/model/invitation.ts';
import { ChooseFile } from './choose-file.tsx';
import { FingerprintForm } from './fingerprint-form.tsx';
import { HandOffReview } from './hand-off-review.tsx';
import { MailReview } from './mail-review.tsx';
import { useReceivedFile } from './received-file.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'flex-end' },
});

/** A sound file signed with another key than we kept: only the provider itself can say that the key is its own. */
const asksForFingerprint = (error: unknown) =>
  ['handOffOtherKey', 'handOffFingerprint'].includes(problemOf(error)?.key ?? '');

interface Props {
  readonly file: File;
  readonly onFiles: (files: readonly File[]) => void;
  /** Goes on to the next of several files; `null` where there is none. */
  readonly onNext: (() => void) | null;
  readonly onTaken: (link: ReceivedLink) => void;
  readonly onCancel: () => void;
}

/** A file before anything of it is recorded: what it is, or in one sentence why it is refused. */
export function ReceiveFile({ file, onFiles, onNext, onTaken, onCancel }: Props) {
  const t = useT('composer.receive');
  const styles = useStyles();
  const problemText = useProblemText();
  const [fingerprint, setFingerprint] = useState<string | null>(null);
  const { data, error } = useReceivedFile(file, fingerprint);
  if (error) {
    return (
      <div className={styles.root}>
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{t('refused', { file: file.name })}</MessageBarTitle> {problemText(error)}
          </MessageBarBody>
        </MessageBar>
        {asksForFingerprint(error) && <FingerprintForm onCheck={setFingerprint} />}
        <div className={styles.actions}>
          <Button onClick={onCancel}>{t('cancel')}</Button>
          <ChooseFile focus label={t('another')} onFiles={onFiles} primary={onNext === null} />
          {onNext && (
            <Button appearance="primary" onClick={onNext}>
              {t('next')}
            </Button>
          )}
        </div>
      </div>
    );
  }
  if (!data) {
    return (
      <>
        <Text>{t('reading', { file: file.name })}</Text>
        <Loading rows={4} />
      </>
    );
  }
  return data.what === 'hand-off' ? (
    <HandOffReview file={file} fingerprint={fingerprint} handOff={data.handOff} onCancel={onCancel} onTaken={onTaken} />
  ) : (
    <MailReview from={data.from} links={data.links} onCancel={onCancel} onTaken={onTaken} />
  );
}
