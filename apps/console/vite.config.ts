import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = process.env['CONCORD_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here('.'),
  cacheDir: here('../../node_modules/.cache/vite'),
  plugins: [react()],
  resolve: {
    alias: {
      '@concord/domain': here('../../libs/domain/src/index.ts'),
      '@concord/contracts': here('../../libs/contracts/src/index.ts'),
    },
  },
  server: {
    proxy: {
      '/api': { target: api, ws: true },
      '/socket.io': { target: api, ws: true },
    },
  },
  build: {
    outDir: here('../../dist/apps/console'),
    emptyOutDir: true,
    // The strict content policy allows no data: fonts and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
