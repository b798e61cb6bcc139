import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { ScalesRegular } from '@fluentui/react-icons';
import { useAnswerFilterLabel } from '#renderer/app/filters.tsx';
import { useFormat, useT } from '#renderer/app/i18n.tsx';
import { useOutcomeCounts } from '#renderer/app/lists.ts';
import { useView } from '#renderer/app/view.ts';
import { OutcomeIcon } from '#renderer/ui/outcome-mark.tsx';
import { Outcome, SubscriptionAction } from '#shared/model/policy.ts';
import { useToolStyles } from './tool-styles.ts';

/** Narrows the list by what we may do: first the action, then the answer to it, each counted. */
export function AnswerFilterMenu({ compact }: { readonly compact: boolean }) {
  const t = useT('capabilities.filter');
  const styles = useToolStyles();
  const filterLabel = useAnswerFilterLabel();
  const filter = useView((view) => view.answerFilter);
  const setFilter = useView((view) => view.setAnswerFilter);
  const label = t('button');
  const name = filter === null ? label : t('buttonSet', { filter: filterLabel(filter) });
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton
          appearance="subtle"
          aria-label={name}
          className={styles.button}
          icon={<ScalesRegular />}
          size="small"
          {...(compact ? { menuIcon: null, title: name } : {})}
        >
          {!compact && label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className={styles.popover}>
        <MenuList>
          {SubscriptionAction.options.map((action) => (
            <ActionItem action={action} key={action} />
          ))}
          {filter !== null && (
            <>
              <MenuDivider />
              <MenuItem onClick={() => setFilter(null)}>{t('clear')}</MenuItem>
            </>
          )}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** One action, with its answers beside it. */
function ActionItem({ action }: { readonly action: SubscriptionAction }) {
  const t = useT();
  const styles = useToolStyles();
  const filter = useView((view) => view.answerFilter);
  const setFilter = useView((view) => view.setAnswerFilter);
  const set = filter?.action === action ? filter.outcome : null;
  return (
    <Menu
      checkedValues={{ answer: set === null ? [] : [set] }}
      hasCheckmarks
      onCheckedValueChange={(_, { checkedItems: [value] }) => {
        const outcome = Outcome.safeParse(value);
        if (outcome.success) setFilter({ action, outcome: outcome.data });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem
          className={styles.item}
          secondaryContent={set && <span className={styles.answer}>{t(`capabilities.filter.answers.${set}`)}</span>}
        >
          {t(`terms.actions.${action}`)}
        </MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <Answers action={action} />
      </MenuPopover>
    </Menu>
  );
}

/** The answers to an action; counted when they are looked at, and not before. */
function Answers({ action }: { readonly action: SubscriptionAction }) {
  const t = useT('capabilities.filter.answers');
  const format = useFormat();
  const styles = useToolStyles();
  const counts = useOutcomeCounts(action);
  return (
    <MenuList>
      {Outcome.options.map((outcome) => (
        <MenuItemRadio
          icon={<OutcomeIcon outcome={outcome} />}
          key={outcome}
          name="answer"
          secondaryContent={<span className={styles.count}>{counts && format.number(counts[outcome])}</span>}
          value={outcome}
        >
          {t(outcome)}
        </MenuItemRadio>
      ))}
    </MenuList>
  );
}
