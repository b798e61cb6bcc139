import { useMutation } from '@tanstack/react-query';
import { client } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSaid } from '#renderer/app/said.ts';
import { useView } from '#renderer/app/view.ts';
import type { ShownEntry } from '#shared/contract/sync.ts';
import type { OutboxCommand } from '#shared/model/outbox.ts';
import { useOutboxRenewal } from './use-outbox.ts';

/** Puts a command in the outbox, closes the dialog that stands, says so, and offers to take it back. */
export function useDecide(customerName: string) {
  const t = useT('outbox');
  const problemText = useProblemText();
  const renew = useOutboxRenewal();
  const say = useSaid((store) => store.say);
  const closeDialog = useView((view) => view.closeDialog);
  const undo = async ({ id, command }: ShownEntry) => {
    try {
      await client.outbox.undo({ id });
      say({ of: customerName, text: t('said.undone', { name: t(`dialog.titles.${command.kind}`) }) });
    } catch (error) {
      say({ text: problemText(error), failed: true });
    }
    await renew();
  };
  return useMutation({
    mutationFn: (command: OutboxCommand) => client.outbox.add(command),
    onSuccess: async (entry) => {
      closeDialog();
      say({
        of: customerName,
        text: t('said.added', { name: t(`dialog.titles.${entry.command.kind}`) }),
        offer: { label: t('said.undo'), act: () => void undo(entry), undoes: true },
      });
      await renew();
    },
  });
}
