import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { useView } from '#renderer/app/view.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { type FactLine, FactList } from '#renderer/ui/fact-list.tsx';
import type { InvitationRow } from '#shared/contract/invitations.ts';
import type { Dossier } from '#shared/model/dossier.ts';
import type { TenantId } from '#shared/model/ids.ts';
import { LinkMark } from './link-mark.tsx';

const useStyles = makeStyles({
  mono: {
    display: 'inline-flex',
    alignItems: 'center',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  link: { userSelect: 'all', minWidth: 0, overflowWrap: 'anywhere' },
  name: { display: 'inline-flex', alignItems: 'center' },
});

interface Props {
  readonly row: InvitationRow;
  readonly dossier: Dossier;
  /** Our own tenant; `undefined` until that is known. */
  readonly us: TenantId | undefined;
}

/** The facts of an invitation, its link among them: to be read and copied, never opened. */
export function InvitationFacts({ row, dossier, us }: Props) {
  const t = useT();
  const styles = useStyles();
  const partnerName = usePartnerName();
  const openInvitation = useView((view) => view.openInvitation);
  const { author, createdBy, file, id, language, link, supersededBy, template } = row.invitation;
  const facts: FactLine[] = [
    { label: t('dossier.invitations.language'), value: t(`terms.languages.${language}`) },
    { label: t('dossier.invitations.author'), value: author },
    {
      label: t('dossier.invitations.reference'),
      value: (
        <span className={styles.mono}>
          {id}
          <CopyButton label={t('dossier.copy.reference', { reference: id })} text={id} />
        </span>
      ),
    },
    {
      label: t('dossier.invitations.link'),
      value: (
        <span className={styles.mono}>
          <span className={styles.link}>{link}</span>
          <CopyButton label={t('pipeline.actions.copyLink')} text={link} />
        </span>
      ),
    },
    {
      label: t('pipeline.detail.fingerprint'),
      value: (
        <span className={styles.name} title={t('pipeline.columns.linkHint')}>
          <LinkMark fingerprint={row.fingerprint} />
        </span>
      ),
    },
    {
      label: t('dossier.invitations.file'),
      value: file === null ? t('dossier.invitations.noFile') : <span title={file}>{fileName(file)}</span>,
    },
  ];
  // Said only where it is not what everybody takes for granted.
  if (us !== undefined && createdBy !== us) {
    facts.push({ label: t('pipeline.detail.createdBy'), value: partnerName(createdBy) });
  }
  if (template !== null) facts.push({ label: t('pipeline.detail.template'), value: template });
  if (supersededBy !== null) {
    facts.push({
      label: t('pipeline.detail.supersededBy'),
      value: (
        <Link
          as="button"
          className={styles.mono}
          inline
          onClick={() => openInvitation(dossier.id, supersededBy)}
          title={t('pipeline.detail.showOther', { reference: supersededBy })}
        >
          {supersededBy}
        </Link>
      ),
    });
  }
  return <FactList facts={facts} />;
}

/** The last part of a path of either kind of system. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
