import { globSync } from 'node:fs';

/** The paths of all pages of the built site. */
export const builtPages: readonly string[] = globSync('**/*.html', { cwd: 'dist' })
  .map((file) => `/${file.replace(/index\.html$/, '')}`)
  .sort();

if (builtPages.length === 0) throw new Error('There is no built site in dist/. Run "npm run build" first.');
