import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/integrations/yaml-modules.ts';
import { dateText, factText, isIllustrative } from '../../src/model/fact-text.ts';

/** Reads a fact file with this content, as a build would. */
async function read(content: string): Promise<unknown> {
  const folder = join(await mkdtemp(join(tmpdir(), 'facts-')), 'content', 'facts');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'ecs.yaml'), content);
  return readYaml(join(folder, 'ecs.yaml'));
}

const dated = 'delay: { text: A delay, value: 30, unit: seconds, source: https://example.org/, checked: 2026-11-23, confidence: verified }';

describe('a fact', () => {
  test.each([
    [{ value: 30, unit: 'seconds' }, '30 seconds'],
    [{ value: 5000, unit: 'container instances' }, '5,000 container instances'],
    [{ value: 99.95, unit: '%' }, '99.95%'],
    [{ value: 0.1, unit: 'USD per cluster-hour' }, '$0.10 per cluster-hour'],
    [{ value: 0.004445, unit: 'USD per GB-hour' }, '$0.004445 per GB-hour'],
    [{ value: 0, unit: 'USD' }, '$0'],
    [{ value: 73, unit: 'USD per month' }, '$73 per month'],
    [{ value: 3 }, '3'],
    [{ value: '30 September 2026' }, '30 September 2026'],
  ])('%j reads %j', (fact, text) => {
    expect(factText(fact)).toBe(text);
  });

  test('is illustrative when nobody published it or no source could be opened', () => {
    const illustrative = (['verified', 'secondary', 'memory', 'model'] as const).filter((confidence) => isIllustrative({ confidence }));
    expect(illustrative).toEqual(['memory', 'model']);
  });

  test('says in words when it was checked', () => {
    expect(dateText('2026-11-23')).toBe('23 November 2026');
  });
});

describe('a file of facts', () => {
  test('is read when every fact has its source and date', async () => {
    expect(await read(dated)).toHaveProperty('delay.checked', '2026-11-23');
  });

  test.each([
    ['has no date', dated.replace('checked: 2026-11-23, ', ''), /ecs\.yaml .*delay\.checked/s],
    ['has a date that no calendar has', dated.replace('2026-11-23', '2026-02-30'), /ecs\.yaml .*delay\.checked/s],
    ['has no source', dated.replace('source: https://example.org/, ', ''), /ecs\.yaml .*delay\.source/s],
    ['claims a confidence that nobody defined', dated.replace('verified', 'sure'), /ecs\.yaml .*delay\.confidence/s],
  ])('stops the build when a fact %s', async (_why, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
});
