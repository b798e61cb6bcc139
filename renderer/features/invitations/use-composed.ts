import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useSaid } from '#renderer/app/said.ts';
import { useView } from '#renderer/app/view.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { type Exported, exportInvitation } from './carry-out.ts';
import { asTyped, type TypedDraft } from './use-mail.ts';
import type { WayOut } from './way-out.tsx';

/** What can be done with what was composed: exported, or kept as a draft, which closes the dialog and says so. */
export function useComposed(customer: Dossier, draft: TypedDraft, onExported: (exported: Exported) => void) {
  const t = useT();
  const queries = useQueryClient();
  const { say, clear } = useSaid();
  const { closeDialog, openInvite } = useView();
  const renew = async () => {
    const areas = [orpc.customers, orpc.invitations.list];
    await Promise.all(areas.map((area) => queries.invalidateQueries({ queryKey: area.key() })));
  };
  const exporting = useMutation({
    mutationFn: (out: WayOut | null) => exportInvitation(draft, out),
    onSuccess: async (exported) => {
      onExported(exported);
      // It may still offer to continue what is no draft any more.
      clear();
      await renew();
    },
  });
  const saving = useMutation({
    mutationFn: () => client.invitations.saveDraft(asTyped(draft)),
    onSuccess: async ({ id }) => {
      closeDialog();
      say({
        of: customer.name.value,
        text: t('composer.draft.saved', { reference: id }),
        offer: {
          label: t('composer.draft.continue'),
          act: () => {
            clear();
            openInvite(customer.id, { draft: id });
          },
          undoes: false,
        },
      });
      await renew();
    },
  });
  return { exporting, saving };
}
