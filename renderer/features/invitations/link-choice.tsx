import { Field, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { FetchLink } from '#renderer/features/outbox/fetch-link.tsx';
import type { LinkReading, OwnLink } from '#shared/contract/invitations.ts';
import type { InvitationKind } from '#shared/model/invitation.ts';
import { LinkField } from './link-field.tsx';
import { chosenLink, type TypedLink } from './own-link.ts';
import { OwnLinkLabel } from './own-link-label.tsx';

const useStyles = makeStyles({
  list: { rowGap: tokens.spacingVerticalXS },
  radio: { minWidth: 0, '& label': { minWidth: 0, flexGrow: 1 } },
});

interface Props {
  readonly typed: TypedLink;
  /** `null` where there is none to offer. */
  readonly own: OwnLink | null;
  readonly reading: LinkReading | null;
  readonly error: unknown;
  /** What the chosen way invites to. */
  readonly expected: InvitationKind;
  readonly focus: boolean;
  readonly onChange: (typed: TypedLink) => void;
}

/** A link of ours: the one that Partner Center told, where it did, or else a pasted one. */
export function LinkChoice({ typed, own, reading, error, expected, focus, onChange }: Props) {
  const t = useT('linkSource');
  const styles = useStyles();
  const { by } = chosenLink(typed, own);
  return (
    <>
      {own && (
        <Field label={t('ours')}>
          <RadioGroup
            className={styles.list}
            onChange={(_, { value }) => onChange({ ...typed, by: value === 'own' ? 'own' : 'pasted' })}
            value={by}
          >
            <Radio
              className={styles.radio}
              disabled={own.problem !== null}
              label={<OwnLinkLabel own={own} />}
              value="own"
            />
            <Radio label={t('pasted')} value="pasted" />
          </RadioGroup>
        </Field>
      )}
      {expected === 'reseller' && <FetchLink />}
      <LinkField
        error={error}
        expected={expected}
        // Whoever walks through the choices must not be carried off into the field.
        focus={focus && typed.by === null}
        key={by}
        link={typed.pasted}
        ours
        onChange={by === 'own' ? null : (pasted) => onChange({ by: 'pasted', pasted })}
        reading={reading}
      />
    </>
  );
}
