import { Label, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { orpc } from '#renderer/app/client.ts';
import { useLanguage, useT } from '#renderer/app/i18n.tsx';
import { usePartnerName } from '#renderer/app/partners.ts';
import { CopyButton } from '#renderer/ui/copy-button.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { LANGUAGES, Language } from '#shared/model/invitation.ts';
import { languageFor, type Request, requestText } from './request-text.ts';
import type { Case } from './seen.ts';
import { othersAccess } from './seen-delegation.ts';
import { overlapping } from './seen-sale.ts';
import { permittingRoles } from './supposable.ts';

const useStyles = makeStyles({
  // Beside the button until it is opened.
  preview: {
    ':has([open])': { flexBasis: '100%' },
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  language: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    width: 'fit-content',
    marginTop: tokens.spacingVerticalXS,
    color: tokens.colorNeutralForeground2,
  },
  text: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

interface Props {
  readonly request: Request;
  readonly about: Case;
}

/** Copies a request to whoever must act, ready to be sent; what it says can be read first. It stands in a row of acts. */
export function RequestCopy({ request, about }: Props) {
  const t = useT('explain');
  const name = useT('terms.languages');
  const styles = useStyles();
  const choice = useId();
  const window = useLanguage();
  const [chosen, setChosen] = useState<Language | null>(null);
  const language = chosen ?? languageFor(request, about, window);
  const partnerName = usePartnerName();
  const { data: matrix } = useQuery({
    ...orpc.policy.staffMatrix.queryOptions(),
    enabled: request.ask === 'staff-ask-role',
  });
  const text = requestText(language, request, about, {
    roles: permittingRoles(about.asked, matrix ?? []),
    holders: othersAccess(about).flatMap((one) => (one.about === 'dap-of-service' ? [partnerName(one.partner)] : [])),
    overlapping: overlapping(about).map(({ name }) => name),
  });
  return (
    <>
      <CopyButton appearance="secondary" label={t(`requests.to.${request.to}`)} named text={text} />
      <div className={styles.preview}>
        <Disclosure label={t('ways.whatItSays')}>
          <div className={styles.language}>
            <Label htmlFor={choice} size="small">
              {t('requests.language')}
            </Label>
            <Select
              id={choice}
              onChange={(_, { value }) => setChosen(Language.catch(language).parse(value))}
              size="small"
              value={language}
            >
              {LANGUAGES.map((offered) => (
                <option key={offered} value={offered}>
                  {name(offered)}
                </option>
              ))}
            </Select>
          </div>
          <p className={styles.text} lang={language}>
            {text}
          </p>
        </Disclosure>
      </div>
    </>
  );
}
