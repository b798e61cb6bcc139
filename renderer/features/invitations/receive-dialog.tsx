import { MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { type ReceiveStart, useView } from '#renderer/app/view.ts';
import { DialogFrame } from '#renderer/ui/dialog-frame.tsx';
import type { ReceivedLink } from '#shared/model/invitation.ts';
import { fileKey } from './file-key.ts';
import { ReceiveFile } from './receive-file.tsx';
import { ReceiveForm } from './receive-form.tsx';
import { Taken } from './taken.tsx';

const useStyles = makeStyles({
  surface: { width: '720px' },
  which: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Takes in invitations that our providers made: from hand-off files, from mails, or as pasted links. */
export function ReceiveDialog({ files: given = [], problems: unread = [], customer }: ReceiveStart) {
  const t = useT('composer.receive');
  const styles = useStyles();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const { closeDialog } = useView();
  const [files, setFiles] = useState(given);
  const [problems, setProblems] = useState(unread);
  const [at, setAt] = useState(0);
  const [taken, setTaken] = useState<ReceivedLink | null>(null);
  const file = files[at];
  const onTaken = (link: ReceivedLink) => {
    setTaken(link);
    for (const area of [orpc.invitations.received.list, orpc.invitations.flows]) {
      void queries.invalidateQueries({ queryKey: area.key() });
    }
  };
  const onFiles = (chosen: readonly File[]) => {
    setFiles(chosen);
    setProblems([]);
    setAt(0);
    setTaken(null);
  };
  const next = () => {
    setTaken(null);
    setAt(at + 1);
  };
  return (
    <DialogFrame closeLabel={t('close')} onClose={closeDialog} surfaceClass={styles.surface} title={t('title')}>
      {problems.map((problem) => (
        <MessageBar intent="error" key={JSON.stringify(problem)} layout="multiline">
          <MessageBarBody>{problemText(problem)}</MessageBarBody>
        </MessageBar>
      ))}
      {file && files.length > 1 && (
        <Text className={styles.which} size={200}>
          {t('ofFiles', { at: at + 1, of: files.length, file: file.name })}
        </Text>
      )}
      {taken && (
        <Taken
          customer={customer ?? null}
          link={taken}
          onClose={closeDialog}
          onNext={at + 1 < files.length ? next : null}
          onAnother={() => onFiles([])}
        />
      )}
      {!taken && file && (
        <ReceiveFile
          file={file}
          key={fileKey(file)}
          onCancel={closeDialog}
          onFiles={onFiles}
          onNext={at + 1 < files.length ? next : null}
          onTaken={onTaken}
        />
      )}
      {!taken && !file && <ReceiveForm onCancel={closeDialog} onFiles={onFiles} onTaken={onTaken} />}
    </DialogFrame>
  );
}
