import { Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { usePartnerName, useProfile } from '#renderer/app/partners.ts';
import { useProblemText } from '#renderer/app/problem.ts';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import type { LinkReading } from '#shared/contract/invitations.ts';
import type { TenantId } from '#shared/model/ids.ts';
import type { InvitationKind } from '#shared/model/invitation.ts';
import { type PartnerProfile, tenantIds } from '#shared/model/partner.ts';
import { LinkParameters } from './link-reading.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  link: {
    '& textarea': {
      fontFamily: tokens.fontFamilyMonospace,
      fontSize: tokens.fontSizeBase200,
      overflowWrap: 'anywhere',
    },
  },
  other: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly link: string;
  readonly reading: LinkReading | null;
  readonly error: unknown;
  /** What the chosen way invites to; a link of the other kind is taken for what it is. */
  readonly expected: InvitationKind;
  readonly focus: boolean;
  /** Whether it should be a link of our own: one that names another partner is warned of. */
  readonly ours?: boolean;
  /** `null` for a link that is not to be typed: one that our provider gave us. */
  readonly onChange: ((link: string) => void) | null;
}

/** The invitation link: checked, never opened and never changed; what it tells by itself stands beneath. */
export function LinkField({ link, reading, error, expected, focus, ours = false, onChange }: Props) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const profile = useProfile();
  const partnerName = usePartnerName();
  const named = ours ? (reading?.partner ?? null) : null;
  const stranger = profile !== null && named !== null && !isOneOfUs(profile, named) ? named : null;
  const other = reading?.kind && reading.kind !== expected ? reading.kind : null;
  return (
    <div className={styles.root}>
      {onChange === null ? (
        <Reading error={error} reading={reading} />
      ) : (
        <Field
          label={t('inviting.link')}
          required
          {...(!error && !reading && { hint: t('inviting.linkHint') })}
          {...(error ? { validationMessage: problemText(error), validationState: 'error' as const } : {})}
          {...(!error &&
            reading && {
              validationMessage: [
                t('inviting.linkFrom', { host: reading.host }),
                reading.kind === null ? t('inviting.kindUnknown') : t(`terms.invitationKind.${reading.kind}`),
              ].join(' · '),
              validationState: reading.kind === null || other || stranger ? 'warning' : 'success',
            })}
        >
          <Textarea
            className={styles.link}
            onChange={(_, { value }) => onChange(value)}
            {...(focus && { ref: takeFocus })}
            resize="vertical"
            rows={3}
            spellCheck={false}
            value={link}
          />
        </Field>
      )}
      {other && <p className={styles.other}>{t(`composer.link.otherKind.${other}`)}</p>}
      {stranger && (
        <p className={styles.other}>{t('composer.link.otherPartner', { partner: partnerName(stranger) })}</p>
      )}
      {reading && <LinkParameters reading={reading} />}
    </div>
  );
}

/** What a received link tells; the link itself stands in the list it was chosen from. */
function Reading({ reading, error }: Pick<Props, 'reading' | 'error'>) {
  const t = useT('inviting');
  const problemText = useProblemText();
  return (
    <Field
      {...(error ? { validationMessage: problemText(error), validationState: 'error' as const } : {})}
      {...(!error &&
        reading && {
          validationMessage: t('linkFrom', { host: reading.host }),
          validationMessageIcon: <LockClosedRegular />,
          validationState: 'none' as const,
        })}
    />
  );
}

/** A joint invitation (R04) may name our provider in our place. */
function isOneOfUs({ partner, providers }: PartnerProfile, named: TenantId): boolean {
  return named === partner.tenantId || (tenantIds(providers) ?? []).includes(named);
}
