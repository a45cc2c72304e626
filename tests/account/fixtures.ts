import { readdirSync, readFileSync } from 'node:fs';
import type { NamedText } from '../../src/account/read-files.ts';

const root = new URL('../fixtures/aws-cli/', import.meta.url);

/** The names of the recorded outputs of a service, such as `ecs/describe-tasks.json`. */
export const recordings = (service: string): readonly string[] =>
  readdirSync(new URL(`${service}/`, root)).map((name) => `${service}/${name}`);

/** One recorded output as a reader would open it. */
export const recorded = (name: string): NamedText => ({ name: name.replace(/^.*\//, ''), text: readFileSync(new URL(name, root), 'utf8') });
