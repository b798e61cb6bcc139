import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { ProfileFields } from './profile-fields.tsx';
import { faultsOf, type ProfileForm, profileOf } from './profile-form.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXXL}`,
  },
  title: {
    margin: `0 0 ${tokens.spacingVerticalL}`,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  foot: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    alignItems: 'flex-end',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXXL}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  bar: { alignSelf: 'stretch' },
});

interface Props {
  readonly form: ProfileForm;
  readonly onChange: (form: ProfileForm) => void;
  /** The file that filled the form; its faults are shown at once. */
  readonly file: string | null;
}

/** The profile form and the button that makes the workspace. */
export function CreateWorkspace({ form, onChange, file }: Props) {
  const t = useT('window.welcome');
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const element = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const create = useMutation(orpc.workspace.create.mutationOptions({ onSuccess: () => queries.invalidateQueries() }));

  const faults = faultsOf(form);
  const shown = tried || file !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(faults.fields).length === 0 && faults.other === null) {
      create.mutate({ profile: profileOf(form) });
      return;
    }
    // The faults are in the document after this event.
    setTimeout(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit} ref={element}>
      <div className={styles.scroll}>
        <h2 className={styles.title} id="profile">
          {file === null ? t('formTitle') : t('formTitleRead')}
        </h2>
        <ProfileFields faults={shown ? faults.fields : {}} form={form} onChange={onChange} />
      </div>
      <div className={styles.foot}>
        {shown && faults.other && (
          <MessageBar className={styles.bar} intent="error" layout="multiline">
            <MessageBarBody>{t('otherFault', faults.other)}</MessageBarBody>
          </MessageBar>
        )}
        {create.isError && (
          <MessageBar className={styles.bar} intent="error" layout="multiline">
            <MessageBarBody>{problemText(create.error)}</MessageBarBody>
          </MessageBar>
        )}
        <Button appearance="primary" disabled={create.isPending} size="large" type="submit">
          {create.isPending ? t('creating') : t('create')}
        </Button>
      </div>
    </form>
  );
}
