import { Card, makeStyles, tokens } from '@fluentui/react-components';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { PartnerProfile } from '#shared/model/partner.ts';
import { Facts } from './facts.tsx';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalXL },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  lines: { listStyleType: 'none', margin: 0, padding: 0 },
  dim: { color: tokens.colorNeutralForeground3 },
});

/** Who we are in this workspace: what the policy's answers rest on. */
export function WorkspaceProfile({ profile }: { readonly profile: PartnerProfile }) {
  const t = useT('window.settings');
  const welcome = useT('window.welcome');
  const terms = useT('terms');
  const format = useFormat();
  const styles = useStyles();
  const { cloud, partner, programs, staff } = profile;

  const dim = (words: string) => <span className={styles.dim}>{words}</span>;
  /** An absent list is not known, an empty one known to be empty. */
  const lines = (list: readonly string[] | undefined) => {
    if (list === undefined) return dim(t('notKnown'));
    if (list.length === 0) return dim(t('none'));
    return (
      <ul className={styles.lines}>
        {list.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
  };
  return (
    <Card className={styles.card}>
      <h2 className={styles.title}>{t('profile')}</h2>
      <p className={styles.text}>{t('profileText')}</p>
      <Facts
        facts={[
          { name: welcome('partnerName'), value: partner.name },
          { name: welcome('tenantId'), value: partner.tenantId },
          { name: welcome('mpnId'), value: partner.mpnId ?? dim(t('notKnown')) },
          { name: welcome('cloud'), value: terms(`cloud.${cloud}`) },
          { name: welcome('programs'), value: format.list(programs.map((program) => terms(`programs.${program}`))) },
          { name: welcome('staffId'), value: staff.id },
          { name: welcome('roles'), value: format.list(staff.roles.map((role) => terms(`staffRoles.${role}`))) },
          { name: welcome('groups'), value: lines(staff.groups) },
          { name: welcome('providers'), value: lines(profile.providers?.map(nameOf)) },
          { name: welcome('resellers'), value: lines(profile.resellers?.map(nameOf)) },
        ]}
      />
    </Card>
  );
}

/** Another partner by what the profile says of it: "Name · tenant id · MPN ID". */
function nameOf(entry: NonNullable<PartnerProfile['providers']>[number]): string {
  if (typeof entry === 'string') return entry;
  return [entry.name, entry.tenantId, entry.mpnId].filter((part) => part !== undefined).join(' · ');
}
