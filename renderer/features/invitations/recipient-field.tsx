import { Field, Input } from '@fluentui/react-components';
import { useProblemText } from '#renderer/app/problem.ts';

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly to: string;
  /** What the main side has against it. */
  readonly error: unknown;
  readonly onChange: (to: string) => void;
  readonly onLeave: () => void;
}

/** Whom a mail goes to; several addresses are separated by commas. */
export function RecipientField({ label, hint, placeholder, to, error, onChange, onLeave }: Props) {
  const problemText = useProblemText();
  return (
    <Field
      label={label}
      required
      {...(error ? { validationMessage: problemText(error), validationState: 'error' as const } : { hint })}
    >
      <Input
        autoComplete="off"
        inputMode="email"
        onBlur={onLeave}
        onChange={(_, { value }) => onChange(value)}
        placeholder={placeholder}
        spellCheck={false}
        value={to}
      />
    </Field>
  );
}
