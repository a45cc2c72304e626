import { existsSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What a path of the site leads to. */
export type Found = { readonly file: string } | { readonly moved: string } | undefined;

/** The files of a built site by URL path. Only what the list holds can be asked for, so no path leads out of the folder. */
async function listed(root: string): Promise<ReadonlyMap<string, string>> {
  if (!existsSync(root)) throw new Error(`There is no built site in ${root}. Run "npm run build" first.`);
  const files = new Map<string, string>();
  for await (const file of glob('**/*.*', { cwd: root })) {
    files.set(`/${file.split(sep).join('/')}`, join(root, file));
  }
  return files;
}

/** Finds the files of a built site. The list is made again when it misses: a new build adds files and takes others away. */
export async function siteFiles(root: string): Promise<(path: string) => Promise<Found>> {
  let files = await listed(root);
  const look = (path: string): Found => {
    const file = files.get(path.endsWith('/') ? `${path}index.html` : path);
    if (file !== undefined) return existsSync(file) ? { file } : undefined;
    return files.has(`${path}/index.html`) ? { moved: `${path}/` } : undefined;
  };
  return async (path) => {
    const found = look(path);
    if (found !== undefined) return found;
    files = await listed(root);
    return look(path);
  };
}
