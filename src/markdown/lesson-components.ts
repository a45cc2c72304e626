import { readdirSync } from 'node:fs';
import { defineMdastPlugin } from 'satteri';
import type { MdastPluginEntry } from 'satteri';

const folder = new URL('../components/', import.meta.url);

/** The names of the components in `src/components/` that a lesson's source uses. */
const usedIn = (source: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.astro'))
    .map((file) => file.slice(0, -'.astro'.length))
    .filter((name) => new RegExp(`<${name}[\\s/>]`).test(source));

/** Lets lessons write `<Diagram id="…">` and every other component of `src/components/` without an import line. */
export const lessonComponents: MdastPluginEntry = ({ source, sourceFormat }) => {
  const names = sourceFormat === 'mdx' ? usedIn(source) : [];
  if (names.length === 0) return null;
  const value = names.map((name) => `import ${name} from '/src/components/${name}.astro';`).join('\n');
  return defineMdastPlugin({
    name: 'drydock-lesson-components',
    before(root, context) {
      context.prependChild(root, { type: 'mdxjsEsm', value });
    },
  });
};
