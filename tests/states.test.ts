import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../src/integrations/yaml-modules.ts';
import { ecsHealths, ecsReasons } from '../src/model/ecs/vocabulary.ts';
import { eksHealths, eksReasons } from '../src/model/eks/vocabulary.ts';
import type { Kind } from '../src/model/kind.ts';
import { isKind, kinds as allKinds } from '../src/model/kind.ts';
import { stateTexts } from '../src/model/state-text.ts';
import { statuses } from '../src/model/status.ts';
import { cloudMapWaitCodes } from '../src/simulation/cloud-map/waits.ts';
import { ecsWaitCodes } from '../src/simulation/ecs/waits.ts';
import { eksWaitCodes } from '../src/simulation/eks/wait-codes.ts';

type Words = Readonly<Partial<Record<Kind, readonly string[]>>>;

/** What each domain can show beside a status. A domain adds its own lists here. */
const reasons: readonly Words[] = [ecsReasons, eksReasons];
const healths: readonly Words[] = [ecsHealths, eksHealths];
const waits: readonly Words[] = [ecsWaitCodes, cloudMapWaitCodes, eksWaitCodes];

const wordsOf = (lists: readonly Words[], kind: Kind): readonly string[] => lists.flatMap((list) => list[kind] ?? []);
const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].sort();

const folder = new URL('../content/states/', import.meta.url).pathname;
const kinds = readdirSync(folder)
  .map((file) => basename(file, '.yaml'))
  .filter(isKind);

describe('explanations of states', () => {
  test('there is a file for each kind', () => {
    expect(allKinds.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });

  test.each(kinds)('%s explains each status, reason, health and wait that can occur, and no other', async (kind) => {
    const texts = stateTexts.parse(await readYaml(`${folder}${kind}.yaml`));
    expect(sorted(Object.keys(texts.status))).toEqual(sorted(Object.keys(statuses[kind])));
    expect(sorted(Object.keys(texts.reason))).toEqual(sorted(wordsOf(reasons, kind)));
    expect(sorted(Object.keys(texts.health))).toEqual(sorted(wordsOf(healths, kind)));
    expect(sorted(Object.keys(texts.wait))).toEqual(sorted(wordsOf(waits, kind)));
  });
});
