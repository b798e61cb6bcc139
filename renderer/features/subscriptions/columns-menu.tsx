import {
  Menu,
  MenuButton,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ColumnTripleRegular } from '@fluentui/react-icons';
import { useT } from '#renderer/app/i18n.tsx';
import { useView } from '#renderer/app/view.ts';
import { SubscriptionAction } from '#shared/model/policy.ts';
import { useToolStyles } from './tool-styles.ts';

interface Props {
  /** Show the icon alone. */
  readonly compact: boolean;
  /** Whether a chosen column finds no room in the list now. */
  readonly hidden: (action: string) => boolean;
}

/** Chooses which actions stand as columns; the menu stays open, so that several can be chosen at a time. */
export function ColumnsMenu({ compact, hidden }: Props) {
  const t = useT();
  const styles = useToolStyles();
  const chosen = useView((view) => view.answerColumns);
  const setChosen = useView((view) => view.setAnswerColumns);
  const label = t('capabilities.columns.button');
  return (
    <Menu
      checkedValues={{ answers: [...chosen] }}
      persistOnItemClick
      onCheckedValueChange={(_, { checkedItems }) =>
        // In the order of the policy's own list, whichever was chosen first.
        setChosen(SubscriptionAction.options.filter((action) => checkedItems.includes(action)))
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          aria-label={label}
          className={styles.button}
          icon={<ColumnTripleRegular />}
          size="small"
          {...(compact ? { menuIcon: null, title: label } : {})}
        >
          {!compact && label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuGroup>
            <MenuGroupHeader>{t('capabilities.columns.title')}</MenuGroupHeader>
            {SubscriptionAction.options.map((action) => (
              <MenuItemCheckbox
                key={action}
                name="answers"
                secondaryContent={hidden(action) ? t('capabilities.columns.noRoom') : null}
                value={action}
              >
                {t(`terms.actions.${action}`)}
              </MenuItemCheckbox>
            ))}
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
