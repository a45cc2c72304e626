import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atRoot, fromCommandLine, titleOf } from './command-line.ts';

/** The diagrams to begin from, by the first word of the new id. */
const models: Readonly<Record<string, string>> = { ecs: 'ecs-service', eks: 'eks-deployment' };

const replaceIn = (file: string, was: string | RegExp, is: string) => writeFileSync(file, readFileSync(file, 'utf8').replace(was, is));

/** Lays out a diagram as a copy of the one of its world, which works from the first minute. Gives the folder that it wrote. */
export function newDiagram(root: string, id: string): string {
  const model = models[id.split('-')[0] ?? ''];
  if (model === undefined || !/^[a-z]+(?:-[a-z0-9]+)+$/.test(id)) {
    throw new Error(`"${id}" is not the id of a diagram. Write it in lower case with dashes, beginning with ecs- or eks-.`);
  }
  const folder = join('diagrams', id);
  if (existsSync(join(root, folder))) throw new Error(`${folder}/ is there already. Choose another id.`);
  cpSync(join(root, 'diagrams', model), join(root, folder), { recursive: true });
  replaceIn(join(root, folder, 'diagram.yaml'), /^title: .*/m, `title: ${titleOf(id)}`);
  replaceIn(join(root, folder, 'scenario.ts'), `id: '${model}'`, `id: '${id}'`);
  return folder;
}

fromCommandLine(
  import.meta.url,
  'npm run new:diagram -- ecs-NAME or eks-NAME',
  (id) => `Wrote ${newDiagram(atRoot, id)}/, a copy to make your own. See it with "npm run dev" at /diagrams/.`,
);
