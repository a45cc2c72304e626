import { defineConfig, globalIgnores } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { above, impurePackages, layers, pureFolders } from './src/tools/import-layers.ts';

/** Imports point one way: see src/tools/import-layers.ts. */
const oneWay = layers.slice(0, -1).map((folders, layer) => ({
  files: folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `^\\.\\.?/(?:.*/)?(?:${above(layer)
              .map((folder) => folder.replace('src/', ''))
              .join('|')})/`,
            message: 'Imports point one way, from the outer folders to the inner ones: see src/tools/import-layers.ts.',
          },
        ],
      },
    ],
  },
}));

export default defineConfig(
  globalIgnores(['dist', '.astro', '.cache']),
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // Events and bodies are named by who knows them.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
    },
  },
  {
    files: ['src/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest']],
    plugins: jsxA11y.configs.recommended.plugins,
    rules: {
      ...jsxA11y.configs.recommended.rules,
      // What scrolls must be reachable by keyboard, as axe asks.
      'jsx-a11y-x/no-noninteractive-tabindex': 'off',
    },
  },
  // Vitest's asymmetric matchers are typed `any`.
  { files: ['tests/**'], rules: { '@typescript-eslint/no-unsafe-assignment': 'off' } },
  astro.configs['flat/recommended'],
  astro.configs['flat/jsx-a11y-strict'],
  oneWay,
  {
    files: pureFolders.map((folder) => `${folder}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', 'document', 'window', 'process', 'performance'],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }, { object: 'Math', property: 'random' }],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time comes from the world.' },
      ],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: impurePackages.source, allowTypeImports: true, message: 'This folder is pure: import no more than types from here.' },
          ],
        },
      ],
    },
  },
);
