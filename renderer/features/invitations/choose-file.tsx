import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { HAND_OFF_EXTENSION } from '#shared/model/hand-off.ts';

interface Props {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly primary?: boolean;
  /** It took the place of what had the focus. */
  readonly focus?: boolean;
}

/** A button that lets a person choose hand-off files or mails. */
export function ChooseFile({ label, onFiles, primary = false, focus = false }: Props) {
  const t = useT('composer.receive');
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        onClick={() => chooser.current?.click()}
        {...(focus && { ref: takeFocus })}
      >
        {label}
      </Button>
      <input
        accept={`${HAND_OFF_EXTENSION},.json,.eml`}
        aria-label={t('file')}
        hidden
        multiple
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // Choosing the same file again must count as a change.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
        ref={chooser}
        type="file"
      />
    </>
  );
}
