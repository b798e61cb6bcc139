import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { DocumentArrowRightRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { problemOf, useProblemText } from '#renderer/app/problem.ts';
import { type ChosenCustomer, CustomerPicker } from '#renderer/features/imports/customer-picker.tsx';
import { useCheckedLink } from '#renderer/features/invitations/bulk/use-checked-link.ts';
import { LanguageField } from '#renderer/features/invitations/language-field.tsx';
import { LinkChoice } from '#renderer/features/invitations/link-choice.tsx';
import { chosenLink, NO_LINK } from '#renderer/features/invitations/own-link.ts';
import { useOwnLink } from '#renderer/features/invitations/use-own-link.ts';
import { RuleLink } from '#renderer/features/policy/rule-link.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import type { TenantId } from '#shared/model/ids.ts';
import { type HandOver, kindTakenFor, type Language } from '#shared/model/invitation.ts';
import type { PartnerReference } from '#shared/model/partner.ts';
import { RuleId } from '#shared/model/policy.ts';
import { ResellerChoice } from './reseller-choice.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  intro: { color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalL,
    '@media (max-width: 720px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  actions: { display: 'flex', alignItems: 'center', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  error: { flexGrow: 1, minWidth: 0, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly resellers: readonly PartnerReference[];
  readonly onWritten: (written: readonly HandOver[]) => void;
  readonly onCancel: () => void;
}

/** Which link goes to which of our resellers, in which language, and for whom. */
export function HandOverForm({ resellers, onWritten, onCancel }: Props) {
  const t = useT('handOver');
  const styles = useStyles();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(NO_LINK);
  const { own, waiting } = useOwnLink();
  const [chosen, setChosen] = useState<ReadonlySet<TenantId>>(new Set());
  const [language, setLanguage] = useState<Language>(useLanguage());
  const [customer, setCustomer] = useState<ChosenCustomer | null>(null);
  const checked = useCheckedLink(chosenLink(typed, own).link);
  const write = useMutation(
    orpc.invitations.handOver.write.mutationOptions({
      onSuccess: async (written) => {
        onWritten(written);
        await queries.invalidateQueries({ queryKey: orpc.invitations.handOver.key() });
      },
    }),
  );
  const ready = checked.link !== null && chosen.size > 0;
  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (checked.link === null || chosen.size === 0 || write.isPending) return;
        // In the order of the list, whichever was chosen first.
        const to = resellers.map(({ tenantId }) => tenantId).filter((id) => chosen.has(id));
        write.mutate({ link: checked.link, resellers: to, language, ...(customer ? { customer: customer.id } : {}) });
      }}
    >
      <Text className={styles.intro}>{t('intro')}</Text>
      <div className={styles.columns}>
        <div className={styles.side}>
          {!waiting && (
            <LinkChoice
              error={checked.error}
              expected={kindTakenFor(checked.reading?.kind)}
              focus
              onChange={setTyped}
              own={own}
              reading={checked.reading}
              typed={typed}
            />
          )}
          <LanguageField hint={t('languageHint')} label={t('language')} language={language} onChange={setLanguage} />
          <Disclosure label={t('customer')}>
            <CustomerPicker chosen={customer} onChoose={setCustomer} />
          </Disclosure>
        </div>
        <ResellerChoice chosen={chosen} onChoose={setChosen} resellers={resellers} />
      </div>
      <div className={styles.actions}>
        <Text className={styles.error} role="alert" size={200}>
          {write.isError && <Refusal error={write.error} />}
        </Text>
        <Button onClick={onCancel}>{t('cancel')}</Button>
        <Button
          appearance="primary"
          disabledFocusable={!ready || write.isPending}
          icon={<DocumentArrowRightRegular />}
          type="submit"
        >
          {t('write', { count: chosen.size })}
        </Button>
      </div>
    </form>
  );
}

/** Why nothing was handed over; the rule behind it can be read. */
function Refusal({ error }: { readonly error: unknown }) {
  const problemText = useProblemText();
  const rule = RuleId.safeParse(problemOf(error)?.values.rule);
  return (
    <>
      {problemText(error)} {rule.success && <RuleLink rule={rule.data} />}
    </>
  );
}
