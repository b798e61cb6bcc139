import { Button, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { useWords } from '#renderer/features/policy/words.ts';
import { DotLine } from '#renderer/ui/dot-line.tsx';
import { OutcomeMark } from '#renderer/ui/outcome-mark.tsx';
import type { InvitationId } from '#shared/model/ids.ts';
import type { ReceivedLink } from '#shared/model/invitation.ts';
import { LinkLine } from './link-line.tsx';
import type { Way } from './ways.ts';

const useStyles = makeStyles({
  list: { rowGap: tokens.spacingVerticalXS },
  label: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  radio: { minWidth: 0, '& label': { minWidth: 0, flexGrow: 1 } },
  facts: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  takeIn: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
});

interface Props {
  readonly way: Way;
  readonly links: readonly ReceivedLink[];
  readonly chosen: InvitationId | null;
  readonly onChoose: (link: ReceivedLink) => void;
  readonly onTakeIn: () => void;
}

/** The links that our providers gave us, each with whether it may be forwarded to this customer. */
export function ReceivedChoice({ way, links, chosen, onChoose, onTakeIn }: Props) {
  const t = useT('composer.received');
  const styles = useStyles();
  return (
    <>
      <Field label={t('label')} required>
        <RadioGroup
          className={styles.list}
          onChange={(_, { value }) => {
            const link = links.find(({ id }) => id === value);
            if (link) onChoose(link);
          }}
          value={chosen ?? ''}
        >
          {links.map((link) => (
            <ReceivedRadio key={link.id} link={link} way={way} />
          ))}
        </RadioGroup>
      </Field>
      <Button className={styles.takeIn} icon={<ArrowDownloadRegular />} onClick={onTakeIn} size="small">
        {t('takeIn')}
      </Button>
    </>
  );
}

function ReceivedRadio({ link, way }: { readonly link: ReceivedLink; readonly way: Way }) {
  const t = useT();
  const styles = useStyles();
  const format = useFormat();
  const partnerName = usePartnerName();
  const words = useWords();
  const answer = way.received.find(({ id }) => id === link.id)?.answer;
  const open = answer?.decision ?? false;
  return (
    <Radio
      className={styles.radio}
      disabled={!open}
      label={
        <span className={styles.label}>
          <Text weight="semibold">{partnerName(link.createdBy)}</Text>
          <DotLine className={styles.facts}>
            {t(`terms.invitationKind.${link.kind}`)}
            {t('composer.received.when', { when: format.relative(link.receivedAt) })}
            {link.sender !== null && t('composer.received.sender', { sender: link.sender })}
            {link.reference !== null && t('composer.received.reference', { reference: link.reference })}
          </DotLine>
          <LinkLine link={link.link} />
          {answer && !open && (
            <span className={styles.facts}>
              <OutcomeMark outcome={answer.context.outcome} /> {answer.context.rule}{' '}
              {words.ruleName(answer.context.rule)}
            </span>
          )}
        </span>
      }
      value={link.id}
    />
  );
}
