import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedText } from '../../src/account/read-files.ts';

const root = 'tests/fixtures/aws-cli';

/** The names of the recorded outputs of a service, such as `ecs/describe-tasks.json`. */
export const recordings = (service: string): readonly string[] => readdirSync(join(root, service)).map((name) => `${service}/${name}`);

/** One recorded output as a reader would open it. */
export const recorded = (name: string): NamedText => ({ name: name.replace(/^.*\//, ''), text: readFileSync(join(root, name), 'utf8') });
