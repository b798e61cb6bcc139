import { type Theme, teamsHighContrastTheme, webDarkTheme, webLightTheme } from '@fluentui/react-components';
import type { Language } from '#shared/model/invitation.ts';
import type { Settings } from '#shared/model/settings.ts';
import { useMedia } from './media.ts';

/** System fonts; Han characters take the shapes of the reader's language. */
const LATIN = "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', 'Noto Sans'";
const SIMPLIFIED = "'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC'";
const TRADITIONAL = "'Microsoft JhengHei UI', 'PingFang TC', 'Noto Sans CJK TC', 'Noto Sans TC'";
const FONTS: Record<Language, string> = {
  en: `${LATIN}, ${SIMPLIFIED}, ${TRADITIONAL}, sans-serif`,
  'zh-CN': `${LATIN}, ${SIMPLIFIED}, ${TRADITIONAL}, sans-serif`,
  'zh-TW': `${LATIN}, ${TRADITIONAL}, ${SIMPLIFIED}, sans-serif`,
};

/** Where the system asks for more contrast, the quiet greys become plain text colour and the lines visible. */
function strengthen(theme: Theme): Theme {
  return {
    ...theme,
    colorNeutralForeground2: theme.colorNeutralForeground1,
    colorNeutralForeground3: theme.colorNeutralForeground1,
    colorNeutralForeground4: theme.colorNeutralForeground1,
    colorNeutralStroke1: theme.colorNeutralStrokeAccessible,
    colorNeutralStroke2: theme.colorNeutralStrokeAccessible,
    colorNeutralStroke3: theme.colorNeutralStroke1,
  };
}

/** The Fluent theme for a person's choice, the system's light or dark, and its contrast settings. */
export function useTheme(choice: Settings['theme'], language: Language): { theme: Theme; dark: boolean } {
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  const forced = useMedia('(forced-colors: active)');
  const moreContrast = useMedia('(prefers-contrast: more)');
  const dark = choice === 'dark' || (choice === 'system' && systemDark);
  const plain = dark ? webDarkTheme : webLightTheme;
  const theme = forced ? teamsHighContrastTheme : moreContrast ? strengthen(plain) : plain;
  return { theme: { ...theme, fontFamilyBase: FONTS[language] }, dark };
}
