import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,torture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    restoreMocks: true,
    allowOnly: false,
  },
});
