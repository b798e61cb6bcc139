/** Parts of a mail in HTML, plain enough for every mail program: inline styles, no images, no fonts, no scripts. */

const FONT =
  "font-family:'Segoe UI','Microsoft YaHei UI','Microsoft JhengHei UI','PingFang SC','PingFang TC','Noto Sans CJK SC',Arial,sans-serif";

/** Text for element content or a quoted attribute. */
export function escapeHtml(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');
}

export function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escapeHtml(text).replace(/\n/gu, '<br>')}</p>`;
}

/** The words above a list. */
export function heading(text: string): string {
  return `<h2 style="margin:0 0 8px;font-size:15px;line-height:24px;font-weight:600">${escapeHtml(text)}</h2>`;
}

/** Lower in rank: advice, the reference. */
export function smallPrint(text: string): string {
  return `<p style="margin:0 0 12px;font-size:13px;line-height:20px;opacity:0.85">${escapeHtml(text)}</p>`;
}

export function list(items: readonly string[]): string {
  const rows = items.map((item) => `<li style="margin:0 0 6px">${item}</li>`);
  return `<ul style="margin:0 0 16px;padding:0 0 0 24px">${rows.join('')}</ul>`;
}

/** A link that looks like a button, in Outlook too, where only table cells have a colour and a padding. */
export function button(link: string, label: string): string {
  const cell = 'border-radius:4px;background-color:#0f6cbd';
  const anchor =
    'display:inline-block;padding:12px 24px;border-radius:4px;color:#ffffff;font-weight:600;text-decoration:none';
  return (
    '<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr>' +
    `<td bgcolor="#0f6cbd" style="${cell}"><a href="${escapeHtml(link)}" style="${anchor}">${escapeHtml(label)}</a></td>` +
    '</tr></table>'
  );
}

/** The link printed in full; it may break anywhere on screen, and copies as one. */
export function printedLink(link: string): string {
  const style = 'word-break:break-all;overflow-wrap:anywhere';
  const box = 'margin:0 0 16px;padding:12px;border:1px solid #8a8886;border-radius:4px;font-size:13px;line-height:20px';
  return `<p style="${box}"><a href="${escapeHtml(link)}" style="${style}">${escapeHtml(link)}</a></p>`;
}

/**
 * The whole page. It sets no background and no colour of text or link, so that a mail program in dark mode uses its
 * own; the button alone has colours, which stand out on both.
 */
export function page(language: string, title: string, body: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(title)}</title>`,
    '</head>',
    '<body style="margin:0;padding:0">',
    `<div lang="${language}" style="max-width:600px;margin:0 auto;padding:24px;${FONT};font-size:15px;line-height:24px">`,
    ...body,
    '</div>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
