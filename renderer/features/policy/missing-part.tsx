import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowImportRegular, QuestionCircleRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { ActsRow } from './acts-row.tsx';
import { ListPart } from './list-part.tsx';
import { RequestCopy } from './request-copy.tsx';
import type { Case } from './seen.ts';
import { ASKED, CALLS, IMPORTED, tellersOf } from './tells.ts';
import { useWords } from './words.ts';

const useStyles = makeStyles({
  call: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  act: { alignSelf: 'flex-start' },
});

interface Props {
  /** Property paths. */
  readonly missing: readonly string[];
  readonly about: Case;
  /** Only say which facts they are: what would tell them is a matter of what is on record. */
  readonly namesOnly: boolean;
}

/** What would tell the facts that are missing, and the way to bring it in. */
export function MissingPart({ missing, about, namesOnly }: Props) {
  const t = useT();
  const styles = useStyles();
  const openImportFor = useView((view) => view.openImportFor);
  const words = useWords();
  const tellers = namesOnly ? [] : tellersOf(missing, about);
  const names = namesOnly ? [...new Set(missing.map(words.fact))] : [];
  return (
    <ListPart icon={<QuestionCircleRegular />} title={t('dossier.explanation.missing')}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
      {tellers.map((teller) => {
        const request = ASKED[teller];
        return (
          <li key={teller}>
            {t.rich(`explain.tells.${teller}`, {
              call: CALLS[teller],
              code: (call) => <span className={styles.call}>{call}</span>,
            })}
            <ActsRow>{request && <RequestCopy about={about} request={request} />}</ActsRow>
          </li>
        );
      })}
      {tellers.some((teller) => IMPORTED.has(teller)) && (
        <li className={styles.act}>
          <Button icon={<ArrowImportRegular />} onClick={() => openImportFor(about.dossier.id)} size="small">
            {t('explain.ways.import')}
          </Button>
        </li>
      )}
    </ListPart>
  );
}
