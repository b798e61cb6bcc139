import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import type { Instant } from '#shared/model/ids.ts';
import { dayAhead, dayOf } from './choices.ts';
import { EditorFrame } from './editor-frame.tsx';

const useStyles = makeStyles({ date: { width: '200px' } });

interface Props {
  readonly initial: Instant;
  readonly onDone: (at: Instant) => void;
  readonly onCancel: () => void;
}

/** Asks for a day, today or later; the clock is to stand at its beginning. */
export function DateEditor({ initial, onDone, onCancel }: Props) {
  const t = useT('whatIf.editor');
  const format = useFormat();
  const styles = useStyles();
  const now = Date.now();
  const [day, setDay] = useState(() => dayOf(Date.parse(initial)));
  const [tried, setTried] = useState(false);
  const at = dayAhead(day, now);
  const fault = () => {
    if (!tried) return null;
    if (at === 'past') return t('datePast', { today: format.date(new Date(now).toISOString()) });
    return at === 'no-day' ? t('dateFault') : null;
  };
  return (
    <EditorFrame
      label={t('date')}
      onCancel={onCancel}
      onSubmit={() => {
        if (at === 'past' || at === 'no-day') setTried(true);
        else onDone(at);
      }}
    >
      <Field label={t('date')} validationMessage={fault()} validationState={fault() === null ? 'none' : 'error'}>
        <Input
          className={styles.date}
          max="9999-12-31"
          min={dayOf(now)}
          onChange={(_, { value }) => setDay(value)}
          type="date"
          value={day}
        />
      </Field>
    </EditorFrame>
  );
}
