import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src/account/read-files.ts';
import { at } from '../companion/fake-aws/fake-aws.ts';
import type { FakeReading } from '../companion/fake-aws/read-fake.ts';
import { readFake } from '../companion/fake-aws/read-fake.ts';
import { fargateOnly } from '../companion/fake-aws/holdings.ts';

const sent = ({ fake }: FakeReading, action: string) => fake.calls.filter((call) => call.action === action).map(({ input }) => input);

/** How many names each call of an operation carried, the fewest first. */
const sizes = (reading: FakeReading, action: string, key: string) =>
  sent(reading, action)
    .map(({ [key]: names }) => (Array.isArray(names) ? names.length : 0))
    .sort((one, other) => one - other);

describe('requirement 16: batches and caps', () => {
  it('asks for as much in one call as each operation gives', async () => {
    const reading = await readFake(
      { holdings: at(fargateOnly({ clusters: 2, services: 60, tasks: 300, taskDefinitions: 2 })) },
      { include: ['ecs'] },
    );
    expect(sent(reading, 'ecs:ListServices')).toEqual(
      [0, 1].map((index) => ({ cluster: expect.stringMatching(`cluster-${index}$`), maxResults: 100 })),
    );
    expect(sizes(reading, 'ecs:DescribeServices', 'services')).toEqual([10, 10, 10, 10, 10, 10]);
    expect(sizes(reading, 'ecs:DescribeTasks', 'tasks')).toEqual([50, 50, 100, 100]);
    expect(sizes(reading, 'ecs:DescribeClusters', 'clusters')).toEqual([2]);
  });

  it('reads up to its caps, and says of how many', async () => {
    const reading = await readFake(
      { holdings: at(fargateOnly({ clusters: 3, services: 90, tasks: 600, taskDefinitions: 40 })) },
      { include: ['ecs'], caps: { clusters: 2, services: 40, tasks: 250, taskDefinitions: 7 } },
    );
    const { limits, ecs } = reading.snapshot;
    expect(limits).toEqual([
      { what: 'clusters of ECS in eu-west-1', shown: 2, found: 3 },
      { what: 'services of cluster cluster-1', shown: 10, found: 30 },
      { what: 'tasks of cluster cluster-1', shown: 50, found: 200 },
      { what: 'task definitions in eu-west-1', shown: 7, found: expect.any(Number) },
    ]);
    expect([ecs['clusters'], ecs['services'], ecs['tasks'], ecs['taskDefinitions']].map((list) => list?.length)).toEqual([2, 40, 250, 7]);
    expect(sent(reading, 'ecs:DescribeTaskDefinition')).toHaveLength(7);
  });

  it('does not list what it will not read, and knows how many there are from the cluster', async () => {
    const reading = await readFake(
      { holdings: at(fargateOnly({ clusters: 1, services: 1_240, tasks: 1, taskDefinitions: 1 })) },
      { include: ['ecs'] },
    );
    expect(reading.snapshot.limits).toEqual([{ what: 'services of cluster cluster-0', shown: 500, found: 1_240 }]);
    expect(sent(reading, 'ecs:ListServices')).toHaveLength(5);
  });

  it('has twenty clusters, 500 services, 1,000 tasks and 300 task definitions as its usual caps, in all Regions together', async () => {
    const big = fargateOnly({ clusters: 12, services: 480, tasks: 900, taskDefinitions: 290 });
    const { snapshot } = await readFake(
      { holdings: { 'eu-west-1': big, 'us-east-1': fargateOnly({ clusters: 12, services: 480, tasks: 900, taskDefinitions: 290 }) } },
      { include: ['ecs'], regions: ['eu-west-1', 'us-east-1'] },
    );
    const { ecs, regions } = snapshot;
    expect(regions).toEqual(['eu-west-1', 'us-east-1']);
    expect([ecs['clusters'], ecs['services'], ecs['tasks'], ecs['taskDefinitions']].map((list) => list?.length)).toEqual([
      20, 500, 1_000, 300,
    ]);
  });

  it('leaves a kind that was capped unknown beyond what was read', async () => {
    const { snapshot } = await readFake(
      { holdings: at(fargateOnly({ clusters: 1, services: 20, tasks: 5, taskDefinitions: 1 })) },
      { include: ['ecs'], caps: { services: 10 } },
    );
    const { complete, limits } = readFiles([{ name: 'account.json', text: JSON.stringify(snapshot) }]).about;
    expect(limits).toEqual([{ what: 'services of cluster cluster-0', shown: 10, found: 20 }]);
    expect(complete.has('ecs-service')).toBe(false);
    expect(complete.has('ecs-task')).toBe(true);
  });
});
