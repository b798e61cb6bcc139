import { Field, type FieldProps } from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';
import type { Fault } from './profile-form.ts';

interface Props {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly fault: Fault | undefined;
  readonly required?: boolean;
  readonly className?: string | undefined;
  readonly children: FieldProps['children'];
}

/** One field of the profile form with its label, hint and fault. */
export function ProfileField({ label, hint, fault, required = false, className = '', children }: Props) {
  const t = useT('window.welcome.fault');
  return (
    <Field
      className={className}
      hint={hint ?? null}
      label={label}
      required={required}
      validationMessage={fault ? t(fault.kind, { line: fault.line }) : null}
      validationState={fault ? 'error' : 'none'}
    >
      {children}
    </Field>
  );
}
