import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { readYaml } from '../../src/integrations/yaml-modules.ts';

const root = mkdtempSync(join(tmpdir(), 'drydock-yaml-'));
const file = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return join(root, path);
};

const fact = 'limit:\n  text: The limit\n  value: 10\n  source: https://docs.aws.amazon.com/\n  confidence: verified\n';

test('an undated fact stops the build with the name of its file and of the fact', async () => {
  const undated = file('content/facts/undated.yaml', fact);
  await expect(readYaml(undated)).rejects.toThrow(/undated\.yaml[\s\S]*limit\.checked/);
});

test('a dated fact is read', async () => {
  const dated = file('content/facts/dated.yaml', `${fact}  checked: 2026-11-23\n`);
  await expect(readYaml(dated)).resolves.toMatchObject({ limit: { value: 10, checked: '2026-11-23' } });
});

test('a diagram without a title stops the build with the name of its file', async () => {
  const untitled = file('diagrams/x/diagram.yaml', 'summary: Nothing\n');
  await expect(readYaml(untitled)).rejects.toThrow(/diagrams\/x\/diagram\.yaml[\s\S]*title/);
});
