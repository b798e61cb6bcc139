import { createTranslator } from 'use-intl/core';
import { MESSAGES } from '#shared/locales/index.ts';

/** The window's English texts, by which people and tests find things. */
export const say = createTranslator({ locale: 'en', messages: MESSAGES.en });
