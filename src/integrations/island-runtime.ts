import { fileURLToPath } from 'node:url';

/**
 * Islands are written for React and run on Preact's compatibility layer, on the server and in the browser alike: the
 * same islands weigh a third of it there, and the room is what the simulations need.
 */
export const islandRuntime = [
  { find: /^react$/, replacement: 'preact/compat' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/server$/, replacement: fileURLToPath(new URL('island-server.ts', import.meta.url)) },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-dev-runtime' },
];
