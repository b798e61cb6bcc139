import { expect, test } from './fixture.ts';
import { say } from './words.ts';

test('a click on the name of a role ticks that role, and no other', async ({ console: { page } }) => {
  await expect(page.getByRole('heading', { name: say('window.welcome.title') })).toBeVisible();
  const roles = page.getByRole('group', { name: say('window.welcome.roles') });
  await roles.getByText(say('terms.staffRoles.sales-agent'), { exact: true }).click();
  await expect(roles.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(roles.getByRole('checkbox', { name: say('terms.staffRoles.sales-agent'), exact: true })).toBeChecked();
});
