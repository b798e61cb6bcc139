import { Card, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { Cloud } from '#shared/model/partner.ts';
import type { Settings } from '#shared/model/settings.ts';
import { LinkHostList } from './link-host-list.tsx';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  clouds: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  error: { margin: 0, color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  /** The cloud of this workspace. */
  readonly ours: Cloud;
  readonly added: Settings['linkHosts'];
}

/** The hosts that invitation links may lead to, by cloud: the known ones, and those that somebody added. */
export function LinkHosts({ ours, added }: Props) {
  const t = useT('linkHosts');
  const styles = useStyles();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const { data: accepted = [], isFetching } = useQuery(orpc.invitations.hosts.queryOptions());
  const save = useMutation(
    orpc.settings.set.mutationOptions({
      onSuccess: async (saved: Settings) => {
        queries.setQueryData(orpc.settings.get.queryKey(), saved);
        await queries.invalidateQueries({ queryKey: orpc.invitations.key() });
      },
    }),
  );
  const others = Cloud.options.filter((cloud) => cloud !== ours);
  return (
    <Card className={styles.card}>
      <h2 className={styles.title}>{t('title')}</h2>
      <p className={styles.text}>{t('text')}</p>
      {save.isError && (
        <p className={styles.error} role="alert">
          {problemText(save.error)}
        </p>
      )}
      <div className={styles.clouds}>
        {[ours, ...others].map((cloud) => (
          <LinkHostList
            added={added[cloud]}
            cloud={cloud}
            key={cloud}
            known={cloud === ours ? accepted.filter((host) => !added[cloud].includes(host)) : null}
            refused={cloud === ours && !isFetching ? added[cloud].filter((host) => !accepted.includes(host)) : []}
            onChange={(hosts) => save.mutate({ linkHosts: { ...added, [cloud]: [...hosts] } })}
          />
        ))}
      </div>
    </Card>
  );
}
