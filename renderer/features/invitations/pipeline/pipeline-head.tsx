import { Button, makeStyles, ToggleButton, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import {
  BoardFilled,
  BoardRegular,
  bundleIcon,
  MailInboxArrowDownRegular,
  ShareAndroidRegular,
  TextBulletListLtrFilled,
  TextBulletListLtrRegular,
} from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { PageHead } from '#renderer/app/page-head.tsx';
import { type InvitationLayout, useView } from '#renderer/app/view.ts';
import { useWidth } from '#renderer/ui/use-width.ts';

/** In CSS pixels; a narrower head has icons alone for the layout, and a still narrower one for everything. */
const ROOMY = { layout: 720, acts: 520 };

const ICONS = {
  list: bundleIcon(TextBulletListLtrFilled, TextBulletListLtrRegular),
  board: bundleIcon(BoardFilled, BoardRegular),
};

const useStyles = makeStyles({
  layout: { display: 'flex', flexShrink: 0, border: 'none', margin: 0, padding: 0, minWidth: 0 },
  button: { flexShrink: 0, minWidth: 0, fontWeight: tokens.fontWeightRegular },
});

interface Props {
  /** How many there are under the present search and filters; `undefined` while that is not known. */
  readonly total: number | undefined;
  /** Whether we are a provider, which hands links to its resellers. */
  readonly provider: boolean;
}

/** The head of the page: how many, list or board, and the two ways in which links change hands. */
export function PipelineHead({ total, provider }: Props) {
  const t = useT('pipeline');
  const styles = useStyles();
  const [head, width] = useWidth<HTMLElement>();
  const openReceive = useView((view) => view.openReceive);
  const openHandOver = useView((view) => view.openHandOver);
  const receiving = useRestoreFocusTarget();
  const handing = useRestoreFocusTarget();
  const named = width === 0 || width >= ROOMY.acts;
  const acting = (label: string, hint: string) =>
    named ? { children: label, title: hint } : { 'aria-label': label, title: label };
  return (
    <PageHead count={total === undefined ? '' : t('count', { count: total })} head={head} title={t('title')}>
      <fieldset aria-label={t('layout.label')} className={styles.layout}>
        <Layout is="list" named={width === 0 || width >= ROOMY.layout} />
        <Layout is="board" named={width === 0 || width >= ROOMY.layout} />
      </fieldset>
      <Button
        className={styles.button}
        icon={<MailInboxArrowDownRegular />}
        onClick={() => openReceive()}
        size="small"
        {...acting(t('receive'), t('receiveHint'))}
        {...receiving}
      />
      {provider && (
        <Button
          className={styles.button}
          icon={<ShareAndroidRegular />}
          onClick={openHandOver}
          size="small"
          {...acting(t('handOver'), t('handOverHint'))}
          {...handing}
        />
      )}
    </PageHead>
  );
}

function Layout({ is, named }: { readonly is: InvitationLayout; readonly named: boolean }) {
  const t = useT('pipeline.layout');
  const styles = useStyles();
  const chosen = useView((view) => view.invitationLayout === is);
  const setLayout = useView((view) => view.setInvitationLayout);
  const Icon = ICONS[is];
  return (
    <ToggleButton
      appearance="subtle"
      checked={chosen}
      className={styles.button}
      icon={<Icon />}
      onClick={() => setLayout(is)}
      size="small"
      {...(named ? { children: t(is) } : { 'aria-label': t(is), title: t(is) })}
    />
  );
}
