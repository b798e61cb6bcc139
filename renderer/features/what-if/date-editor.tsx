import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import type { Instant } from '#shared/model/ids.ts';
import { dayOf, startOfDay } from './choices.ts';
import { EditorFrame } from './editor-frame.tsx';

const useStyles = makeStyles({ date: { width: '200px' } });

interface Props {
  readonly initial: Instant;
  readonly onDone: (at: Instant) => void;
  readonly onCancel: () => void;
}

/** Asks for a day; the clock is to stand at its beginning. */
export function DateEditor({ initial, onDone, onCancel }: Props) {
  const t = useT('whatIf.editor');
  const styles = useStyles();
  const [day, setDay] = useState(() => dayOf(Date.parse(initial)));
  const [tried, setTried] = useState(false);
  const at = startOfDay(day);
  const lacking = at === null && tried;
  return (
    <EditorFrame
      label={t('date')}
      onCancel={onCancel}
      onSubmit={() => {
        if (at === null) setTried(true);
        else onDone(at);
      }}
    >
      <Field
        label={t('date')}
        validationMessage={lacking ? t('dateFault') : null}
        validationState={lacking ? 'error' : 'none'}
      >
        <Input
          className={styles.date}
          max="9999-12-31"
          min="2000-01-01"
          onChange={(_, { value }) => setDay(value)}
          type="date"
          value={day}
        />
      </Field>
    </EditorFrame>
  );
}
