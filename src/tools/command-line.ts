import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const atRoot: string = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a tool that takes one id, when its module was started and not imported. Prints what it did, or one sentence of what is wrong. */
export function fromCommandLine(moduleUrl: string, usage: string, run: (id: string) => string): void {
  if (process.argv[1] !== fileURLToPath(moduleUrl)) return;
  const [id, ...rest] = process.argv.slice(2);
  try {
    if (id === undefined || rest.length > 0) throw new Error(`Give one id: ${usage}`);
    console.log(run(id));
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** A title from an id in kebab case. */
export const titleOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}`;
