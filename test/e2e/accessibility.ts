import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fluent's guards at the ends of a focus group: they pass the focus on at once and hold nothing to read. */
const FOCUS_GUARDS = '[data-tabster-dummy]';

/**
 * No finding of axe on what the window shows now, in light and in dark; on one part of it where a selector says which:
 * a menu stands outside the page's landmarks, as menus do.
 */
export async function expectAccessible(page: Page, screen: string, part = 'html'): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // The window follows a moment later; axe must not look at half of each.
    await expect(page.locator('.fui-FluentProvider').first()).toHaveCSS('color-scheme', colorScheme);
    await expect.poll(() => page.evaluate(coloursHold), 'the colours stand still').toBe(true);
    // Electron opens no second page for axe to gather its results in, hence the legacy mode.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).include(part).exclude(FOCUS_GUARDS);
    const { violations } = await axe.analyze();
    const findings = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary ?? ''}`),
    );
    expect(findings, `${screen}, ${colorScheme}`).toEqual([]);
  }
}

/** Whether no colour of the page changes for a tenth of a second: menus and dialogs follow the window's theme later. */
async function coloursHold(): Promise<boolean> {
  const colours = () =>
    Array.from(document.querySelectorAll('*'), (element) => {
      const { backgroundColor, color } = getComputedStyle(element);
      return `${color} on ${backgroundColor}`;
    }).join();
  const before = colours();
  await new Promise((resolve) => setTimeout(resolve, 100));
  return colours() === before;
}
