import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import { useWidth } from '#renderer/ui/use-width.ts';
import { useT } from './i18n.tsx';
import { LANDMARKS } from './landmarks.ts';
import { useView } from './view.ts';

/** The least widths in CSS pixels; where both have no room side by side, the pane covers the list. */
const LEAST = { list: 400, side: 440 } as const;
const STEP = 32;

const useStyles = makeStyles({
  root: {
    display: 'flex',
    position: 'relative',
    flexGrow: 1,
    minWidth: 0,
    outline: 'none',
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingHorizontalS} 0`,
  },
  unseen: { ...UNSEEN, margin: 0 },
  main: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    outline: 'none',
  },
  back: {
    alignSelf: 'flex-start',
    flexShrink: 0,
    margin: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} 0`,
  },
  covered: { visibility: 'hidden' },
  side: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    minWidth: 0,
    boxSizing: 'border-box',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    outline: 'none',
  },
  covering: {
    position: 'absolute',
    top: 0,
    bottom: tokens.spacingHorizontalS,
    insetInlineStart: 0,
    insetInlineEnd: tokens.spacingHorizontalS,
  },
  separator: {
    flexShrink: 0,
    width: tokens.spacingHorizontalS,
    border: 'none',
    margin: 0,
    cursor: 'col-resize',
    touchAction: 'none',
    position: 'relative',
    '::after': {
      content: '""',
      position: 'absolute',
      insetBlock: tokens.spacingVerticalXL,
      insetInlineStart: '3px',
      width: '2px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: 'transparent',
    },
    ':hover::after': { backgroundColor: tokens.colorNeutralStroke1Hover },
    ':focus-visible': { outline: 'none' },
    ':focus-visible::after': { backgroundColor: tokens.colorStrokeFocus2 },
  },
});

interface Props {
  /** Names the page where the pane covers its heading. */
  readonly title: string;
  readonly children: ReactNode;
  /** What stands beside (or, where there is no room, over) the main part; nothing when falsy. */
  readonly side: ReactNode;
  /** Names what stands there. */
  readonly sideLabel: string;
  /** Names the handle that makes it wider. */
  readonly resizeLabel: string;
  readonly onClose: () => void;
  readonly least?: { readonly list: number; readonly side: number };
}

/** A main part with a resizable pane at its side. The main part stays mounted and keeps its place throughout. */
export function SplitPane({ title, children, side, sideLabel, resizeLabel, onClose, least = LEAST }: Props) {
  const t = useT('window.list');
  const styles = useStyles();
  const [root, width] = useWidth<HTMLDivElement>();
  const paneWidth = useView((view) => view.paneWidth);
  const setPaneWidth = useView((view) => view.setPaneWidth);
  const pane = useRef<HTMLElement>(null);

  const open = Boolean(side);
  const covering = open && width > 0 && width < least.list + least.side;
  const most = Math.max(least.side, width - least.list);
  const clamp = (wanted: number) => Math.round(Math.min(most, Math.max(least.side, wanted)));
  const sideWidth = clamp(paneWidth ?? width * 0.46);

  // A covered list can't hold the focus, and a closed pane must not take it away with it.
  useEffect(() => {
    if (covering) pane.current?.focus();
  }, [covering]);
  const wasOpen = useRef(open);
  useEffect(() => {
    const closed = wasOpen.current && !open;
    wasOpen.current = open;
    if (!closed || document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus({ preventScroll: true });
  }, [open, root]);

  const onDrag = (event: PointerEvent<HTMLElement>) => {
    const edge = root.current?.getBoundingClientRect().right;
    if (edge === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setPaneWidth(clamp(edge - event.clientX));
  };
  const onPaneKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // What opens from the pane (menus, dialogs) takes Escape for itself, and lies outside it in the document.
    const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.key !== 'Escape' || event.defaultPrevented || !inside) return;
    event.preventDefault();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: clamp(sideWidth + STEP),
      ArrowRight: clamp(sideWidth - STEP),
      Home: most,
      End: least.side,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setPaneWidth(next);
  };

  return (
    <main className={styles.root} id="list" ref={root} tabIndex={-1}>
      {/* Its heading goes with the list; the page keeps one. */}
      {covering && <h1 className={styles.unseen}>{title}</h1>}
      <div className={mergeClasses(styles.main, covering && styles.covered)} id={LANDMARKS.list} tabIndex={-1}>
        {children}
      </div>
      {open && !covering && (
        <hr
          aria-controls={LANDMARKS.dossier}
          aria-label={resizeLabel}
          aria-orientation="vertical"
          aria-valuemax={most}
          aria-valuemin={least.side}
          aria-valuenow={sideWidth}
          className={styles.separator}
          onDoubleClick={() => setPaneWidth(null)}
          onKeyDown={onKeyDown}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onDrag}
          tabIndex={0}
        />
      )}
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveElementInteractions: keys pressed in what it holds pass through it
        <section
          aria-label={sideLabel}
          className={mergeClasses(styles.side, covering && styles.covering)}
          id={LANDMARKS.dossier}
          onKeyDown={onPaneKeyDown}
          ref={pane}
          style={covering ? {} : { width: sideWidth }}
          tabIndex={-1}
        >
          {covering && (
            <Button
              appearance="subtle"
              className={styles.back}
              icon={<ArrowLeftRegular />}
              onClick={onClose}
              size="small"
            >
              {t('back')}
            </Button>
          )}
          {side}
        </section>
      )}
    </main>
  );
}
