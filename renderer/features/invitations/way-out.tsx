import { CopyRegular, MailArrowUpRegular, PrintRegular, TextTRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';

/** What can be done with a mail besides keeping its draft. */
export const WAYS_OUT = ['open', 'rich', 'plain', 'print'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

export const WAY_OUT_ICONS: Record<WayOut, ReactElement> = {
  open: <MailArrowUpRegular />,
  rich: <CopyRegular />,
  plain: <TextTRegular />,
  print: <PrintRegular />,
};
