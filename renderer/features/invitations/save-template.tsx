import {
  Button,
  Field,
  Input,
  makeStyles,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { SaveRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { type InvitationKind, InvitationTemplate, type Language } from '#shared/model/invitation.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, width: '300px', maxWidth: '80vw' },
  actions: { display: 'flex', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  error: { color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  /** The template that the words began with; saving under its name replaces it. */
  readonly from: InvitationTemplate | null;
  readonly kind: InvitationKind;
  readonly language: Language;
  readonly shown: { readonly subject: string; readonly paragraphs: readonly (string | null)[] };
  readonly onSaved: (template: InvitationTemplate) => void;
}

/** Keeps the words of the mail as a template, for oneself or for everybody in the workspace. */
export function SaveTemplate(props: Props) {
  const t = useT('composer.words');
  const [open, setOpen] = useState(false);
  // It traps no focus: within a dialog, a second trap would hide itself from screen readers.
  return (
    <Popover inline onOpenChange={(_, next) => setOpen(next.open)} open={open} withArrow>
      <PopoverTrigger disableButtonEnhancement>
        <Button icon={<SaveRegular />}>{t('save')}</Button>
      </PopoverTrigger>
      <PopoverSurface aria-label={t('saveTitle')}>
        <SaveForm {...props} onClose={() => setOpen(false)} />
      </PopoverSurface>
    </Popover>
  );
}

function SaveForm({ from, kind, language, shown, onSaved, onClose }: Props & { readonly onClose: () => void }) {
  const t = useT('composer.words');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [name, setName] = useState(from?.name ?? '');
  const [scope, setScope] = useState(from?.scope ?? 'personal');
  const save = useMutation(
    orpc.invitations.templates.save.mutationOptions({
      onSuccess: (all, template) => {
        queries.setQueryData(orpc.invitations.templates.list.queryKey(), all);
        onSaved(InvitationTemplate.parse(template));
        onClose();
      },
    }),
  );
  const submit = () => {
    if (name.trim() === '') return;
    const replaces = from?.name === name.trim() && from.scope === scope;
    save.mutate({
      id: replaces ? from.id : crypto.randomUUID(),
      name: name.trim(),
      kind,
      language,
      scope,
      subject: shown.subject,
      paragraphs: shown.paragraphs.map((paragraph) => paragraph ?? ''),
    });
  };
  return (
    <div className={styles.form}>
      <Field label={t('name')} required>
        <Input
          maxLength={80}
          ref={takeFocus}
          onChange={(_, { value }) => setName(value)}
          // Enter would submit the composer's form, within which this one stands: forms do not nest.
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            submit();
          }}
          value={name}
        />
      </Field>
      <Field label={t('for')}>
        <RadioGroup onChange={(_, { value }) => setScope(value === 'shared' ? 'shared' : 'personal')} value={scope}>
          <Radio label={t('scopeChoices.personal')} value="personal" />
          <Radio label={t('scopeChoices.shared')} value="shared" />
        </RadioGroup>
      </Field>
      {save.isError && (
        <Text className={styles.error} role="alert" size={200}>
          {problemText(save.error)}
        </Text>
      )}
      <div className={styles.actions}>
        <Button onClick={onClose} size="small">
          {t('cancel')}
        </Button>
        <Button
          appearance="primary"
          disabledFocusable={name.trim() === '' || save.isPending}
          onClick={submit}
          size="small"
        >
          {t('saveNow')}
        </Button>
      </div>
    </div>
  );
}
