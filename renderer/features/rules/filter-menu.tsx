import {
  Menu,
  MenuButton,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { useT } from '#renderer/app/i18n.tsx';

const useStyles = makeStyles({
  button: {
    flexShrink: 1,
    minWidth: 0,
    maxWidth: '100%',
    fontWeight: tokens.fontWeightRegular,
    columnGap: tokens.spacingHorizontalXXS,
  },
  narrowing: {
    color: tokens.colorBrandForeground1,
    borderTopColor: tokens.colorBrandStroke1,
    borderInlineEndColor: tokens.colorBrandStroke1,
    borderBottomColor: tokens.colorBrandStroke1,
    borderInlineStartColor: tokens.colorBrandStroke1,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { color: tokens.colorBrandForeground1 },
  },
  label: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  popover: { maxWidth: 'min(400px, 90vw)' },
  list: { maxWidth: 'none' },
});

export interface Choice {
  /** Tells the choices of one menu apart. */
  readonly key: string;
  readonly label: string;
  readonly choose: () => void;
}

export interface ChoiceGroup {
  /** `null` stands without a heading. */
  readonly heading: string | null;
  readonly choices: readonly Choice[];
}

interface Props {
  /** What is chosen here: "Program". */
  readonly name: string;
  readonly groups: readonly ChoiceGroup[];
  /** Key of the present choice. */
  readonly chosen: string;
  /** Whether the present choice leaves anything out; the button then stands out and says the choice. */
  readonly narrowing: boolean;
}

/** One way to narrow a list, as a menu whose button says what is chosen. */
export function FilterMenu({ name, groups, chosen, narrowing }: Props) {
  const t = useT('ruleBrowser.filter');
  const styles = useStyles();
  const choices = groups.flatMap((group) => group.choices);
  const value = choices.find(({ key }) => key === chosen)?.label ?? name;
  return (
    <Menu
      checkedValues={{ [name]: [chosen] }}
      onCheckedValueChange={(_, { checkedItems: [picked] }) => choices.find(({ key }) => key === picked)?.choose()}
      positioning={{ autoSize: 'height', overflowBoundaryPadding: 8, position: 'below', align: 'start' }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          aria-label={t('chosen', { name, value })}
          className={mergeClasses(styles.button, narrowing && styles.narrowing)}
          size="small"
        >
          <span className={styles.label}>{narrowing ? value : name}</span>
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList className={styles.list}>
          {groups.map(({ heading, choices: members }) => (
            <MenuGroup key={heading}>
              {heading !== null && <MenuGroupHeader>{heading}</MenuGroupHeader>}
              {members.map(({ key, label }) => (
                <MenuItemRadio key={key} name={name} value={key}>
                  {label}
                </MenuItemRadio>
              ))}
            </MenuGroup>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
