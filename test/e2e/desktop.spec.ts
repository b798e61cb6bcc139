import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';

// What only the desktop host can refuse; in the browser host the person's own browser decides.
test.use({ sample: true, provoking: true });

test.beforeEach(async ({ console: { page } }) => {
  await expect(steps.customersTable(page)).toBeVisible();
});

test('no further window opens, by script or by link', async ({ console: { page } }) => {
  expect(await page.evaluate(() => window.open('https://partner.example/'))).toBeNull();
  expect(await page.evaluate(() => window.open(location.href))).toBeNull();
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://partner.example/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
  });
  await expect(steps.customersTable(page)).toBeVisible();
  expect(page.context().pages()).toHaveLength(1);
});

test('the window stays where it is', async ({ console: { page } }) => {
  const home = page.url();
  for (const address of ['https://partner.example/', 'file:///etc/passwd', 'app://elsewhere/', 'data:text/html,x']) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    // A round trip to the main process comes after the navigation that it refused.
    await page.evaluate(() => fetch(location.href));
    expect(await page.evaluate(() => location.href)).toBe(home);
  }
  // Asked of the page itself: Playwright goes on waiting for the navigation that never came.
  expect(await page.evaluate(() => document.querySelector('[role="grid"]') !== null)).toBe(true);
});

test('a window that is closed while it loads takes the console with it', async ({ console }) => {
  for (let round = 0; round < 3; round += 1) await console.restart();
  await expect(steps.customersTable(console.page)).toBeVisible();
});

test('nothing outside the window’s own files is served', async ({ console: { page } }) => {
  const answers = await page.evaluate(() =>
    Promise.all(
      ['/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '/desktop/main.cjs'].map(
        async (path) => (await fetch(path)).status,
      ),
    ),
  );
  expect(answers).toEqual([404, 404, 404, 404]);
});

test('every permission is refused but copying', async ({ console: { page } }) => {
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
  const located = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('allowed'),
          () => resolve('refused'),
        );
      }),
  );
  expect(located).toBe('refused');
  const read = await page.evaluate(() =>
    navigator.clipboard.readText().then(
      () => 'allowed',
      () => 'refused',
    ),
  );
  expect(read).toBe('refused');
});

test('the page reloads and goes on', async ({ console: { page } }) => {
  await page.reload();
  await expect(steps.customersTable(page).getByRole('row').nth(1)).toBeVisible();
});
