import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,torture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // Much of it waits for a disk or another process.
    maxWorkers: '100%',
    restoreMocks: true,
    allowOnly: false,
  },
});
