import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The paths of all pages of the built site. */
export const builtPages: readonly string[] = globSync('**/*.html', { cwd: 'dist' })
  .map((file) => `/${file.replace(/index\.html$/, '')}`)
  .sort();

if (builtPages.length === 0) throw new Error('There is no built site in dist/. Run "npm run build" first.');

/** The HTML of a page. */
export const pageText = (path: string): string => readFileSync(join('dist', path.endsWith('/') ? `${path}index.html` : path), 'utf8');
