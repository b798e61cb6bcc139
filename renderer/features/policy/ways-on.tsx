import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { BeakerRegular, LightbulbRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { flushSync } from 'react-dom';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { LANDMARKS } from '#renderer/app/landmarks.ts';
import { useView } from '#renderer/app/view.ts';
import type { Capability, Remedy } from '#shared/model/policy.ts';
import type { Change } from '#shared/model/what-if.ts';
import { ActsRow } from './acts-row.tsx';
import { InviteFrom } from './invite-from.tsx';
import { ListPart } from './list-part.tsx';
import { RequestCopy } from './request-copy.tsx';
import { requestFor } from './request-text.ts';
import { RuleLink } from './rule-link.tsx';
import type { Case } from './seen.ts';
import { vendorChannel } from './seen-sale.ts';
import { supposed } from './supposable.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  way: { '& + &': { marginTop: tokens.spacingVerticalS } },
  who: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

interface Props {
  readonly of: Capability;
  readonly about: Case;
  /** The answer rests on things supposed: nobody is asked for anything on their account, more can only be supposed. */
  readonly supposed: boolean;
}

/** What would change the answer: who must do it, by which rule, and what can be started from here. */
export function WaysOn({ of: answer, about, supposed: onlySupposed }: Props) {
  const t = useT();
  const styles = useStyles();
  const words = useWords();
  const { context } = answer;
  const { data: matrix } = useQuery({
    ...orpc.policy.staffMatrix.queryOptions(),
    enabled: context.remedies.some(({ action }) => action === 'staff.ask-role'),
  });
  // What the vendor itself sold has no transacting partner.
  const fromVendor = ({ by }: Remedy) => by === 'transacting-partner' && vendorChannel(about.subscription) !== null;
  const changesOf = (remedy: Remedy) => supposed(remedy, about, matrix ?? []);
  const gdapMayBeOffered = context.outcome === 'unknown' && context.rule === 'R21';
  return (
    <ListPart icon={<LightbulbRegular />} title={t('dossier.explanation.remedies')}>
      {context.remedies.map((remedy) => {
        const request = onlySupposed ? null : requestFor(remedy, about);
        return (
          <li className={styles.way} key={`${remedy.rule} ${remedy.action} ${remedy.by}`}>
            <div>{fromVendor(remedy) ? t('explain.ways.askCustomer') : words.remedy(remedy)}</div>
            <div className={styles.who}>
              <span>
                {t('explain.ways.by', {
                  who: t(fromVendor(remedy) ? 'explain.ways.customerOrVendor' : `terms.remedyBy.${remedy.by}`),
                })}
              </span>
              <RuleLink rule={remedy.rule} />
            </div>
            <ActsRow>
              {remedy.action === 'delegation.request' && !onlySupposed && (
                <InviteFrom answer={answer} customer={about.dossier.id} />
              )}
              <SupposeButton changes={changesOf(remedy)} />
              {request && <RequestCopy about={about} request={request} />}
            </ActsRow>
          </li>
        );
      })}
      {gdapMayBeOffered && (
        <li className={styles.way}>
          <div>{t('explain.ways.gdapOffered')}</div>
          <ActsRow>
            <SupposeButton changes={[{ change: 'gdap-offered' }]} />
          </ActsRow>
        </li>
      )}
    </ListPart>
  );
}

function SupposeButton({ changes }: { readonly changes: readonly Change[] }) {
  const t = useT('explain.ways');
  const { closeDialog, suppose } = useView();
  if (changes.length === 0) return null;
  return (
    <Button
      icon={<BeakerRegular />}
      onClick={() => {
        // An explanation may stand in a dialog, which would cover what comes of it.
        closeDialog();
        flushSync(() => {
          for (const change of changes) suppose(change);
        });
        // This button has left the page, and the focus with it: it goes to the tab that came.
        document.querySelector<HTMLElement>(`#${LANDMARKS.dossier} [role="tab"][aria-selected="true"]`)?.focus();
      }}
      size="small"
    >
      {t('suppose')}
    </Button>
  );
}
