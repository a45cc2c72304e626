import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The names in the section headers of one of the AWS CLI's shared files. Nothing else of it is looked at. */
export const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^\s*\[\s*(?:profile\s+)?([^\]]+?)\s*\]/gm)]
    .map(([, name = '']) => name.replace(/^(["'])(.*)\1$/, '$2'))
    .filter((name) => !/^(?:sso-session|services)\s/.test(name));

const textOf = (file: string) => readFile(file, 'utf8').catch(() => '');

/** The names of the profiles that the AWS CLI would know here. */
export async function profileNames(env: NodeJS.ProcessEnv = process.env): Promise<readonly string[]> {
  const files = [
    env['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws', 'config'),
    env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(homedir(), '.aws', 'credentials'),
  ];
  return [...new Set((await Promise.all(files.map(textOf))).flatMap(namesIn))].sort();
}
