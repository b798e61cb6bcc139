import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import { TagRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { ChannelDot } from '#renderer/ui/channel-dot.tsx';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { DeclarableChannel, type Subscription } from '#shared/model/subscription.ts';

const useStyles = makeStyles({
  trigger: {
    minWidth: 'auto',
    height: '20px',
    padding: `0 ${tokens.spacingHorizontalXXS}`,
    '& .fui-Button__icon': {
      fontSize: '14px',
      width: '14px',
      height: '14px',
      marginRight: tokens.spacingHorizontalXXS,
    },
  },
  header: { maxWidth: '28ch', whiteSpace: 'normal', height: 'auto', fontWeight: tokens.fontWeightRegular },
  item: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  error: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  iconOnly: { width: '20px', '& .fui-Button__icon': { marginRight: 0 } },
  spoken: UNSEEN,
});

/** Whether staff may say how it was bought: not when a source has said so. */
export function isDeclarable({ channel }: Subscription): boolean {
  return channel.basis !== 'observed';
}

/** A small menu by which staff declare the purchase channel of a subscription. */
export function DeclareChannel({
  customer,
  subscription,
}: {
  readonly customer: CustomerId;
  readonly subscription: Subscription;
}) {
  const t = useT();
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const name = t('dossier.subscriptions.declareChannelOf', { name: subscription.name });
  // Once somebody has said it the badge tells; saying it again needs no words.
  const declared = subscription.channel.value !== 'unknown';
  const declare = useMutation(
    orpc.subscriptions.attribute.mutationOptions({
      onSuccess: () =>
        Promise.all(
          [orpc.customers.key(), orpc.subscriptions.key(), orpc.policy.key()].map((queryKey) =>
            queries.invalidateQueries({ queryKey }),
          ),
        ),
    }),
  );
  return (
    <>
      <Menu
        checkedValues={{ channel: [subscription.channel.value] }}
        onCheckedValueChange={(_, { checkedItems }) => {
          const channel = DeclarableChannel.safeParse(checkedItems[0]);
          if (channel.success) declare.mutate({ customer, subscription: subscription.id, channel: channel.data });
        }}
      >
        <MenuTrigger disableButtonEnhancement>
          <Button
            appearance="subtle"
            aria-label={name}
            className={mergeClasses(styles.trigger, declared && styles.iconOnly)}
            disabledFocusable={declare.isPending}
            icon={<TagRegular />}
            size="small"
            title={name}
          >
            {!declared && t('dossier.subscriptions.declareChannel')}
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader className={styles.header}>{t('dossier.subscriptions.declareHint')}</MenuGroupHeader>
              {DeclarableChannel.options.map((channel) => (
                <MenuItemRadio
                  key={channel}
                  name="channel"
                  title={t(`terms.channelMeanings.${channel}`)}
                  value={channel}
                >
                  <span className={styles.item}>
                    <ChannelDot channel={channel} />
                    {t(`terms.channels.${channel}`)}
                  </span>
                </MenuItemRadio>
              ))}
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
      {declare.isError && (
        <Text className={styles.error} role="alert">
          {problemText(declare.error)}
        </Text>
      )}
      <span className={styles.spoken} role="status">
        {declare.isSuccess &&
          t('dossier.subscriptions.declared', {
            name: subscription.name,
            channel: t(`terms.channels.${declare.data.channel}`),
          })}
      </span>
    </>
  );
}
