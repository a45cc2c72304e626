import { satteri } from '@astrojs/markdown-satteri';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { starlightAtRoot } from './src/integrations/starlight-at-root.ts';
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
      sidebar: [
        { label: 'Start', items: [{ autogenerate: { directory: 'start' } }] },
        { label: 'ECS', items: [{ autogenerate: { directory: 'ecs' } }] },
        { label: 'EKS', items: [{ autogenerate: { directory: 'eks' } }] },
        { label: 'Compare', items: [{ autogenerate: { directory: 'compare' } }] },
      ],
    }),
  ],
  vite: { plugins: [yamlModules()] },
});
