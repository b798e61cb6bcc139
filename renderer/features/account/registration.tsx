import { Button, Field, Input, Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { takeFocus } from '#renderer/ui/keep-focus.ts';
import { ApplicationId } from '#shared/model/ids.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  text: { margin: 0, color: tokens.colorNeutralForeground2, textWrap: 'pretty' },
  mono: { fontFamily: tokens.fontFamilyMonospace },
  acts: { display: 'flex', justifyContent: 'flex-end', columnGap: tokens.spacingHorizontalS },
  line: {
    flexGrow: 1,
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: 'anywhere',
  },
  change: { fontSize: 'inherit', lineHeight: 'inherit' },
});

interface Props {
  readonly clientId: ApplicationId | null;
  readonly partner: string;
  readonly onDone: () => void;
  /** Where there is a registration to go back to. */
  readonly onCancel?: () => void;
}

/** Asks which app registration of the partner staff sign in with. */
export function Registration({ clientId, partner, onDone, onCancel }: Props) {
  const t = useT('account');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string>(clientId ?? '');
  const [tried, setTried] = useState(false);
  const register = useMutation(
    orpc.account.register.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: orpc.account.key() });
        onDone();
      },
    }),
  );
  const read = ApplicationId.safeParse(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (read.success && !register.isPending) register.mutate({ clientId: read.data });
  };
  const wrong = tried && !read.success;
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <h3 className={styles.title}>{t('registration.title')}</h3>
      <p className={styles.text}>{t('registration.text', { partner })}</p>
      <Field
        label={t('registration.label')}
        required
        {...(wrong
          ? { validationMessage: t('registration.wrong'), validationState: 'error' as const }
          : { hint: t('registration.hint') })}
      >
        <Input
          autoComplete="off"
          className={styles.mono}
          onChange={(_, { value }) => setTyped(value)}
          ref={takeFocus}
          spellCheck={false}
          value={typed}
        />
      </Field>
      {register.isError && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(register.error)}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.acts}>
        {onCancel && <Button onClick={onCancel}>{t('dialog.cancel')}</Button>}
        <Button appearance="primary" disabledFocusable={register.isPending} type="submit">
          {t('registration.save')}
        </Button>
      </div>
    </form>
  );
}

/** Which app registration is used, and the way to another. */
export function RegistrationLine(props: { readonly clientId: ApplicationId; readonly onChange: () => void }) {
  const t = useT('account.registration');
  const styles = useStyles();
  return (
    <div className={styles.line}>
      {t('line', { id: props.clientId })}
      <Link as="button" className={styles.change} onClick={props.onChange}>
        {t('change')}
      </Link>
    </div>
  );
}
