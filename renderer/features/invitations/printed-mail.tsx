import { useEffect, useMemo } from 'react';
import { createPortal } from 'react-dom';
import { useT } from '#renderer/app/i18n.tsx';
import type { Language } from '#shared/model/invitation.ts';
import { renderMail } from './mail-html.ts';
import type { PreviewedMail } from './mail-preview.tsx';

interface Props {
  readonly mail: PreviewedMail;
  readonly to: string;
  readonly language: Language;
  /** The reference: what a printed page or a PDF is called. */
  readonly name: string;
  readonly onDone: () => void;
}

/**
 * Prints a mail, on paper or as a PDF, in the dialog of the system. The page's policy allows no frame, so the mail stands
 * in the window itself, beside everything else, and `window.css` shows each to its own medium.
 */
export function PrintedMail({ mail, to, language, name, onDone }: Props) {
  const t = useT('inviting');
  const html = useMemo(() => renderMail(mail.html), [mail]);
  useEffect(() => {
    const title = document.title;
    document.title = name;
    const finish = () => onDone();
    window.addEventListener('afterprint', finish, { once: true });
    // Once the mail has been painted; what is taken back at once is not printed at all.
    const timer = setTimeout(() => window.print(), 0);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('afterprint', finish);
      document.title = title;
    };
  }, [name, onDone]);
  return createPortal(
    <div className="printed" lang={language}>
      <dl>
        <dt>{t('previewTo')}</dt>
        <dd>{to}</dd>
        <dt>{t('subject')}</dt>
        <dd>{mail.subject}</dd>
      </dl>
      {html}
    </div>,
    document.body,
  );
}
