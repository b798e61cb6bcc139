import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client, orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { useSaid } from '#renderer/app/said.ts';
import { useView } from '#renderer/app/view.ts';
import { copyText } from '#renderer/ui/copy-text.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import type { CustomerId, InvitationId } from '#shared/model/ids.ts';
import type { InvitationStatus, Language } from '#shared/model/invitation.ts';
import { assertNever } from '#shared/model/problem.ts';
import type { Act, Mark } from './acts.ts';
import { keptFocus } from './keep-focus.ts';

interface Named {
  readonly customer: CustomerId;
  readonly invitation: InvitationId;
  readonly of: string;
}

export interface Acts {
  /** Does it, renews what the window shows of it, and says so; what hinders it is said as well, and never thrown. */
  readonly perform: (act: Act, row: InvitationRow) => Promise<void>;
  /** The same invitation in another language, in the place of this one. */
  readonly resend: (row: InvitationRow, language: Language) => Promise<void>;
}

const named = ({ customer, customerName, invitation }: InvitationRow): Named => ({
  customer,
  invitation: invitation.id,
  of: customerName,
});

/** Everything that can be done to an invitation after it was prepared. */
export function useActs(): Acts {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const say = useSaid((store) => store.say);
  const openInvite = useView((view) => view.openInvite);
  return useMemo(() => {
    const changed = () =>
      Promise.all(
        [orpc.invitations.key(), orpc.customers.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    const trying = async (invitation: InvitationId, work: () => Promise<void>) => {
      const mend = keptFocus(invitation);
      try {
        await work();
      } catch (error) {
        say({ text: problemText(error), failed: true });
      }
      mend();
    };
    const undo = ({ of, ...which }: Named) =>
      trying(which.invitation, async () => {
        const { status } = await client.invitations.undo(which);
        await changed();
        say({ of, text: t('pipeline.said.undone', { status: t(`terms.invitationStatus.${status}`) }) });
      });
    const open = ({ customer, invitation }: Omit<Named, 'of'>, file: string) =>
      trying(invitation, async () => {
        const { opened } = await client.invitations.open({ customer, invitation });
        const name = file.split(/[\\/]/).at(-1) ?? file;
        say({ text: opened ? t('dossier.invitations.opened') : t('dossier.invitations.notOpened', { file: name }) });
      });
    const copy = async (text: string, said: string) => {
      const near = document.activeElement instanceof HTMLElement ? document.activeElement : document.body;
      const copied = await copyText(text, near);
      say(copied ? { text: said } : { text: t('pipeline.said.notCopied'), failed: true });
    };
    const mark = (row: InvitationRow, status: Mark) => {
      if (!row.next.includes(status)) {
        const word = (of: InvitationStatus) => t(`terms.invitationStatus.${of}`);
        say({
          of: row.customerName,
          text: t('pipeline.said.noSuchStep', { from: word(row.invitation.status), to: word(status) }),
          failed: true,
        });
        return Promise.resolve();
      }
      return trying(row.invitation.id, async () => {
        await client.invitations.mark({ customer: row.customer, invitation: row.invitation.id, status });
        await changed();
        say({
          of: row.customerName,
          text: t(`pipeline.said.marked.${status}`),
          offer: {
            label: t('pipeline.said.undo'),
            hint: t('pipeline.said.undoHint'),
            act: () => void undo(named(row)),
            undoes: true,
          },
        });
      });
    };
    const perform: Acts['perform'] = (act, row) => {
      const { file, id, link } = row.invitation;
      switch (act.act) {
        case 'mark':
          return mark(row, act.status);
        case 'continue':
          openInvite(row.customer, { draft: id });
          return Promise.resolve();
        case 'undo':
          return undo(named(row));
        case 'openDraft':
          return file === null ? Promise.resolve() : open(named(row), file);
        case 'copyReference':
          return copy(id, t('pipeline.said.referenceCopied', { reference: id }));
        case 'copyLink':
          return copy(link, t('pipeline.said.linkCopied'));
        default:
          return assertNever(act);
      }
    };
    const resend: Acts['resend'] = (row, language) =>
      trying(row.invitation.id, async () => {
        const { invitation, path } = await client.invitations.resend({
          customer: row.customer,
          invitation: row.invitation.id,
          language,
        });
        await changed();
        say({
          of: row.customerName,
          text: t('pipeline.said.resent', { language: t(`terms.languages.${language}`), reference: invitation.id }),
          offer: {
            label: t('pipeline.actions.openDraft'),
            act: () => void open({ customer: row.customer, invitation: invitation.id }, path),
            undoes: false,
          },
        });
      });
    return { perform, resend };
  }, [t, problemText, queries, say, openInvite]);
}
