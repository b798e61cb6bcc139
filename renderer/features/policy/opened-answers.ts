import { useState } from 'react';
import { useView } from '#renderer/app/view.ts';
import type { CustomerId, SubscriptionId } from '#shared/model/ids.ts';
import type { ActionName, Capability } from '#shared/model/policy.ts';

/** What an answer is told by among the answers to one thing. */
export const keyOf = ({ action, properties }: Pick<Capability, 'action' | 'properties'>): string =>
  `${action} ${JSON.stringify(properties)}`;

/** Which answers stand open, by their keys: those that the person opens, and the one that a cell of the list led to. */
export function useOpened(customer: CustomerId, subscription: SubscriptionId | undefined) {
  const view = useView();
  const wanted = subscription !== undefined && subscription === view.subscription ? view.answer : null;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [led, setLed] = useState<ActionName | null>(null);
  if (wanted !== led) {
    setLed(wanted);
    // Answers on a subscription have no particulars.
    if (wanted !== null) setOpened(new Set([...opened, keyOf({ action: wanted, properties: {} })]));
  }
  const toggle = (key: string) => {
    const closes = opened.has(key);
    setOpened(new Set(closes ? [...opened].filter((one) => one !== key) : [...opened, key]));
    // Once it is closed again, the same cell must lead here anew.
    if (closes && wanted !== null && key === keyOf({ action: wanted, properties: {} })) {
      view.openCustomer(customer, subscription);
    }
  };
  return { opened, toggle, wanted };
}
