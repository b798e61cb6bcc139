import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { focusList } from './focus-list.ts';
import { type Said, useSaid } from './said.ts';

/** How long the line stands when nobody looks at it, in milliseconds; undoing stays in the menu after that. */
const STANDS = 12_000;

const useStyles = makeStyles({
  place: {
    position: 'fixed',
    insetInline: 0,
    bottom: tokens.spacingVerticalXXL,
    display: 'flex',
    justifyContent: 'center',
    pointerEvents: 'none',
    zIndex: 1000,
  },
  line: {
    pointerEvents: 'auto',
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    maxWidth: 'min(720px, calc(100vw - 48px))',
    minHeight: '40px',
    boxSizing: 'border-box',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
    color: tokens.colorNeutralForeground1,
  },
  icon: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1, '& svg': { display: 'block' } },
  failed: { color: tokens.colorStatusDangerForeground1 },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  of: { fontWeight: tokens.fontWeightSemibold },
  button: { flexShrink: 0, minWidth: 0 },
  offer: { color: tokens.colorBrandForegroundLink, ':hover': { color: tokens.colorBrandForegroundLinkHover } },
});

/** Tells at the window's foot what was just done to an invitation, and offers to undo it; Ctrl+Z does as well. */
export function SaidLine() {
  const styles = useStyles();
  const said = useSaid((store) => store.said);
  return (
    <div className={styles.place}>
      {/* It stands there empty, or its first words would not be read out. */}
      <div aria-live="polite" role="status">
        {said && <Line said={said} />}
      </div>
    </div>
  );
}

function Line({ said }: { readonly said: Said }) {
  const t = useT('pipeline.said');
  const styles = useStyles();
  const clear = useSaid((store) => store.clear);
  const [held, setHeld] = useState(false);
  // What failed stands until somebody has read it.
  const stays = held || said.failed === true;
  useEffect(() => {
    if (stays) return undefined;
    const timer = setTimeout(() => useSaid.getState().said === said && clear(), STANDS);
    return () => clearTimeout(timer);
  }, [said, stays, clear]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const wanted = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key === 'z';
      if (!wanted || !said.offer?.undoes || takesText(event.target)) return;
      // A dialog over the window keeps the keys to itself.
      if (document.querySelector('[aria-modal="true"]')) return;
      event.preventDefault();
      said.offer.act();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [said]);
  const { offer } = said;
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: it only notices that somebody is about to use what it holds
    <section
      aria-label={t('label')}
      className={styles.line}
      onBlur={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <span aria-hidden="true" className={mergeClasses(styles.icon, said.failed && styles.failed)}>
        {said.failed ? <ErrorCircleRegular /> : <CheckmarkCircleRegular />}
      </span>
      <span className={styles.text}>
        {said.of !== undefined && <strong className={styles.of}>{said.of}</strong>} {said.text}
      </span>
      {offer && (
        <Button
          appearance="transparent"
          className={mergeClasses(styles.button, styles.offer)}
          onClick={() => {
            // This button goes with what it offers.
            focusList();
            offer.act();
          }}
          size="small"
          title={offer.hint ?? offer.label}
        >
          {offer.label}
        </Button>
      )}
      <Button
        appearance="subtle"
        aria-label={t('dismiss')}
        className={styles.button}
        icon={<DismissRegular />}
        onClick={() => {
          focusList();
          clear();
        }}
        size="small"
      />
    </section>
  );
}

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
