import type { ApiObject } from '../../model/api-object.ts';
import { objects, text } from '../../model/ecs/read.ts';
import type { Check, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { actionsFor, described } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';

const kinds = ['ecs-cluster'] as const;
const needs = actionsFor(...kinds);

const verdicts: Readonly<Record<string, readonly [Aspect['verdict'], string]>> = {
  enhanced: ['pass', 'Container Insights with enhanced observability is on'],
  enabled: ['pass', 'Container Insights is on'],
  disabled: ['suggest', 'Container Insights is off'],
};

function judge(cluster: ApiObject): Finding {
  const value = objects(cluster.body, 'settings').find((one) => text(one, 'name') === 'containerInsights');
  const observed = text(value ?? {}, 'value');
  const [verdict, says] = verdicts[observed ?? ''] ?? ['unknown', 'the settings of the cluster were not read'];
  return findingOf(cluster.id, text(cluster.body, 'clusterName') ?? cluster.id, [
    aspect(verdict, says, ['ecs:DescribeClusters', 'clusters[].settings[name=containerInsights].value', observed ?? 'absent']),
  ]);
}

/** Whether a cluster tells how its tasks are. */
export const containerInsights: Check = {
  id: 'ecs-container-insights',
  title: 'Container Insights',
  kinds,
  needs,
  blindSpot: 'Other monitoring, such as an agent in each task, is not looked for.',
  lesson: '/ecs/practices/logging/',
  judge: judgeEach(
    { kind: 'ecs-cluster', noun: ['cluster', 'clusters'], needs },
    ({ estate }) => described(estate, 'ecs-cluster').filter(({ body }) => text(body, 'status') !== 'INACTIVE'),
    judge,
  ),
  fixes: [
    {
      form: 'cli',
      text: 'aws ecs update-cluster-settings --region {region} --cluster {cluster} --settings name=containerInsights,value=enhanced',
    },
    {
      form: 'cloudformation',
      text: cloudFormation('AWS::ECS::Cluster', [
        'ClusterName: {cluster}',
        'ClusterSettings:',
        '  - Name: containerInsights',
        '    Value: enhanced',
      ]),
    },
    {
      form: 'terraform',
      text: terraformBlock('aws_ecs_cluster', [
        'name = {cluster}',
        'setting {',
        '  name  = "containerInsights"',
        '  value = "enhanced"',
        '}',
      ]),
    },
  ],
};
