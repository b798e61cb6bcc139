import { useT } from '#renderer/app/i18n.tsx';
import { useWords } from '#renderer/features/policy/words.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import { type PartnerProfile, Program, StaffRole } from '#shared/model/partner.ts';
import { assertNever } from '#shared/model/problem.ts';
import { CHANNELS, SubscriptionStatus } from '#shared/model/subscription.ts';
import type { Change } from '#shared/model/what-if.ts';
import { daysAfter } from './choices.ts';
import { DateEditor } from './date-editor.tsx';
import { DIRECTORY_ROLES, USUAL_ROLES } from './directory-roles.ts';
import { GrantEditor } from './grant-editor.tsx';
import { SeveralEditor } from './several-editor.tsx';
import { SubscriptionEditor } from './subscription-editor.tsx';

/** What can't be supposed without saying more. */
export type Editable = Exclude<Change['change'], 'end-delegation' | 'end-dap' | 'gdap-offered'>;

interface Props {
  readonly of: Editable;
  /** What is supposed already: an assumption about the same is where this one starts. */
  readonly changes: readonly Change[];
  readonly dossier: Dossier;
  readonly profile: PartnerProfile;
  readonly onSuppose: (change: Change) => void;
  readonly onCancel: () => void;
}

/** Asks for the particulars of one assumption, starting from what holds now. */
export function ChangeEditor({ of, changes, dossier, profile, onSuppose, onCancel }: Props) {
  const t = useT();
  const words = useWords();
  const held = <Name extends Change['change']>(name: Name): Extract<Change, { change: Name }> | undefined =>
    changes.find((one): one is Extract<Change, { change: Name }> => one.change === name);
  switch (of) {
    case 'grant-dap':
      return (
        <GrantEditor
          dossier={dossier}
          onCancel={onCancel}
          onDone={(partner, service) => onSuppose({ change: of, partner, service })}
          profile={profile}
        />
      );
    case 'grant-gdap':
      return (
        <SeveralEditor
          fault={t('whatIf.editor.rolesFault')}
          initial={USUAL_ROLES}
          label={t('whatIf.editor.directoryRoles')}
          nameOf={words.role}
          onCancel={onCancel}
          onDone={(roles) => onSuppose({ change: of, roles })}
          options={DIRECTORY_ROLES}
        />
      );
    case 'staff-roles':
      return (
        <SeveralEditor
          initial={held(of)?.roles ?? profile.staff.roles}
          label={t('whatIf.editor.staffRoles')}
          nameOf={(role) => t(`terms.staffRoles.${role}`)}
          onCancel={onCancel}
          onDone={(roles) => onSuppose({ change: of, roles })}
          options={StaffRole.options}
        />
      );
    case 'programs':
      return (
        <SeveralEditor
          initial={held(of)?.programs ?? profile.programs}
          label={t('whatIf.editor.programs')}
          nameOf={(program) => t(`terms.programs.${program}`)}
          onCancel={onCancel}
          onDone={(programs) => onSuppose({ change: of, programs })}
          options={Program.options}
        />
      );
    case 'time':
      return (
        <DateEditor
          initial={held(of)?.at ?? daysAfter(Date.now(), 1)}
          onCancel={onCancel}
          onDone={(at) => onSuppose({ change: of, at })}
        />
      );
    case 'channel':
      return (
        <SubscriptionEditor
          label={t('whatIf.editor.channel')}
          nameOf={(channel) => t(`terms.channels.${channel}`)}
          onCancel={onCancel}
          onDone={({ id }, channel) => onSuppose({ change: of, subscription: id, channel })}
          options={CHANNELS}
          subscriptions={dossier.subscriptions}
          currentOf={({ id, channel }) =>
            changes.flatMap((one) => (one.change === of && one.subscription === id ? [one.channel] : []))[0] ??
            channel.value
          }
        />
      );
    case 'status':
      return (
        <SubscriptionEditor
          label={t('whatIf.editor.status')}
          nameOf={(status) => t(`terms.subscriptionStatus.${status}`)}
          onCancel={onCancel}
          onDone={({ id }, status) => onSuppose({ change: of, subscription: id, status })}
          options={SubscriptionStatus.options}
          subscriptions={dossier.subscriptions}
          currentOf={({ id, status }) =>
            changes.flatMap((one) => (one.change === of && one.subscription === id ? [one.status] : []))[0] ?? status
          }
        />
      );
    default:
      return assertNever(of);
  }
}
