import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { Change } from '#shared/model/what-if.ts';
import type { Editable } from './change-editor.tsx';
import { useChangeWords, useDelegationName } from './change-words.ts';
import { daysAfter, endings, liveDelegations } from './choices.ts';

/** The next round of reminders, and a quarter. */
const IN_DAYS = [30, 90] as const;

const useStyles = makeStyles({
  // Wide enough for whole sentences.
  popover: { maxWidth: 'min(440px, calc(100vw - 16px))', '& .fui-MenuItem': { maxWidth: 'none' } },
});

interface Props {
  readonly dossier: Dossier;
  readonly profile: PartnerProfile;
  readonly onSuppose: (change: Change) => void;
  /** Asks for the particulars first. */
  readonly onEdit: (what: Editable) => void;
  /** A ref to the button that opens it. */
  readonly trigger: (button: HTMLElement | null) => void;
}

/** Everything that may be supposed of this very customer, under its heading. */
export function SupposeMenu({ trigger, ...props }: Props) {
  const t = useT('whatIf');
  const styles = useStyles();
  return (
    <Menu positioning={{ autoSize: true, align: 'start', position: 'below', overflowBoundaryPadding: 8 }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton icon={<AddRegular />} ref={trigger}>
          {t('suppose')}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          <Offers {...props} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Offers({ dossier, profile, onSuppose, onEdit }: Omit<Props, 'trigger'>) {
  const t = useT('whatIf');
  const format = useFormat();
  const say = useChangeWords(dossier);
  const nameOf = useDelegationName();
  const us = profile.partner.tenantId;
  const now = Date.now();
  const dapKnown = dossier.delegatedAccess?.value;
  const offer = (change: Change, end?: string | null) => (
    <MenuItem
      key={JSON.stringify(change)}
      onClick={() => onSuppose(change)}
      {...(end ? { secondaryContent: format.date(end) } : {})}
    >
      {say(change)}
    </MenuItem>
  );
  const passing = (words: string, at: string) => (
    <MenuItem key={words} onClick={() => onSuppose({ change: 'time', at })} secondaryContent={format.date(at)}>
      {words}
    </MenuItem>
  );
  return (
    <>
      <MenuGroup>
        <MenuGroupHeader>{t('groups.delegations')}</MenuGroupHeader>
        {liveDelegations(dossier, us).map(({ id, endsAt }) =>
          offer({ change: 'end-delegation', delegation: id }, endsAt),
        )}
        {dapKnown !== false && offer({ change: 'end-dap' })}
        {dapKnown !== true && offer({ change: 'grant-dap', partner: us, service: '*' })}
        <MenuItem onClick={() => onEdit('grant-dap')}>{t('offers.grantOther')}</MenuItem>
        <MenuItem onClick={() => onEdit('grant-gdap')}>{t('offers.approveGdap')}</MenuItem>
      </MenuGroup>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t('groups.ourSide')}</MenuGroupHeader>
        <MenuItem onClick={() => onEdit('staff-roles')}>{t('offers.staffRoles')}</MenuItem>
        <MenuItem onClick={() => onEdit('programs')}>{t('offers.programs')}</MenuItem>
        {profile.cloud === '21vianet' && offer({ change: 'gdap-offered' })}
      </MenuGroup>
      <MenuDivider />
      <MenuGroup>
        <MenuGroupHeader>{t('groups.time')}</MenuGroupHeader>
        {IN_DAYS.map((days) => passing(t('offers.inDays', { days }), daysAfter(now, days)))}
        {endings(dossier, us, now).map((delegation) =>
          passing(
            t(delegation.autoExtend === true ? 'offers.dayAfterExtension' : 'offers.dayAfterEnd', {
              name: nameOf(delegation),
            }),
            daysAfter(Date.parse(delegation.endsAt), 1),
          ),
        )}
        <MenuItem onClick={() => onEdit('time')}>{t('offers.anotherDate')}</MenuItem>
      </MenuGroup>
      {dossier.subscriptions.length > 0 && (
        <>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('groups.subscriptions')}</MenuGroupHeader>
            <MenuItem onClick={() => onEdit('channel')}>{t('offers.channel')}</MenuItem>
            <MenuItem onClick={() => onEdit('status')}>{t('offers.status')}</MenuItem>
          </MenuGroup>
        </>
      )}
    </>
  );
}
