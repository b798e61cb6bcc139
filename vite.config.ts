import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window: built for the oldest Chromium that it runs in, and for a page that may run no inline script. */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../out/renderer',
    emptyOutDir: true,
    target: 'chrome114',
    sourcemap: true,
    modulePreload: { polyfill: false },
    // Inlined files would be data: addresses, which the page's content security policy allows for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
});
