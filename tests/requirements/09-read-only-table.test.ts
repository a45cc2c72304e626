import { ECS } from '@aws-sdk/client-ecs';
import { afterEach, describe, expect, it } from 'vitest';
import { operations } from '../../src/account/operations.ts';
import { clientsOf } from '../../src/companion/reading/clients.ts';
import { everything } from '../companion/fake-aws/everything.ts';
import type { FakeAws } from '../companion/fake-aws/fake-aws.ts';
import { at, fakeAws } from '../companion/fake-aws/fake-aws.ts';
import { home } from '../companion/fake-aws/holdings.ts';
import { onlyFake, readFake } from '../companion/fake-aws/read-fake.ts';

let fake: FakeAws | undefined;

afterEach(async () => {
  await fake?.close();
  fake = undefined;
});

describe('requirement 9: read-only by construction', () => {
  it('sends every operation of the table, and no other, for an account that has something of everything', async () => {
    const { fake: read } = await readFake({ holdings: at(everything) });
    expect([...new Set(read.calls.map(({ action }) => action))].sort()).toEqual(operations.map(({ action }) => action).sort());
  });

  it('refuses a command that is not in the table before anything is sent, by its name and not by its verb', async () => {
    fake = await fakeAws({});
    onlyFake(fake.url);
    const { ecs, eks, sts } = clientsOf({})(home);
    await expect(ecs.deleteService({ service: 'web' })).rejects.toThrow(
      'ecs:DeleteService is not in the table of what Drydock may ask AWS',
    );
    await expect(ecs.listTaskDefinitions({})).rejects.toThrow('ecs:ListTaskDefinitions is not in the table');
    await expect(eks.deleteCluster({ name: 'kube' })).rejects.toThrow('eks:DeleteCluster is not in the table');
    await expect(sts.assumeRole({ RoleArn: 'arn:aws:iam::111122223333:role/admin', RoleSessionName: 'x' })).rejects.toThrow(
      'sts:AssumeRole is not in the table',
    );
    expect(fake.calls).toEqual([]);
  });

  it('would see such a command arrive if the clients did not refuse it', async () => {
    fake = await fakeAws({});
    onlyFake(fake.url);
    await expect(new ECS({ region: home, maxAttempts: 1 }).deleteService({ service: 'web' })).rejects.toThrow();
    expect(fake.calls.map(({ action }) => action)).toEqual(['ecs:DeleteService']);
  });
});
