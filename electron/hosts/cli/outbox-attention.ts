/** Says that a person must look at so many entries of the outbox. */
export const attentionSentence = (count: number): string =>
  `${count === 1 ? '1 entry of the outbox needs' : `${count} entries of the outbox need`} a person: look at them with the verb outbox, then outbox-retry or outbox-undo.`;
