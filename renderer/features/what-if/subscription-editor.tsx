import { Dropdown, Field, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import type { Subscription } from '#shared/model/subscription.ts';
import { EditorFrame } from './editor-frame.tsx';

interface Props<Value extends string> {
  /** What is supposed of the subscription. */
  readonly label: string;
  readonly subscriptions: readonly Subscription[];
  readonly options: readonly Value[];
  readonly nameOf: (value: Value) => string;
  /** What it has now, or is supposed to have; `null` where that is not known. */
  readonly currentOf: (subscription: Subscription) => Value | null;
  readonly onDone: (subscription: Subscription, value: Value) => void;
  readonly onCancel: () => void;
}

/** Asks of which subscription something is supposed, and what. The one selected in the dossier is offered first. */
export function SubscriptionEditor<Value extends string>(props: Props<Value>) {
  const { label, subscriptions, options, nameOf, currentOf, onDone, onCancel } = props;
  const t = useT('whatIf.editor');
  const selected = useView((view) => view.subscription);
  const [subscription, setSubscription] = useState(
    () => subscriptions.find(({ id }) => id === selected) ?? subscriptions[0],
  );
  const [value, setValue] = useState(() => subscription && currentOf(subscription));
  return (
    <EditorFrame
      label={label}
      onCancel={onCancel}
      onSubmit={() => {
        if (subscription && value) onDone(subscription, value);
      }}
    >
      <Field label={t('subscription')}>
        <Dropdown
          onOptionSelect={(_, { optionValue }) => {
            const next = subscriptions.find(({ id }) => id === optionValue);
            setSubscription(next);
            setValue(next && currentOf(next));
          }}
          selectedOptions={subscription ? [subscription.id] : []}
          value={subscription?.name ?? ''}
        >
          {subscriptions.map(({ id, name }) => (
            <Option key={id} text={name} value={id}>
              {name}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Field label={label}>
        <Dropdown
          onOptionSelect={(_, { optionValue }) => setValue(options.find((option) => option === optionValue))}
          selectedOptions={value ? [value] : []}
          value={value ? nameOf(value) : ''}
        >
          {options.map((option) => (
            <Option key={option} text={nameOf(option)} value={option}>
              {nameOf(option)}
            </Option>
          ))}
        </Dropdown>
      </Field>
    </EditorFrame>
  );
}
