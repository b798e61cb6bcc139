import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import type { DamagedDocument } from '#shared/model/protection.ts';
import { DamagedItem } from './damaged-item.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, alignSelf: 'stretch' },
  status: { ':empty': { display: 'none' } },
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

interface Props {
  readonly documents: readonly DamagedDocument[];
  readonly mayRecover: boolean;
}

/** Documents that could not be read, each with what can be put in its place. */
export function DamagedList({ documents, mayRecover }: Props) {
  const t = useT('records.damage');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<DamagedDocument | null>(null);
  const recover = useMutation(
    orpc.workspace.recover.mutationOptions({
      onSuccess: async (left) => {
        queries.setQueryData(orpc.workspace.damaged.queryKey(), left);
        await queries.invalidateQueries();
      },
    }),
  );
  const mended = recover.isSuccess && !documents.some(({ file }) => file === asked?.file) ? asked : null;
  return (
    <div className={styles.root}>
      {recover.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(recover.error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.status} role="status">
        {mended && (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {t(mended.previous === null ? 'laidAside' : 'recovered', { file: mended.file })}
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {documents.length > 0 && (
        <ul aria-label={t('title')} className={styles.list}>
          {documents.map((document) => (
            <li key={document.file}>
              <DamagedItem
                busy={recover.isPending}
                document={document}
                mayRecover={mayRecover}
                onRecover={() => {
                  setAsked(document);
                  recover.mutate({ file: document.file });
                }}
                working={recover.isPending && asked === document}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
