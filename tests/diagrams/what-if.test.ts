import { describe, expect, it } from 'vitest';
import type { ApiObject } from '../../src/model/api-object.ts';
import { extendTo, lastMoment } from '../../src/simulation/engine/run.ts';
import { decodeShare, fragmentOf } from '../../src/simulation/engine/share-link.ts';
import type { Scenario } from '../../src/simulation/engine/scenario.ts';
import type { WhatIf } from '../../src/simulation/engine/what-if.ts';
import { tried } from '../../src/simulation/engine/what-if.ts';
import deployment from '../../diagrams/ecs-deployment/scenario.ts';
import deploymentWhatIf from '../../diagrams/ecs-deployment/what-if.ts';
import service from '../../diagrams/ecs-service/scenario.ts';
import { groupId } from '../../diagrams/eks-node-groups/cluster.ts';
import nodeGroups from '../../diagrams/eks-node-groups/scenario.ts';
import nodeGroupWhatIf from '../../diagrams/eks-node-groups/what-if.ts';
import serviceWhatIf from '../../diagrams/ecs-service/what-if.ts';

const arn = (rest: string) => `arn:aws:ecs:us-east-1:999988887777:${rest}`;
const definition: ApiObject = {
  id: arn('task-definition/checkout:31'),
  kind: 'ecs-task-definition',
  body: {
    taskDefinitionArn: arn('task-definition/checkout:31'),
    family: 'checkout',
    revision: 31,
    cpu: '256',
    memory: '1024',
    containerDefinitions: [
      {
        name: 'app',
        image: '999988887777.dkr.ecr.us-east-1.amazonaws.com/checkout:2.1',
        essential: true,
        healthCheck: { interval: 5, retries: 2 },
      },
      { name: 'proxy', image: 'public.ecr.aws/envoy:1', essential: false, dependsOn: [{ containerName: 'app', condition: 'HEALTHY' }] },
    ],
  },
};
const real = (more: ApiObject['body']): readonly ApiObject[] => [
  {
    id: arn('service/shop/checkout'),
    kind: 'ecs-service',
    body: {
      serviceName: 'checkout',
      taskDefinition: definition.id,
      desiredCount: 6,
      deploymentConfiguration: {
        minimumHealthyPercent: 50,
        maximumPercent: 150,
        deploymentCircuitBreaker: { enable: true, rollback: false },
      },
      healthCheckGracePeriodSeconds: 45,
      ...more,
    },
  },
  definition,
];

const cases: readonly [Scenario, (objects: readonly ApiObject[]) => WhatIf | undefined][] = [
  [service, serviceWhatIf],
  [deployment, deploymentWhatIf],
];

/** The world in which a reader begins. */
const begun = (scenario: Scenario, whatIf: WhatIf | undefined) => {
  if (whatIf === undefined) throw new Error('This account has no service.');
  const { run, time } = tried(scenario, whatIf);
  return { run, time, world: lastMoment(extendTo(run, time)).world };
};
const tasksIn = (objects: Iterable<ApiObject>) =>
  [...objects].filter(({ kind, body }) => kind === 'ecs-task' && body['lastStatus'] === 'RUNNING');

describe.each(cases)('a real service as the start of a simulation', (scenario, make) => {
  it('runs with its count, limits, circuit breaker and grace period', () => {
    const { world } = begun(scenario, make(real({ launchType: 'FARGATE' })));
    const [body] = [...world.objects.values()].flatMap(({ kind, body: one }) => (kind === 'ecs-service' ? [one] : []));
    expect(body).toMatchObject({
      desiredCount: 6,
      runningCount: 6,
      healthCheckGracePeriodSeconds: 45,
      deploymentConfiguration: {
        minimumHealthyPercent: 50,
        maximumPercent: 150,
        deploymentCircuitBreaker: { enable: true, rollback: false },
      },
    });
  });

  it('has its containers, sizes and launch type', () => {
    const { world } = begun(scenario, make(real({ launchType: 'FARGATE' })));
    const tasks = tasksIn(world.objects.values());
    expect(tasks).toHaveLength(6);
    for (const { body } of tasks) {
      expect(body).toMatchObject({ launchType: 'FARGATE', cpu: '256', memory: '1024', healthStatus: 'HEALTHY' });
      expect(body['containers']).toMatchObject([{ name: 'app' }, { name: 'proxy' }]);
    }
  });

  it('gets as many instances as a whole deployment of it needs', () => {
    const { world } = begun(scenario, make(real({ launchType: 'EC2', desiredCount: 30 })));
    expect(tasksIn(world.objects.values())).toHaveLength(30);
  });

  it('keeps account ids and Regions out of the world and of the links to it', () => {
    const { run, time } = begun(scenario, make(real({ launchType: 'FARGATE' })));
    const link = decodeShare(fragmentOf(run, time));
    expect(link.ok).toBe(true);
    expect(JSON.stringify(link)).toContain('checkout:2.1');
    expect(JSON.stringify(link)).not.toMatch(/999988887777|us-east-1/);
  });

  it('is offered for a service alone', () => {
    expect(make([definition])).toBeUndefined();
  });

  it('opens when its first deployment is over', () => {
    const whatIf = make(real({ launchType: 'EC2', desiredCount: 2 }));
    const { time, world } = begun(scenario, whatIf);
    expect(time).toBeGreaterThan(0);
    expect(whatIf?.isReady(world)).toBe(true);
  });
});

describe('a real node group as the start of a simulation', () => {
  const group = (more: ApiObject['body']): readonly ApiObject[] => [
    {
      id: 'k8s:shop/Nodegroup//workers',
      kind: 'eks-nodegroup',
      body: { nodegroupName: 'workers', scalingConfig: { minSize: 2, maxSize: 9, desiredSize: 5 }, ...more },
    },
  ];

  it('has its sizes, its update configuration and as many nodes', () => {
    const { world } = begun(nodeGroups, nodeGroupWhatIf(group({ updateConfig: { maxUnavailable: 2 } })));
    const body = world.objects.get(groupId)?.body;
    expect(body).toMatchObject({
      status: 'ACTIVE',
      scalingConfig: { minSize: 2, maxSize: 9, desiredSize: 5 },
      updateConfig: { maxUnavailable: 2 },
    });
    const nodes = [...world.objects.values()].filter(
      ({ kind, body: node }) => kind === 'k8s-node' && JSON.stringify(node).includes('eks.amazonaws.com/nodegroup'),
    );
    expect(nodes).toHaveLength(5);
  });

  it('is offered for a node group alone', () => {
    expect(nodeGroupWhatIf([definition])).toBeUndefined();
  });
});
