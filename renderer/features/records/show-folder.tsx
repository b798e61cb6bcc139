import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { FolderOpenRegular } from '@fluentui/react-icons';
import { useMutation } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';

const useStyles = makeStyles({
  error: { color: tokens.colorStatusDangerForeground1 },
  text: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', flexBasis: '100%' },
});

interface Props {
  readonly which: 'workspace' | 'backups';
  /** Where it is, for whoever must look it up by hand. */
  readonly folder: string;
  readonly label: string;
  readonly size?: 'small' | 'medium';
}

/** A button that shows a folder in the system's file manager; where there is none it tells the path instead. */
export function ShowFolder({ which, folder, label, size = 'medium' }: Props) {
  const t = useT('records.restore');
  const styles = useStyles();
  const problemText = useProblemText();
  const reveal = useMutation(orpc.workspace.reveal.mutationOptions());
  return (
    <>
      <Button
        disabledFocusable={reveal.isPending}
        icon={<FolderOpenRegular />}
        onClick={() => reveal.mutate({ folder: which })}
        size={size}
      >
        {label}
      </Button>
      {reveal.isSuccess && !reveal.data.opened && (
        <Text className={styles.text} role="status" size={200}>
          {t('notShown', { folder })}
        </Text>
      )}
      {reveal.isError && (
        <Text className={styles.error} role="alert" size={200}>
          {problemText(reveal.error)}
        </Text>
      )}
    </>
  );
}
