import starlight from '@astrojs/starlight';
import type { AstroIntegration } from 'astro';

/**
 * Starlight with its docs in the top-level `content/docs`.
 * Starlight takes its folder from `srcDir`; only its own set-up hook is told that `srcDir` is the root.
 * A glob loader alone would silently lose generated sidebars and translated asides.
 */
export function starlightAtRoot(options: Parameters<typeof starlight>[0]): AstroIntegration {
  const integration = starlight(options);
  const setup = integration.hooks['astro:config:setup'];
  return {
    ...integration,
    hooks: {
      ...integration.hooks,
      'astro:config:setup': (context) => setup?.({ ...context, config: { ...context.config, srcDir: context.config.root } }),
    },
  };
}
