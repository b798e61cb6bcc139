import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowUndoRegular,
  CopyRegular,
  EditRegular,
  LinkRegular,
  LocalLanguageRegular,
  MailArrowUpRegular,
  PersonRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import { LANGUAGES, Language } from '#shared/model/invitation.ts';
import { ACT_KEYS, type Act, isDrafted, isResendable, MARK_KEYS, marksOf } from './acts.ts';
import { StatusIcon } from './status-mark.tsx';
import { type Acts, useActs } from './use-acts.ts';
import { useInvitationWords } from './use-words.ts';

const useStyles = makeStyles({
  popover: { maxWidth: 'min(360px, 90vw)', '& .fui-MenuItem': { maxWidth: 'none' } },
  nudge: { color: tokens.colorStatusWarningForeground2, whiteSpace: 'normal' },
});

interface Opened {
  readonly row: InvitationRow;
  /** What it opens beside, and where the focus goes back to. */
  readonly beside: HTMLElement;
}

/** One menu for all the rows or cards of a place: `open` shows it for one of them, `menu` is to be rendered once. */
export function useInvitationMenu({ inDossier = false }: { readonly inDossier?: boolean } = {}) {
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => {
    setOpened(null);
    const place = opened?.beside.closest<HTMLElement>('tr') ?? opened?.beside;
    // Whatever was chosen may have taken the focus already.
    if (place?.isConnected && document.activeElement?.closest('[role="menu"]')) place.focus({ preventScroll: true });
  };
  return {
    open: (row: InvitationRow, beside: HTMLElement) => setOpened({ row, beside }),
    menu: opened && <InvitationMenu {...opened} inDossier={inDossier} onClose={close} />,
  };
}

interface Props extends Opened {
  readonly inDossier: boolean;
  readonly onClose: () => void;
}

function InvitationMenu({ row, beside, inDossier, onClose }: Props) {
  const t = useT('pipeline.actions');
  const styles = useStyles();
  const words = useInvitationWords();
  const acts = useActs();
  const openInvitation = useView((view) => view.openInvitation);
  const { customer, invitation, undoable } = row;
  const attention = words.attention(row);
  const item = (act: Act, label: string, key: string, icon: React.JSX.Element) => (
    <MenuItem icon={icon} onClick={() => void acts.perform(act, row)} secondaryContent={key}>
      {label}
    </MenuItem>
  );
  return (
    <Menu
      onOpenChange={(_, { open }) => {
        if (!open) onClose();
      }}
      open
      positioning={{ target: beside, position: 'below', align: 'end', autoSize: 'height', overflowBoundaryPadding: 8 }}
    >
      <MenuPopover className={styles.popover}>
        <MenuList aria-label={t('of', { reference: invitation.id })} aria-labelledby={undefined}>
          <MenuGroup>
            {attention !== null && <MenuGroupHeader className={styles.nudge}>{attention}</MenuGroupHeader>}
            {isDrafted(row) && item({ act: 'continue' }, t('continue'), ACT_KEYS.continue, <EditRegular />)}
            {marksOf(row).map((status) => (
              <MenuItem
                icon={<StatusIcon status={status} />}
                key={status}
                onClick={() => void acts.perform({ act: 'mark', status }, row)}
                secondaryContent={MARK_KEYS[status]}
              >
                {t(`mark.${status}`)}
              </MenuItem>
            ))}
          </MenuGroup>
          {undoable && item({ act: 'undo' }, t('undo'), ACT_KEYS.undo, <ArrowUndoRegular />)}
          {isResendable(row) && <Resend acts={acts} row={row} />}
          {invitation.file !== null &&
            item({ act: 'openDraft' }, t('openDraft'), ACT_KEYS.openDraft, <MailArrowUpRegular />)}
          <MenuDivider />
          {item({ act: 'copyReference' }, t('copyReference'), ACT_KEYS.copyReference, <CopyRegular />)}
          {item({ act: 'copyLink' }, t('copyLink'), ACT_KEYS.copyLink, <LinkRegular />)}
          {!inDossier && (
            <MenuItem icon={<PersonRegular />} onClick={() => openInvitation(customer, invitation.id)}>
              {t('show')}
            </MenuItem>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** The languages that the mail is not in yet. */
function Resend({ acts, row }: { readonly acts: Acts; readonly row: InvitationRow }) {
  const t = useT();
  return (
    <Menu
      onCheckedValueChange={(_, { checkedItems: [picked] }) => {
        const language = Language.safeParse(picked);
        if (language.success) void acts.resend(row, language.data);
      }}
      checkedValues={{ language: [row.invitation.language] }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem icon={<LocalLanguageRegular />}>{t('pipeline.actions.resend')}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {LANGUAGES.map((language) => (
            <MenuItemRadio
              disabled={language === row.invitation.language}
              key={language}
              name="language"
              value={language}
            >
              {t(`terms.languages.${language}`)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
