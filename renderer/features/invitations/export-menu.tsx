import {
  Button,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { DocumentArrowDownRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { WAY_OUT_ICONS, WAYS_OUT, type WayOut } from './way-out.tsx';

const useStyles = makeStyles({
  root: { display: 'flex', flexShrink: 0 },
  first: { borderStartEndRadius: 0, borderEndEndRadius: 0, whiteSpace: 'nowrap' },
  more: {
    borderStartStartRadius: 0,
    borderEndStartRadius: 0,
    borderInlineStartColor: tokens.colorNeutralForegroundOnBrand,
    minWidth: '32px',
    paddingInline: '0',
  },
  moreOff: { borderInlineStartColor: tokens.colorNeutralStrokeDisabled },
});

interface Props {
  readonly disabled: boolean;
  readonly pending: boolean;
  /** The draft itself is what the form's submission exports; this is for all the other ways. */
  readonly onChoose: (way: WayOut) => void;
}

/** Exports the draft, and in its menu the other ways out of the window; each records the invitation first. */
export function ExportMenu({ disabled, pending, onChoose }: Props) {
  const t = useT();
  const styles = useStyles();
  const off = disabled || pending;
  return (
    <div className={styles.root}>
      <Button
        appearance="primary"
        className={styles.first}
        disabledFocusable={off}
        icon={<DocumentArrowDownRegular />}
        type="submit"
      >
        {t(pending ? 'inviting.exporting' : 'inviting.export')}
      </Button>
      <Menu positioning="above-end">
        <MenuTrigger disableButtonEnhancement>
          <MenuButton
            appearance="primary"
            aria-label={t('composer.export.more')}
            className={mergeClasses(styles.more, off && styles.moreOff)}
            disabledFocusable={off}
          />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {WAYS_OUT.map((way) => (
              <MenuItem icon={WAY_OUT_ICONS[way]} key={way} onClick={() => onChoose(way)}>
                {t(`composer.export.${way}`)}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
