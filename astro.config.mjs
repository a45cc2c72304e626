import { satteri } from '@astrojs/markdown-satteri';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { buildRecord } from './src/integrations/build-record.ts';
import { contentSecurityPolicy } from './src/integrations/content-security-policy.ts';
import { embedBuild } from './src/integrations/embed-build.ts';
import { factDates } from './src/integrations/fact-dates.ts';
import { islandRuntime } from './src/integrations/island-runtime.ts';
import { starlightAtRoot } from './src/integrations/starlight-at-root.ts';
import { topologyModules } from './src/integrations/topology-modules.ts';
import { yamlModules } from './src/integrations/yaml-modules.ts';
import { lessonComponents } from './src/markdown/lesson-components.ts';

export default defineConfig({
  prefetch: false,
  trailingSlash: 'always',
  build: { inlineStylesheets: 'never' },
  markdown: { processor: satteri({ mdastPlugins: [lessonComponents] }) },
  integrations: [
    react(),
    starlightAtRoot({
      title: 'Drydock',
      description: 'Learn AWS ECS and EKS by running, breaking and comparing them on live diagrams.',
      locales: { root: { label: 'English', lang: 'en' } },
      customCss: ['./src/styles/fonts.css', './src/styles/tokens.css', './src/styles/shell.css'],
      credits: false,
      components: {
        Header: './src/overrides/Header.astro',
        PageFrame: './src/overrides/PageFrame.astro',
        PageTitle: './src/overrides/PageTitle.astro',
        Search: './src/overrides/Search.astro',
      },
      routeMiddleware: './src/overrides/route-data.ts',
      expressiveCode: { defaultProps: { wrap: true }, styleOverrides: { borderRadius: '8px', frames: { shadowColor: 'transparent' } } },
      sidebar: [
        { label: 'Start', items: [{ autogenerate: { directory: 'start' } }, 'account'] },
        { label: 'ECS', items: [{ autogenerate: { directory: 'ecs' } }] },
        { label: 'EKS', items: [{ autogenerate: { directory: 'eks' } }] },
        { label: 'Compare', items: [{ autogenerate: { directory: 'compare' } }] },
        { label: 'Practise', items: [{ autogenerate: { directory: 'tutorials' } }, 'diagrams'] },
        { label: 'Reference', items: ['facts', 'glossary', 'fidelity'] },
      ],
    }),
    factDates(),
    embedBuild(),
    contentSecurityPolicy(),
    buildRecord(),
  ],
  vite: {
    plugins: [yamlModules(), topologyModules()],
    resolve: { alias: islandRuntime },
  },
});
