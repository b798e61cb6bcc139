import { Button } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { EmptyState } from './empty-state.tsx';

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly compact?: boolean;
}

/** What went wrong, in one sentence, and a way to try again. */
export function ErrorState({ error, onRetry, compact = false }: Props) {
  const t = useT('window');
  const problemText = useProblemText();
  return (
    <div role="alert">
      <EmptyState
        icon={<ErrorCircleRegular />}
        title={t('problem.title')}
        text={problemText(error)}
        compact={compact}
        action={
          onRetry && (
            <Button icon={<ArrowClockwiseRegular />} onClick={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      />
    </div>
  );
}
