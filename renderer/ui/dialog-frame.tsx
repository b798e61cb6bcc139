import {
  Button,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useKeptFocus } from './keep-focus.ts';

const useStyles = makeStyles({
  surface: { maxWidth: 'calc(100vw - 32px)' },
  body: { maxHeight: 'calc(100vh - 96px)' },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minHeight: 0 },
});

type ClassName = string | false | undefined;

interface Props {
  readonly title: ReactNode;
  /** What the cross in the corner is called. */
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** It cannot be closed for now. */
  readonly held?: boolean;
  /** How wide it is, where there is room. */
  readonly surfaceClass: ClassName;
  readonly bodyClass?: ClassName;
  readonly contentClass?: ClassName;
  /** What stands beneath the part that scrolls. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A dialog in which something is done: title and cross stay, the middle scrolls, never larger than the window. It keeps
 * the focus whatever leaves it, and Escape closes it.
 */
export function DialogFrame(props: Props) {
  const { title, closeLabel, onClose, held = false, surfaceClass, bodyClass, contentClass, actions, children } = props;
  const styles = useStyles();
  const surface = useKeptFocus();
  const close = () => {
    if (!held) onClose();
  };
  return (
    <Dialog modalType="modal" onOpenChange={(_, { open }) => !open && close()} open>
      <DialogSurface className={mergeClasses(styles.surface, surfaceClass)} ref={surface}>
        <DialogBody className={mergeClasses(styles.body, bodyClass)}>
          <DialogTitle
            action={
              <Button
                appearance="subtle"
                aria-label={closeLabel}
                disabledFocusable={held}
                icon={<DismissRegular />}
                onClick={close}
              />
            }
          >
            {title}
          </DialogTitle>
          <DialogContent className={mergeClasses(styles.content, contentClass)}>{children}</DialogContent>
          {actions}
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
