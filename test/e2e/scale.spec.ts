import { appendFile, readdir } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { fold } from '#shared/model/fold.ts';
import { type Measurement, percentile, report } from '#test/bench/support/report.ts';
import { type Listed, listedIn, WORLD } from './filled-workspace.ts';
import { type Engine, expect, test } from './fixture.ts';
import * as steps from './steps.ts';
import { firstListPainted, framesSeen, keystrokePainted, paintedBy, watchFrames, watchKeystroke } from './watching.ts';
import { say } from './words.ts';

// The list at scale. What it shows is asserted; how long that takes is printed, as one JSON object a line, or added to
// the file that WINDOW_MEASUREMENTS names.

const CUSTOMERS = Number(process.env.WINDOW_CUSTOMERS ?? 10_000);
const ENGINES: Record<Engine, string> = { floor: 'Electron 25', current: 'current Electron', chromium: 'Chromium' };

/** How long the list is scrolled (milliseconds), and how far at a turn of the wheel (CSS pixels). */
const SCROLLED = 2_000;
const TURN = 240;

/** How long somebody looks at the first list before the first key (milliseconds). */
const BEFORE_TYPING = 1_000;

test.use({ generated: CUSTOMERS });
test.setTimeout(90_000 + CUSTOMERS * 8);

const WORDS = {
  chinese: ['远洋', '华盛', '海天', '恒达', '智创', '鼎信', '宏泰', '瑞丰', '金源', '云智', '科技', '贸易'],
  latin: ['logistik', 'maritime', 'northwind', 'turizm', 'robotics', 'pioneer', 'otomotiv', 'biotech', 'woodgrove'],
} as const;

/** What is typed, by kind. What a partner of a customer is called finds the customer too, so none of it is such a name. */
function searches(listed: readonly Listed[]): Record<string, readonly string[]> {
  const isThere = (search: string): boolean => isNoPartner(search) && foundIn(listed, search).length > 0;
  const ids = Array.from({ length: 10 }, (_, nth) => listed[Math.floor(((nth + 0.5) / 10) * listed.length)]?.id ?? '');
  return {
    '2 Chinese characters': WORDS.chinese.filter(isThere),
    'Latin word': WORDS.latin.filter(isThere),
    'GUID fragment': ids.map((id) => id.slice(24, 29)).filter(isThere),
  };
}

const PARTNERS = [WORLD.us, ...WORLD.resellers, ...WORLD.others].map(({ mpnId, name, tenantId }) =>
  fold(`${name}\n${mpnId}\n${tenantId}`),
);
const isNoPartner = (search: string): boolean => !PARTNERS.some((one) => one.includes(search));

/** The customers that a search must find: those whose name, domain or id holds it. */
const foundIn = (listed: readonly Listed[], search: string): Listed[] =>
  listed.filter(({ domain, id, name }) => [fold(name), domain ?? '', id].some((text) => text.includes(search)));

const nameOf = (row: Locator): Promise<string> => row.getByRole('gridcell').nth(1).innerText();

/** Types one character of whatever script as a key of its own. */
async function typeCharacter(page: Page, character: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: character, text: character });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: character });
  await session.detach();
}

test('a list at scale is there at once, follows each key, and scrolls', async ({ console, engine }, info) => {
  const listed = await listedIn(info.project.outputDir, CUSTOMERS);
  const bench = `window ${CUSTOMERS} customers, ${ENGINES[engine]}, ${await paintedBy(console.page)}`;
  const tell = async (metric: string, value: number, unit: string): Promise<void> => {
    const measurement: Measurement = { bench, metric, value, unit };
    const file = process.env.WINDOW_MEASUREMENTS;
    if (file === undefined) report(measurement);
    else await appendFile(file, `${JSON.stringify(measurement)}\n`);
  };
  const list = () => steps.customersTable(console.page);
  const counted = (count: number) =>
    console.page.getByText(say('window.list.resultCustomers', { count }), { exact: true });

  await test.step('the first start makes the index; the next one finds it', async () => {
    const first = await firstListPainted(list(), 30_000 + CUSTOMERS);
    await tell('start to first list painted, index made from nothing', first - console.startedAt, 'ms');
    await expect(counted(CUSTOMERS)).toBeVisible();
    for (let nth = 0; nth < 3; nth += 1) {
      await console.restart();
      const next = await firstListPainted(list(), 30_000);
      await tell('start to first list painted', next - console.startedAt, 'ms');
      await expect(counted(CUSTOMERS)).toBeVisible();
    }
  });

  const box = console.page.getByRole('searchbox', { name: say('window.search.label') });
  await console.page.waitForTimeout(BEFORE_TYPING);
  const all: number[] = [];
  const tellTimes = async (what: string, times: readonly number[]): Promise<void> => {
    const sorted = times.toSorted((a, b) => a - b);
    await tell(`keystroke to painted rows, ${what}: keystrokes`, sorted.length, '1');
    await tell(`keystroke to painted rows, ${what}: p50`, percentile(sorted, 0.5), 'ms');
    await tell(`keystroke to painted rows, ${what}: p95`, percentile(sorted, 0.95), 'ms');
  };
  for (const [kind, words] of Object.entries(searches(listed))) {
    await test.step(`what is typed is found: ${kind}`, async () => {
      expect(words.length, 'searches that find somebody').toBeGreaterThanOrEqual(4);
      const times: number[] = [];
      for (const search of words) {
        await box.focus();
        const found = foundIn(listed, search);
        // A key that certainly makes another list must be seen to do so: one that is slow must not be left out.
        const total = (length: number) => (length === 0 ? CUSTOMERS : foundIn(listed, search.slice(0, length)).length);
        const changesBy = (nth: number) =>
          [nth, nth + 1].every((length) => length === 0 || isNoPartner(search.slice(0, length))) &&
          total(nth) !== total(nth + 1);
        for (const [nth, character] of [...search].entries()) {
          // From here on each key leaves the list as it is.
          const settled = nth > 0 && foundIn(listed, search.slice(0, nth)).length === found.length;
          if (!settled) await watchKeystroke(console.page);
          await typeCharacter(console.page, character);
          const time = settled ? null : await keystrokePainted(console.page);
          if (time !== null) times.push(time);
          else if (changesBy(nth)) expect(time, `rows after “${search.slice(0, nth + 1)}”`).not.toBeNull();
        }
        await expect(box).toHaveValue(search);
        await expect(counted(found.length)).toBeVisible();
        expect(found.map(({ name }) => name)).toContain(await nameOf(list().locator('tbody').getByRole('row').first()));
        await box.press('Escape');
        await expect(counted(CUSTOMERS)).toBeVisible();
      }
      if (all.length === 0) await tell('keystroke to painted rows, the first one after a start', times[0] ?? 0, 'ms');
      await tellTimes(kind, times);
      all.push(...times);
    });
  }
  await tellTimes('all', all);

  await test.step('rows are there while it scrolls', async () => {
    await list().getByRole('row').nth(5).hover();
    await watchFrames(list(), SCROLLED);
    const end = Date.now() + SCROLLED;
    while (Date.now() < end) await console.page.mouse.wheel(0, TURN);
    const frames = await framesSeen(console.page);
    const times = frames.map(({ took }) => took).sort((a, b) => a - b);
    const share = (fits: number) => fits / frames.length;
    await tell('scrolling: frames', frames.length, '1');
    await tell('scrolling: frame time p50', percentile(times, 0.5), 'ms');
    await tell('scrolling: frame time p95', percentile(times, 0.95), 'ms');
    await tell('scrolling: frames within 17 ms', share(times.filter((took) => took <= 17).length), '1');
    await tell('scrolling: frames within 34 ms', share(times.filter((took) => took <= 34).length), '1');
    await tell('scrolling: frames with every row in place', share(frames.filter(({ covered }) => covered).length), '1');
    await tell('scrolling: frames with every row filled', share(frames.filter(({ filled }) => filled).length), '1');
    expect(frames.filter(({ covered }) => !covered).length, 'frames in which rows were missing').toBe(0);
    // Where it came to rest, every row shows its customer.
    const scrolled = await list().evaluate((grid) => grid.parentElement?.scrollTop ?? 0);
    expect(scrolled).toBeGreaterThan(TURN);
    await watchFrames(list(), 100);
    await expect
      .poll(async () => {
        await watchFrames(list(), 50);
        return (await framesSeen(console.page)).every(({ covered, filled }) => covered && filled);
      })
      .toBe(true);
  });

  await test.step('End goes to the last row, which comes first when the order is turned round', async () => {
    await list().getByRole('row').nth(2).focus();
    await console.page.keyboard.press('End');
    const last = list().locator(`tr[aria-rowindex="${CUSTOMERS + 1}"]`);
    await expect(last).toBeFocused();
    await expect(last.getByRole('gridcell').nth(1)).not.toBeEmpty();
    await expect(last).toBeInViewport();
    const name = await nameOf(last);
    await list()
      .getByRole('columnheader', { name: say('window.customers.name') })
      .getByRole('button')
      .click();
    await expect(list().getByRole('row').nth(1).getByRole('gridcell').nth(1)).toHaveText(name);
  });

  await test.step('a backup can be stopped, and nothing is left of it', async () => {
    await steps.goTo(console.page, 'settings');
    await console.page.getByRole('button', { name: say('records.backup.open') }).click();
    const form = console.page.getByRole('form', { name: say('records.backup.title') });
    await steps.choosePassphrase(form, 'correct horse battery');
    await form.getByRole('button', { name: say('records.backup.back') }).click();
    const files = () => readdir(console.places.backups).catch(() => []);
    await expect.poll(files).toHaveLength(1);
    await steps.goTo(console.page, 'customers');
    await steps.goTo(console.page, 'settings');
    await form.getByRole('button', { name: say('records.backup.cancel') }).click();
    await expect(form).toBeHidden();
    await expect.poll(files).toEqual([]);
  });
});
