import { defineConfig } from 'vitest/config';
import { topologyModules } from './src/integrations/topology-modules.ts';
import { yamlModules } from './src/integrations/yaml-modules.ts';

/** `unit` and `component` need only the sources; `site` reads the built site in dist/, and `e2e` opens it in a browser. */
export default defineConfig({
  cacheDir: './.cache/vitest',
  plugins: [yamlModules(), topologyModules()],
  test: {
    testTimeout: 60_000, // no measure of speed: it ends what hangs, on a machine however busy
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**', 'tests/e2e/**'] } },
      { extends: true, test: { name: 'component', environment: 'happy-dom', include: ['tests/**/*.test.tsx'] } },
      { extends: true, test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 120_000 } },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: './tests/e2e/harness/serve.ts',
          fileParallelism: false,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
