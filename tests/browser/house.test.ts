import { expect } from 'vitest';
import { test } from '#tests/setup/page.ts';

test('the front page says nothing that it must not', async ({ page }) => {
  const response = await page.goto('/');
  expect(response?.status()).toBe(200);
  expect(await page.locator('h1').count()).toBe(1);
});
