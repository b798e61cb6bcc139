import { expect, test } from './fixture.ts';

test.use({ sample: true, provoking: true });

test('the page runs nothing that we did not serve', async ({ console: { page } }) => {
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.ran = "inline"';
    document.head.append(script);
    const image = document.createElement('img');
    image.setAttribute('onerror', 'document.documentElement.dataset.ran = "handler"');
    image.src = 'data:,';
    document.body.append(image);
    return new Promise<string | undefined>((resolve) => {
      image.addEventListener('error', () => resolve(document.documentElement.dataset.ran));
    });
  });
  expect(ran).toBeUndefined();
});

test('the page reaches no other address', async ({ console: { page } }) => {
  const reached = await page.evaluate(async () => {
    const refused: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
    await fetch('https://partner.example/').catch(() => undefined);
    await new Promise((resolve) => {
      const image = new Image();
      image.addEventListener('error', resolve);
      image.src = 'https://partner.example/pixel.png';
    });
    return refused;
  });
  expect(reached).toEqual(['connect-src', 'img-src']);
});

test('the page has nothing of Node or Electron', async ({ console: { page } }) => {
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'electron'].filter((name) => name in window),
  );
  expect(found).toEqual([]);
});
