import { Button, makeStyles, Popover, PopoverSurface, PopoverTrigger, Text, tokens } from '@fluentui/react-components';
import { TagMultipleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { Tag } from '#shared/model/dossier.ts';
import type { CustomerId } from '#shared/model/ids.ts';
import { TagField } from './tag-field.tsx';
import { useKnownTags, useMayChange, useTagging } from './use-tags.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '420px' },
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  tools: { display: 'flex', columnGap: tokens.spacingHorizontalS },
  error: { color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly customers: readonly CustomerId[];
  /** More customers are still to be picked. */
  readonly waiting: boolean;
}

/** Puts a tag on all of the picked customers, or takes it off, and says how many changed by it. */
export function BulkTags({ customers, waiting }: Props) {
  const t = useT('tags');
  const styles = useStyles();
  const problemText = useProblemText();
  const known = useKnownTags();
  const tagging = useTagging();
  const mayChange = useMayChange();
  const [typed, setTyped] = useState('');
  const tag = Tag.safeParse(typed);
  const change = (on: boolean) => {
    if (tag.success && !tagging.isPending) tagging.mutate({ customers: [...customers], tag: tag.data, on });
  };
  const idle = tag.success && !tagging.isPending;
  return (
    <Popover
      onOpenChange={() => {
        setTyped('');
        if (!tagging.isPending) tagging.reset();
      }}
      positioning={{ position: 'above', align: 'end' }}
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button disabledFocusable={!mayChange || waiting} icon={<TagMultipleRegular />} size="small">
          {t('bulk')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('bulkTitle', { count: customers.length })} className={styles.surface}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            change(true);
          }}
        >
          <h2 className={styles.title}>{t('bulkTitle', { count: customers.length })}</h2>
          <TagField
            known={known}
            onChange={(next) => {
              setTyped(next);
              if (!tagging.isPending) tagging.reset();
            }}
            value={typed}
          />
          <div className={styles.tools}>
            <Button appearance="primary" disabledFocusable={!idle} type="submit">
              {t('addNow')}
            </Button>
            <Button disabledFocusable={!idle} onClick={() => change(false)}>
              {t('removeNow')}
            </Button>
          </div>
          <div role="status">
            {tagging.isSuccess && (
              <Text size={200}>
                {t(tagging.variables.on ? 'tagged' : 'untagged', {
                  count: tagging.data.changed,
                  tag: tagging.variables.tag,
                })}
              </Text>
            )}
            {tagging.isSuccess && tagging.data.unreadable > 0 && (
              <Text className={styles.error} size={200}>
                {t('unreadable', { count: tagging.data.unreadable })}
              </Text>
            )}
          </div>
          {tagging.isError && (
            <Text className={styles.error} role="alert" size={200}>
              {problemText(tagging.error)}
            </Text>
          )}
        </form>
      </PopoverSurface>
    </Popover>
  );
}
