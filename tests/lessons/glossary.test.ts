import { describe, expect, test } from 'vitest';
import { glossary, termsOnPage } from '../../src/components/glossary/terms.ts';
import type { Kind } from '../../src/model/kind.ts';
import { bareNumbers, lessonSources } from './lesson-sources.ts';

describe.each(await lessonSources())('the lesson $path', ({ text }) => {
  const terms = termsOnPage(text);

  test('marks only terms that the glossary has', () => {
    expect(terms.filter((id) => !glossary.has(id))).toEqual([]);
  });

  test('marks each term once, where it is first used', () => {
    expect(terms.filter((id, at) => terms.indexOf(id) !== at)).toEqual([]);
  });
});

test('each definition is one sentence, without a number that would need a source of its own', () => {
  const texts = [...glossary.values()].map(({ text }) => text);
  expect(texts.filter((text) => /\.\s/.test(text))).toEqual([]);
  expect(texts.filter((text) => bareNumbers(text.replaceAll('web:7', '')).length > 0)).toEqual([]);
});

test('no entry refers to itself', () => {
  expect([...glossary.values()].filter(({ id, see }) => see.includes(id))).toEqual([]);
});

/** The term that explains each kind of the ECS world and of what is around it; a new kind needs one. */
const ecsKinds: Readonly<Record<Extract<Kind, `${'ecs' | 'elbv2' | 'servicediscovery' | 'logs' | 'dns'}-${string}`>, string>> = {
  'ecs-cluster': 'ecs-cluster',
  'ecs-service': 'ecs-service',
  'ecs-task-definition': 'task-definition',
  'ecs-container-definition': 'essential-container',
  'ecs-task': 'ecs-task',
  'ecs-container': 'container',
  'ecs-attachment': 'network-interface',
  'ecs-container-instance': 'container-instance',
  'ecs-capacity-provider': 'capacity-provider',
  'ecs-service-deployment': 'ecs-deployment',
  'elbv2-load-balancer': 'load-balancer',
  'elbv2-target-group': 'target-group',
  'elbv2-target': 'target',
  'servicediscovery-namespace': 'cloud-map-namespace',
  'servicediscovery-service': 'discovery-service',
  'servicediscovery-instance': 'registered-instance',
  'dns-answer': 'dns-answer',
  'dns-record': 'ttl',
  'logs-log-group': 'log-group',
  'logs-log-stream': 'log-stream',
};

test('every kind of the ECS world has an entry', () => {
  expect(Object.values(ecsKinds).filter((id) => !glossary.has(id))).toEqual([]);
});

test('every status of a task has an entry', () => {
  const words = 'PROVISIONING PENDING ACTIVATING RUNNING DEACTIVATING STOPPING DEPROVISIONING STOPPED DELETED'.split(' ');
  expect(words.filter((word) => glossary.get(word.toLowerCase())?.term !== word)).toEqual([]);
});

test.each([
  'revision family essential-container depends-on stop-timeout stop-code stopped-reason ecs-restart-policy network-interface awsvpc',
  'capacity-provider base weight daemon replica launch-type placement-constraint placement-strategy binpack spread fargate-spot',
  'cloud-map cloud-map-namespace ttl awslogs log-group log-stream blocking non-blocking log-driver fail-open circuit-breaker',
  'api-server etcd watch resource-version authentication authorization admission rbac role cluster-role role-binding cluster-role-binding',
  'network-policy access-entry access-policy pod-identity irsa service-account pod-security-standards cluster-endpoint',
  'probe startup-probe daemon-set job endpoint-slice pod-disruption-budget eviction drain preemption node-group self-managed-node version-skew',
])('the glossary has %s', (ids) => {
  expect(ids.split(' ').filter((id) => !glossary.has(id))).toEqual([]);
});
