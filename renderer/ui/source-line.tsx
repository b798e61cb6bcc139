import { Link, makeStyles, Tooltip, tokens } from '@fluentui/react-components';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { RuleId, RuleSource } from '#shared/model/policy.ts';
import { CopyButton } from './copy-button.tsx';
import { copyText } from './copy-text.ts';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  title: { fontStyle: 'normal' },
  link: { fontSize: 'inherit', lineHeight: 'inherit', textAlign: 'left' },
  said: { color: tokens.colorNeutralForeground3, ':empty': { display: 'none' } },
});

interface Props {
  readonly of: RuleSource | null;
  /** Where it stands in the rule table; without, it can be read and copied, and not opened. */
  readonly place?: { readonly rule: RuleId; readonly source: number } | undefined;
}

/** The page a rule rests on: its title leads there, its address can be copied. */
export function SourceLine({ of: source, place }: Props) {
  const t = useT('dossier');
  const format = useFormat();
  const styles = useStyles();
  if (source === null) return <div className={styles.root}>{t('explanation.noSource')}</div>;
  const { title, url, date } = source;
  const page = (name: ReactNode) => (url === null || !place ? name : <PageLink name={name} place={place} url={url} />);
  const day = date !== null && isDay(date) ? format.date(date) : date;
  return (
    <div className={styles.root}>
      <cite className={styles.title}>
        {day === null ? page(title) : t.rich('explanation.sourceDated', { title, date: day, page })}
      </cite>
      {url !== null && <CopyButton label={t('copy.address', { title })} text={url} />}
    </div>
  );
}

/** Opens the page outside the window; where nothing can open it, the address is copied instead. */
function PageLink({
  name,
  place,
  url,
}: {
  readonly place: NonNullable<Props['place']>;
  readonly name: ReactNode;
  readonly url: string;
}) {
  const t = useT('explain.source');
  const styles = useStyles();
  const open = useMutation(orpc.policy.openSource.mutationOptions());
  const copy = useMutation({ mutationFn: (near: HTMLElement) => copyText(url, near) });
  return (
    <>
      <Tooltip content={url} relationship="description" withArrow>
        <Link
          as="button"
          className={styles.link}
          onClick={({ currentTarget }) =>
            open.mutate(place, {
              onSuccess: ({ opened }) => opened || copy.mutate(currentTarget),
              onError: () => copy.mutate(currentTarget),
            })
          }
        >
          {name}
        </Link>
      </Tooltip>
      <span className={styles.said} role="status">
        {copy.isSuccess && t(copy.data ? 'copied' : 'notOpened')}
      </span>
    </>
  );
}

/** Some sources are dated to the day, others to the month or year only; those are shown as they are. */
function isDay(date: string): boolean {
  return /^\d{4}-\d\d-\d\d/.test(date);
}
