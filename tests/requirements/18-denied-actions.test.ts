import { describe, expect, it } from 'vitest';
import { operations } from '../../src/account/operations.ts';
import { policyFor } from '../../src/account/policy.ts';
import { readFiles } from '../../src/account/read-files.ts';
import { snapshotLists } from '../../src/account/snapshot-lists.ts';
import { everything } from '../companion/fake-aws/everything.ts';
import { at } from '../companion/fake-aws/fake-aws.ts';
import { readFake } from '../companion/fake-aws/read-fake.ts';

describe('requirement 18: a reading with one action denied', () => {
  it.each(operations)('completes without $action and names it', async ({ action }) => {
    const { snapshot } = await readFake({ holdings: at(everything), denied: [action] });
    expect(snapshot.denied).toEqual([action]);
    expect(snapshot.errors).toEqual([]);
    const { complete } = readFiles([{ name: 'account.json', text: JSON.stringify(snapshot) }]).about;
    const shown = snapshotLists.filter(({ actions }) => actions.includes(action)).flatMap(({ shape }) => shape.kinds);
    expect(shown.filter((kind) => complete.has(kind))).toEqual([]);
    expect(policyFor(snapshot.denied).Statement.flatMap(({ Action }) => Action)).toEqual([action]);
  });

  it('reads with every action allowed all kinds that its lists hold', async () => {
    const { snapshot } = await readFake({ holdings: at(everything) });
    expect(snapshot).toMatchObject({ denied: [], errors: [], limits: [] });
    const { complete } = readFiles([{ name: 'account.json', text: JSON.stringify(snapshot) }]).about;
    const read = snapshotLists.filter(({ actions, sampled }) => actions.length > 0 && sampled !== true).flatMap(({ shape }) => shape.kinds);
    expect(read.filter((kind) => !complete.has(kind))).toEqual([]);
  });

  it('asks for nothing further where not even the lists are allowed', async () => {
    const { snapshot, fake } = await readFake({ holdings: at(everything), denied: operations.map(({ action }) => action) });
    expect(snapshot.denied).toEqual(['ecs:ListClusters', 'eks:ListClusters', 'sts:GetCallerIdentity']);
    expect(snapshot.caller).toBeUndefined();
    expect(fake.calls).toHaveLength(3);
  });
});
