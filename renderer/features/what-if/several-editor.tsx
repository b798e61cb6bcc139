import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { EditorFrame } from './editor-frame.tsx';

const useStyles = makeStyles({
  root: { margin: 0, padding: 0, border: 'none', minWidth: 0 },
  legend: {
    padding: 0,
    marginBottom: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  options: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
    alignItems: 'start',
  },
  fault: { color: tokens.colorStatusDangerForeground1 },
});

interface Props<Option extends string> {
  /** What is chosen here. */
  readonly label: string;
  readonly options: readonly Option[];
  readonly nameOf: (option: Option) => string;
  readonly initial: readonly Option[];
  /** Said where nothing is chosen; left out where nothing is a choice too. */
  readonly fault?: string;
  readonly onDone: (chosen: Option[]) => void;
  readonly onCancel: () => void;
}

/** Asks for any number of options, in the order in which the glossary has them. */
export function SeveralEditor<Option extends string>(props: Props<Option>) {
  const { label, options, nameOf, initial, fault, onDone, onCancel } = props;
  const styles = useStyles();
  const [chosen, setChosen] = useState(() => options.filter((option) => initial.includes(option)));
  const [tried, setTried] = useState(false);
  const lacking = fault !== undefined && chosen.length === 0;
  return (
    <EditorFrame
      label={label}
      onCancel={onCancel}
      onSubmit={() => {
        if (lacking) setTried(true);
        else onDone(chosen);
      }}
    >
      <fieldset className={styles.root}>
        <legend className={styles.legend}>{label}</legend>
        <div className={styles.options}>
          {options.map((option) => (
            <Checkbox
              checked={chosen.includes(option)}
              key={option}
              label={nameOf(option)}
              onChange={(_, { checked }) =>
                setChosen(options.filter((one) => (one === option ? checked === true : chosen.includes(one))))
              }
            />
          ))}
        </div>
        {lacking && tried && (
          <Text className={styles.fault} role="alert" size={200}>
            {fault}
          </Text>
        )}
      </fieldset>
    </EditorFrame>
  );
}
