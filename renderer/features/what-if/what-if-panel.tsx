import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowResetRegular, BeakerRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { useView } from '#renderer/app/view.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import type { Dossier } from '#shared/model/dossier.ts';
import type { PartnerProfile } from '#shared/model/partner.ts';
import type { Change } from '#shared/model/what-if.ts';
import { ChangeEditor, type Editable } from './change-editor.tsx';
import { supposing } from './changes.ts';
import { SupposeMenu } from './suppose-menu.tsx';
import { Supposed } from './supposed.tsx';
import { useSupposed } from './use-supposed.ts';
import { WhatIfResult } from './what-if-result.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXL },
  top: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  intro: { display: 'flex', columnGap: tokens.spacingHorizontalS, color: tokens.colorNeutralForeground2 },
  introIcon: { flexShrink: 0, fontSize: '20px', display: 'flex', '& svg': { display: 'block' } },
  introText: { textWrap: 'pretty', maxWidth: '80ch' },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** What would change if something about this customer were otherwise. Supposes; records nothing. */
export function WhatIfPanel({ dossier }: { readonly dossier: Dossier }) {
  const profile = useProfile();
  return profile === null ? <Loading /> : <Supposing dossier={dossier} profile={profile} />;
}

function Supposing({ dossier, profile }: { readonly dossier: Dossier; readonly profile: PartnerProfile }) {
  const t = useT('whatIf');
  const styles = useStyles();
  const us = profile.partner.tenantId;
  const changes = useSupposed(dossier.id);
  const setChanges = useView((view) => view.setChanges);
  const [editing, setEditing] = useState<Editable | null>(null);
  const menu = useRef<HTMLElement>(null);
  const change = (next: readonly Change[]) => {
    setChanges(dossier.id, next);
    setEditing(null);
    // What was pressed has left the page.
    menu.current?.focus();
  };
  return (
    <div className={styles.root}>
      <section aria-label={t('label')} className={styles.top}>
        <div className={styles.intro}>
          <span aria-hidden="true" className={styles.introIcon}>
            <BeakerRegular />
          </span>
          <Text className={styles.introText}>{t('intro')}</Text>
        </div>
        <Supposed
          changes={changes}
          dossier={dossier}
          onRemove={(removed) => change(changes.filter((one) => one !== removed))}
          us={us}
        />
        <div className={styles.tools}>
          <SupposeMenu
            dossier={dossier}
            onEdit={setEditing}
            onSuppose={(next) => change(supposing(changes, next, us))}
            profile={profile}
            trigger={(button) => {
              menu.current = button;
            }}
          />
          {changes.length > 0 && (
            <Button appearance="subtle" icon={<ArrowResetRegular />} onClick={() => change([])}>
              {t('startOver')}
            </Button>
          )}
        </div>
        {editing !== null && (
          <ChangeEditor
            changes={changes}
            dossier={dossier}
            key={editing}
            of={editing}
            onCancel={() => change(changes)}
            onSuppose={(next) => change(supposing(changes, next, us))}
            profile={profile}
          />
        )}
      </section>
      <WhatIfResult changes={changes} dossier={dossier} />
    </div>
  );
}
