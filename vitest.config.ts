import { defineConfig } from 'vitest/config';
import { yamlModules } from './src/integrations/yaml-modules.ts';

export default defineConfig({
  plugins: [yamlModules()],
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/site/**', 'tests/e2e/**'] } },
      { extends: true, test: { name: 'component', environment: 'happy-dom', include: ['tests/**/*.test.tsx'] } },
    ],
  },
});
