import { expect, test } from './fixture.ts';
import * as steps from './steps.ts';

test.use({ sample: true });

test('a second start of the same workspace says so and ends; the first goes on', async ({ console }) => {
  await expect(steps.customersTable(console.page)).toBeVisible();
  const { code, said } = await console.startAgain();
  expect(code).toBe(0);
  expect(said).toContain(console.places.workspace);
  await steps.customersTable(console.page).getByRole('row').nth(1).click();
  await expect(console.page.getByRole('tabpanel')).toBeVisible();
});
