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
  Text,
  tokens,
} from '@fluentui/react-components';
import { TagRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { ChannelDot } from '#renderer/ui/channel-badge.tsx';
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
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
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
            aria-label={t('dossier.subscriptions.declareChannelOf', { name: subscription.name })}
            className={styles.trigger}
            disabledFocusable={declare.isPending}
            icon={<TagRegular />}
            size="small"
          >
            {t('dossier.subscriptions.declareChannel')}
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
