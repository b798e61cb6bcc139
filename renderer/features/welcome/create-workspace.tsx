import { Button, MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { ProtectionChoice } from '#renderer/features/records/protection-choice.tsx';
import { beginProtection, protectionOf } from '#renderer/features/records/protection-form.ts';
import { useMoreBelow } from '#renderer/ui/more-below.ts';
import { faultPhrase } from '#shared/locales/translator.ts';
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
  // Something more lies beneath the edge.
  over: {
    position: 'relative',
    boxShadow: `0 -10px 16px -8px ${tokens.colorNeutralShadowKey}, 0 -4px 8px -4px ${tokens.colorNeutralShadowAmbient}`,
  },
  row: { alignSelf: 'stretch', display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
  more: {
    flexGrow: 1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
  button: { flexShrink: 0, whiteSpace: 'nowrap' },
  bar: { alignSelf: 'stretch' },
  protection: { margin: `${tokens.spacingVerticalXXL} 0 0`, padding: 0, border: 'none', minWidth: 0 },
  legend: {
    padding: `0 0 ${tokens.spacingVerticalM}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
});

/** What has the first fault: a field, or the first option of a choice that nobody made. */
const FAULTY = '[aria-invalid="true"]:not([role="radiogroup"]), [role="radiogroup"][aria-invalid="true"] input';

interface Props {
  readonly form: ProfileForm;
  readonly onChange: (form: ProfileForm) => void;
  /** The file that filled the form; its faults are shown at once. */
  readonly file: string | null;
  /** The system's keychain, by name; `null` where there is none. */
  readonly keychain: string | null;
}

/** The profile form, the choice how the records are kept, and the button that makes the workspace. */
export function CreateWorkspace({ form, onChange, file, keychain }: Props) {
  const t = useT('window.welcome');
  const protect = useT('records.protect');
  const language = useLanguage();
  const styles = useStyles();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const element = useRef<HTMLFormElement>(null);
  const scroll = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const more = useMoreBelow(scroll, end);
  const [tried, setTried] = useState(false);
  const [protectionForm, setProtectionForm] = useState(() => beginProtection(keychain));
  const create = useMutation(orpc.workspace.create.mutationOptions({ onSuccess: () => queries.invalidateQueries() }));

  const faults = faultsOf(form);
  const shown = tried || file !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const protection = protectionOf(protectionForm);
    if (Object.keys(faults.fields).length === 0 && faults.other === null && protection !== null) {
      if (!create.isPending) create.mutate({ profile: profileOf(form), protection });
      return;
    }
    // The faults are in the document after this event.
    setTimeout(() => {
      const faulty = element.current?.querySelector<HTMLElement>(FAULTY);
      faulty?.focus();
      // What is wrong with it stands below it.
      faulty?.scrollIntoView({ block: 'center' });
    });
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit} ref={element}>
      <div className={styles.scroll} ref={scroll}>
        <h2 className={styles.title} id="profile">
          {file === null ? t('formTitle') : t('formTitleRead')}
        </h2>
        <ProfileFields faults={shown ? faults.fields : {}} form={form} onChange={onChange} />
        <fieldset className={styles.protection}>
          <legend className={styles.legend}>{protect('title')}</legend>
          <ProtectionChoice
            form={protectionForm}
            keychain={keychain}
            label={protect('title')}
            onChange={setProtectionForm}
            tried={tried}
          />
        </fieldset>
        <div ref={end} />
      </div>
      <div className={mergeClasses(styles.foot, more && styles.over)}>
        {shown && faults.other && (
          <MessageBar className={styles.bar} intent="error" layout="multiline">
            <MessageBarBody>
              {t('otherFault', {
                field: faults.other.path,
                reason: faultPhrase(faults.other.fault, faults.other.choices, language),
              })}
            </MessageBarBody>
          </MessageBar>
        )}
        {create.isError && (
          <MessageBar className={styles.bar} intent="error" layout="multiline">
            <MessageBarBody>{problemText(create.error)}</MessageBarBody>
          </MessageBar>
        )}
        <div className={styles.row}>
          {/* For the eye alone: the fields themselves come next to whoever listens. */}
          <span aria-hidden="true" className={styles.more}>
            {more && (
              <>
                <ArrowDownRegular />
                {t('moreBelow', { section: protect('title') })}
              </>
            )}
          </span>
          <Button
            appearance="primary"
            className={styles.button}
            disabledFocusable={create.isPending}
            size="large"
            type="submit"
          >
            {create.isPending ? t('creating') : t('create')}
          </Button>
        </div>
      </div>
    </form>
  );
}
