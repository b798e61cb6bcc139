import {
  Badge,
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Text,
  Tooltip,
  tokens,
} from '@fluentui/react-components';
import { ArrowExportUpRegular, DeleteRegular, EditRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { InvitationTemplate } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM, minHeight: '40px' },
  words: { flexGrow: 1, minWidth: 0 },
  clip: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  subject: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  language: { flexShrink: 0, width: '72px', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  badge: { flexShrink: 0 },
  actions: { display: 'flex', flexShrink: 0 },
});

interface Props {
  readonly template: InvitationTemplate;
  readonly onEdit: () => void;
  readonly onExport: () => void;
  readonly onRemove: () => void;
}

/** One template in the list, with what can be done with it. */
export function TemplateLine({ template, onEdit, onExport, onRemove }: Props) {
  const t = useT('templateManager');
  const terms = useT('terms.languages');
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const { name, language, scope, subject } = template;
  const act = (label: string, icon: React.ReactElement, onClick: () => void) => (
    <Tooltip content={label} relationship="label" withArrow>
      <Button appearance="subtle" icon={icon} onClick={onClick} size="small" />
    </Tooltip>
  );
  return (
    <div className={styles.root}>
      <div className={styles.words}>
        <div className={styles.clip} title={name}>
          {name}
        </div>
        <div className={`${styles.clip} ${styles.subject}`} lang={language} title={subject}>
          {subject}
        </div>
      </div>
      <span className={styles.language}>{terms(language)}</span>
      <Badge
        appearance="tint"
        className={styles.badge}
        color={scope === 'shared' ? 'brand' : 'informative'}
        shape="rounded"
      >
        {t(`scopes.${scope}`)}
      </Badge>
      <div className={styles.actions}>
        {act(t('edit', { name }), <EditRegular />, onEdit)}
        {act(t('exportOne', { name }), <ArrowExportUpRegular />, onExport)}
        {act(t('remove', { name }), <DeleteRegular />, () => setAsking(true))}
      </div>
      <Dialog modalType="alert" onOpenChange={(_, { open }) => setAsking(open)} open={asking}>
        <DialogSurface>
          <DialogBody>
            <DialogTitle>{t('removeTitle', { name })}</DialogTitle>
            <DialogContent>
              <Text>{t(`removeText.${scope}`)}</Text>
            </DialogContent>
            <DialogActions>
              <Button onClick={() => setAsking(false)}>{t('keep')}</Button>
              <Button
                appearance="primary"
                onClick={() => {
                  setAsking(false);
                  onRemove();
                }}
              >
                {t('removeNow')}
              </Button>
            </DialogActions>
          </DialogBody>
        </DialogSurface>
      </Dialog>
    </div>
  );
}
