import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a path of the site leads to. */
export type Found = { readonly file: string } | { readonly moved: string } | undefined;

/** The files of a built site by URL path. Only what the list holds can be asked for, so no path leads out of the folder. */
export async function siteFiles(root: string): Promise<(path: string) => Found> {
  if (!existsSync(root)) throw new Error(`There is no built site in ${root}. Run "npm run build" first.`);
  const files = new Map<string, string>();
  for await (const file of glob('**/*.*', { cwd: root })) {
    files.set(`/${file.split(sep).join('/')}`, join(root, file));
  }
  return (path) => {
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (file !== undefined) return { file };
    return files.has(`${path}/index.html`) ? { moved: `${path}/` } : undefined;
  };
}
