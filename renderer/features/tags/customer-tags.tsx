import {
  Button,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  TagGroup,
  Tag as TagMark,
  Text,
  tokens,
} from '@fluentui/react-components';
import { TagAddRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { UNSEEN } from '#renderer/ui/unseen.ts';
import { type Dossier, Tag } from '#shared/model/dossier.ts';
import { TagField } from './tag-field.tsx';
import { useKnownTags, useMayChange, useTagging } from './use-tags.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  group: { display: 'contents' },
  tag: { maxWidth: '220px' },
  add: { minWidth: 0, height: '20px', padding: `0 ${tokens.spacingHorizontalXS}` },
  form: { display: 'flex', alignItems: 'flex-end', columnGap: tokens.spacingHorizontalS },
  error: { color: tokens.colorStatusDangerForeground1, flexBasis: '100%' },
  spoken: UNSEEN,
});

/** The tags of a customer, each with the way to take it off, and a way to put another one on. */
export function CustomerTags({ dossier }: { readonly dossier: Dossier }) {
  const t = useT('tags');
  const styles = useStyles();
  const problemText = useProblemText();
  const tagging = useTagging();
  const mayChange = useMayChange();
  const root = useRef<HTMLElement>(null);
  const { id, tags } = dossier;
  const change = (tag: Tag, on: boolean) => tagging.mutate({ customers: [id], tag, on });
  if (tags.length === 0 && !mayChange) return null;
  return (
    <section aria-label={t('label')} className={styles.root} ref={root}>
      {tags.length > 0 && (
        <TagGroup
          aria-label={t('label')}
          className={styles.group}
          dismissible={mayChange}
          onDismiss={(_, { value }) => {
            change(Tag.parse(value), false);
            // What was pressed goes; the focus must not go with it.
            [...(root.current?.querySelectorAll('button') ?? [])].at(-1)?.focus();
          }}
          size="extra-small"
        >
          {tags.map((tag) => (
            <TagMark
              className={styles.tag}
              {...(mayChange ? { dismissIcon: { 'aria-label': t('remove', { tag }) } } : {})}
              key={tag}
              shape="circular"
              title={tag}
              value={tag}
            >
              {tag}
            </TagMark>
          ))}
        </TagGroup>
      )}
      {mayChange && <AddTag onAdd={(tag) => change(tag, true)} present={tags} />}
      {tagging.isError && (
        <Text className={styles.error} role="alert" size={200}>
          {problemText(tagging.error)}
        </Text>
      )}
      <span className={styles.spoken} role="status">
        {tagging.isSuccess && t(tagging.variables.on ? 'added' : 'removed', { tag: tagging.variables.tag })}
      </span>
    </section>
  );
}

/** A small form over its button, which takes a known tag or a new one. */
function AddTag({ present, onAdd }: { readonly present: readonly string[]; readonly onAdd: (tag: Tag) => void }) {
  const t = useT('tags');
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const known = useKnownTags();
  const tag = Tag.safeParse(typed);
  const add = (named: Tag) => {
    setOpen(false);
    onAdd(named);
  };
  return (
    <Popover
      onOpenChange={(_, next) => {
        setOpen(next.open);
        setTyped('');
      }}
      open={open}
      positioning={{ position: 'below', align: 'start' }}
      trapFocus
    >
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" className={styles.add} icon={<TagAddRegular />} size="small">
          {t('add')}
        </Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('add')}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (tag.success) add(tag.data);
          }}
        >
          <TagField
            known={known.filter((one) => !present.includes(one))}
            onChange={setTyped}
            onPick={add}
            value={typed}
          />
          <Button appearance="primary" disabledFocusable={!tag.success} type="submit">
            {t('addNow')}
          </Button>
        </form>
      </PopoverSurface>
    </Popover>
  );
}
