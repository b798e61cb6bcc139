import { Button, Card, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowExportUpRegular, ArrowImportRegular, MailTemplateRegular } from '@fluentui/react-icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { useProblemText } from '#renderer/app/problem.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PathText } from '#renderer/ui/path-text.tsx';
import { InvitationKind, type InvitationTemplate, LANGUAGES } from '#shared/model/invitation.ts';
import { TemplateForm } from './template-form.tsx';
import { TemplateLine } from './template-line.tsx';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalXL, rowGap: tokens.spacingVerticalM },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, color: tokens.colorNeutralForeground3 },
  kind: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  one: { '& + &': { borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}` } },
  tools: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** In the order of kind, language, who sees them, and name. */
function inOrder(templates: readonly InvitationTemplate[], collator: Intl.Collator): InvitationTemplate[] {
  return [...templates].sort(
    (a, b) =>
      LANGUAGES.indexOf(a.language) - LANGUAGES.indexOf(b.language) ||
      a.scope.localeCompare(b.scope) ||
      collator.compare(a.name, b.name),
  );
}

/** The templates of this person and of the workspace: made, changed in their place, deleted, and taken elsewhere as a file. */
export function TemplateManager() {
  const t = useT('templateManager');
  const terms = useT('terms.invitationKind');
  const styles = useStyles();
  const language = useLanguage();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const chooser = useRef<HTMLInputElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<InvitationTemplate | 'new' | null>(null);
  const { data: templates = [], error } = useQuery(orpc.invitations.templates.list.queryOptions());
  const keep = (all: readonly InvitationTemplate[]) =>
    queries.setQueryData(orpc.invitations.templates.list.queryKey(), [...all]);
  const remove = useMutation(orpc.invitations.templates.remove.mutationOptions({ onSuccess: keep }));
  const write = useMutation(orpc.invitations.templates.write.mutationOptions());
  const take = useMutation(orpc.invitations.templates.import.mutationOptions({ onSuccess: keep }));
  const before = useRef(0);
  const failed = error ?? remove.error ?? write.error ?? take.error;
  const sorted = inOrder(templates, new Intl.Collator(language));
  /** What had the focus goes; it must not be lost with it. */
  const refocus = () => requestAnimationFrame(() => tools.current?.querySelector('button')?.focus());
  const close = () => {
    setEdited(null);
    refocus();
  };
  const forget = () => {
    for (const one of [remove, write, take]) one.reset();
  };
  const changed = edited === 'new' ? null : edited;
  return (
    <Card className={styles.card} id="templates">
      <h2 className={styles.title}>{t('title')}</h2>
      <p className={styles.text}>{t('text')}</p>
      {failed !== null && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problemText(failed)}</MessageBarBody>
        </MessageBar>
      )}
      <div role="status">
        {take.isSuccess && (
          <Text size={200}>{t('imported', { count: Math.max(0, take.data.length - before.current) })}</Text>
        )}
        {write.isSuccess && (
          <>
            <Text size={200}>{t('exported', { count: write.variables.ids.length })}</Text>
            <div>
              <PathText copyLabel={t('copyPath')} path={write.data.path} />
            </div>
          </>
        )}
      </div>
      {templates.length === 0 && edited === null && (
        <EmptyState compact icon={<MailTemplateRegular />} text={t('emptyText')} title={t('emptyTitle')} />
      )}
      {InvitationKind.options.map((kind) => {
        const ofKind = sorted.filter((one) => one.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <section key={kind}>
            <h3 className={styles.kind}>{terms(kind)}</h3>
            <ul aria-label={t('list', { kind: terms(kind) })} className={styles.list}>
              {ofKind.map((template) => (
                <li className={styles.one} key={template.id}>
                  {changed?.id === template.id ? (
                    <TemplateForm from={changed} onDone={close} />
                  ) : (
                    <TemplateLine
                      onEdit={() => {
                        forget();
                        setEdited(template);
                      }}
                      onExport={() => {
                        forget();
                        write.mutate({ ids: [template.id] });
                      }}
                      onRemove={() => {
                        forget();
                        remove.mutate({ id: template.id });
                        refocus();
                      }}
                      template={template}
                    />
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {edited === 'new' && <TemplateForm from={null} onDone={close} />}
      <div className={styles.tools} ref={tools}>
        <Button
          icon={<AddRegular />}
          onClick={() => {
            forget();
            setEdited('new');
          }}
        >
          {t('new')}
        </Button>
        <Button icon={<ArrowImportRegular />} onClick={() => chooser.current?.click()}>
          {t('import')}
        </Button>
        {templates.length > 0 && (
          <Button
            icon={<ArrowExportUpRegular />}
            onClick={() => {
              forget();
              write.mutate({ ids: sorted.map(({ id }) => id) });
            }}
          >
            {t('export')}
          </Button>
        )}
        <input
          accept=".json"
          aria-label={t('importFile')}
          hidden
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            forget();
            before.current = templates.length;
            if (file) {
              const modifiedAt = new Date(file.lastModified).toISOString();
              take.mutate({ file: { name: file.name, bytes: file, modifiedAt } });
            }
            // Choosing the same file again must count as a change.
            currentTarget.value = '';
          }}
          ref={chooser}
          type="file"
        />
      </div>
    </Card>
  );
}
