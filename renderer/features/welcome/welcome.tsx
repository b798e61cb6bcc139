import { Button, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components';
import { ArchiveArrowBackRegular, BuildingShopFilled } from '@fluentui/react-icons';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { CreateWorkspace } from './create-workspace.tsx';
import { ProfileDrop } from './profile-drop.tsx';
import { EMPTY_FORM, type ProfileForm } from './profile-form.ts';
import { RestoreDialog } from './restore-dialog.tsx';

const NARROW = '@media (max-width: 860px)';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(320px, 5fr) minmax(440px, 6fr)',
    flexGrow: 1,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground3,
    [NARROW]: { display: 'block', overflow: 'auto' },
  },
  intro: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    rowGap: tokens.spacingVerticalXL,
    padding: 'clamp(24px, 5vw, 72px)',
    overflow: 'auto',
    minHeight: 0,
  },
  icon: { fontSize: '44px', color: tokens.colorBrandForeground1, display: 'block' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    textWrap: 'balance',
    // Chinese breaks where the text allows it, not within a word.
    wordBreak: 'keep-all',
    overflowWrap: 'anywhere',
  },
  lead: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase500,
    color: tokens.colorNeutralForeground2,
    maxWidth: '56ch',
    textWrap: 'pretty',
  },
  folder: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  restore: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    rowGap: tokens.spacingVerticalXS,
  },
  restoreText: { color: tokens.colorNeutralForeground2 },
  form: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    margin: tokens.spacingHorizontalS,
    marginInlineStart: 0,
    borderRadius: tokens.borderRadiusXLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    overflow: 'hidden',
    [NARROW]: { margin: tokens.spacingHorizontalS },
  },
});

interface Props {
  readonly folder: string;
  /** The system's keychain, by name; `null` where there is none. */
  readonly keychain: string | null;
}

/** The first screen: makes a workspace from a partner profile, read from a file or filled in, or from a backup. */
export function Welcome({ folder, keychain }: Props) {
  const t = useT('window.welcome');
  const restore = useT('records.restore');
  const restoreFocus = useRestoreFocusTarget();
  const styles = useStyles();
  const [form, setForm] = useState<ProfileForm>(EMPTY_FORM);
  const [file, setFile] = useState<string | null>(null);
  const [restoring, setRestoring] = useState(false);
  return (
    <main className={styles.page}>
      <section aria-labelledby="welcome" className={styles.intro}>
        <BuildingShopFilled aria-hidden="true" className={styles.icon} />
        <h1 className={styles.title} id="welcome">
          {t('title')}
        </h1>
        <p className={styles.lead}>{t('lead')}</p>
        <ProfileDrop
          onRead={(name, read) => {
            setFile(name);
            setForm(read);
          }}
        />
        <div className={styles.restore}>
          <span className={styles.restoreText}>{restore('linkText')}</span>
          <Button
            appearance="secondary"
            icon={<ArchiveArrowBackRegular />}
            onClick={() => setRestoring(true)}
            {...restoreFocus}
          >
            {restore('link')}
          </Button>
        </div>
        <p className={styles.folder}>{t('folder', { folder })}</p>
      </section>
      <section aria-labelledby="profile" className={styles.form}>
        <CreateWorkspace file={file} form={form} keychain={keychain} onChange={setForm} />
      </section>
      {restoring && <RestoreDialog keychain={keychain} onClose={() => setRestoring(false)} />}
    </main>
  );
}
