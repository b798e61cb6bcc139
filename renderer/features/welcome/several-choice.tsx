import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useId } from 'react';
import { ProfileField } from './profile-field.tsx';
import type { Fault } from './profile-form.ts';

const useStyles = makeStyles({
  options: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
    alignItems: 'start',
    margin: 0,
    padding: 0,
    border: 'none',
    minWidth: 0,
  },
});

interface Props<Option extends string> {
  readonly label: string;
  readonly options: readonly Option[];
  readonly nameOf: (option: Option) => string;
  readonly value: readonly Option[];
  readonly fault: Fault | undefined;
  readonly className?: string;
  readonly onChange: (value: Option[]) => void;
}

/** Any number of options, in the order in which the glossary has them. */
export function SeveralChoice<Option extends string>(props: Props<Option>) {
  const { label, options, nameOf, value, fault, className, onChange } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <ProfileField className={className} fault={fault} label={label} required>
      {(field) => (
        <fieldset
          aria-describedby={field['aria-describedby']}
          aria-labelledby={field['aria-labelledby']}
          className={styles.options}
        >
          {options.map((option) => (
            <Checkbox
              checked={value.includes(option)}
              // Else the field gives all of them its own id and name, and every label belongs to the first.
              aria-labelledby={`${id}-${option}-label`}
              id={`${id}-${option}`}
              key={option}
              label={{ children: nameOf(option), id: `${id}-${option}-label` }}
              // The group is required, not each of its options.
              required={false}
              onChange={(_, { checked }) =>
                onChange(options.filter((other) => (other === option ? checked === true : value.includes(other))))
              }
            />
          ))}
        </fieldset>
      )}
    </ProfileField>
  );
}
