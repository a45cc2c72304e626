import { describe, expect, it } from 'vitest';
import { at } from '../fake-aws/fake-aws.ts';
import { fargateOnly } from '../fake-aws/holdings.ts';
import { readFake } from '../fake-aws/read-fake.ts';

const small = { clusters: 1, services: 10, tasks: 20, taskDefinitions: 10 };
const large = { clusters: 5, services: 200, tasks: 1_000, taskDefinitions: 200 };

describe('the calls that a reading makes', () => {
  it.each([
    { ...small, calls: 17 },
    { ...large, calls: 248 },
  ])(
    'are $calls of ECS and STS for $clusters clusters, $services services, $tasks tasks and $taskDefinitions definitions',
    async (size) => {
      const { fake, snapshot } = await readFake({ holdings: at(fargateOnly(size)) }, { include: ['ecs'] });
      expect(fake.calls.filter(({ action }) => /^(?:ecs|sts):/.test(action))).toHaveLength(size.calls);
      expect(fake.calls.filter(({ action }) => !/^(?:ecs|sts):/.test(action)).map(({ action }) => action)).toEqual([
        'application-autoscaling:DescribeScalableTargets', // whether a service is scaled is told nowhere else
      ]);
      expect(fake.throttled()).toBe(0);
      expect(snapshot).toMatchObject({ denied: [], errors: [], limits: [] });
      expect(snapshot.ecs['services']).toHaveLength(size.services);
      expect(snapshot.ecs['tasks']).toHaveLength(size.tasks);
      expect(snapshot.ecs['taskDefinitions']).toHaveLength(size.taskDefinitions);
    },
  );
});
