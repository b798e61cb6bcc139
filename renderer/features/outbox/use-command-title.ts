import { useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import type { OutboxCommand } from '#shared/model/outbox.ts';
import { assertNever } from '#shared/model/problem.ts';

/** What a command does, in a few words; a relationship is named as its dossier names it. */
export function useCommandTitle(command: OutboxCommand): string {
  const t = useT('outbox.commands');
  const about = 'delegation' in command ? command : null;
  const { data } = useQuery({
    ...orpc.customers.get.queryOptions({ input: { id: about?.customer ?? NOBODY } }),
    enabled: about !== null,
  });
  const name = data?.delegations.find(({ id }) => id === about?.delegation)?.name ?? t('unnamed');
  switch (command.kind) {
    case 'gdap-request':
      return t('gdapRequest', { name: command.name });
    case 'gdap-extend':
      return t(command.autoExtend ? 'extendOn' : 'extendOff', { name });
    case 'gdap-terminate':
      return t('terminate', { name });
    case 'dap-remove':
      return t('removeDap');
    case 'reseller-link':
      return t('link');
    default:
      return assertNever(command);
  }
}

/** Stands where no customer is asked for. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
