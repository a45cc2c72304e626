/** The folders of the code, lowest first. A file imports from its own layer or from a lower one. */
export const layers: readonly (readonly string[])[] = [
  ['src/model'],
  ['src/topology', 'src/simulation', 'src/account', 'src/tutorial', 'src/compare'],
  ['diagrams'],
  ['src/islands', 'src/embed', 'src/companion'],
  ['src/components', 'src/pages', 'src/layouts', 'src/overrides', 'src/markdown', 'src/integrations', 'src/tools', 'src/styles'],
];

/** The folders that run anywhere: no React, no Astro, no Node, no SDK at run time. */
export const pureFolders: readonly string[] = [...(layers[0] ?? []), ...(layers[1] ?? [])];

/** What a pure folder may import for its types only. */
export const impurePackages = /^(?:react|react-dom|astro|hono|jsdom|node:.*|@aws-sdk|@hono|@astrojs|@xstate\/react|astro:.*)(?:\/|$)/;

/** The folders above a layer, which it must not import. */
export const above = (layer: number): readonly string[] => layers.slice(layer + 1).flat();

/** The folder of the layers that holds a file, and its layer. */
export function placeOf(file: string): { readonly folder: string; readonly layer: number } | undefined {
  for (const [layer, folders] of layers.entries()) {
    const folder = folders.find((one) => file.startsWith(`${one}/`));
    if (folder !== undefined) return { folder, layer };
  }
  return undefined;
}
