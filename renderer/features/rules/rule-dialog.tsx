import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useProfile } from '#renderer/app/partners.ts';
import { useWords } from '#renderer/features/policy/words.ts';
import { ErrorState } from '#renderer/ui/error-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { RuleId } from '#shared/model/policy.ts';
import { CloudOnly } from './cloud-only.tsx';
import { useRuleTable } from './rule-table.ts';
import { RuleText } from './rule-text.tsx';

const useStyles = makeStyles({
  surface: { width: '640px', maxWidth: 'calc(100vw - 32px)' },
  body: { maxHeight: 'calc(100vh - 96px)' },
  id: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
});

interface Props {
  readonly rule: RuleId;
  readonly onClose: () => void;
}

/** One rule, read over the dialog that speaks of it: what was typed there stays. */
export function RuleDialog({ rule, onClose }: Props) {
  const t = useT('explain.rules');
  const styles = useStyles();
  const words = useWords();
  const profile = useProfile();
  const { rules, error, retry } = useRuleTable();
  const entry = rules?.find((one) => one.rule === rule);
  return (
    <Dialog modalType="modal" onOpenChange={(_, { open }) => !open && onClose()} open>
      {/* In the dark, what lies beneath has the same colour: it must be dimmed to be told apart. */}
      <DialogSurface backdrop={{ appearance: 'dimmed' }} className={styles.surface}>
        <DialogBody className={styles.body}>
          <DialogTitle
            action={<Button appearance="subtle" aria-label={t('close')} icon={<DismissRegular />} onClick={onClose} />}
          >
            <span className={styles.id}>{rule}</span> {words.ruleName(rule)}
          </DialogTitle>
          <DialogContent className={styles.content}>
            {error && <ErrorState compact error={error} onRetry={retry} />}
            {!error && !(entry && profile) && <Loading rows={4} />}
            {entry && profile && (
              <>
                <CloudOnly clouds={entry.clouds} />
                <RuleText held={profile.staff.roles} of={entry} />
              </>
            )}
          </DialogContent>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
