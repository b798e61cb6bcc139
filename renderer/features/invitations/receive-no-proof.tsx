import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';

/** Says that whose link it is rests on staff's word: a mail or a pasted link proves nothing of its maker. */
export function NoProof() {
  const t = useT('composer.receive');
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('noProof')}</MessageBarBody>
    </MessageBar>
  );
}
