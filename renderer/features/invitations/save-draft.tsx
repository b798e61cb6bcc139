import { Button } from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';

interface Props {
  readonly disabled: boolean;
  readonly pending: boolean;
  readonly onSave: () => void;
}

/** Keeps the invitation as it stands, to be continued later; nothing is written to a file. */
export function SaveDraft({ disabled, pending, onSave }: Props) {
  const t = useT('composer.draft');
  return (
    <Button disabledFocusable={disabled || pending} icon={<SaveRegular />} onClick={onSave} title={t('saveHint')}>
      {t(pending ? 'saving' : 'save')}
    </Button>
  );
}
