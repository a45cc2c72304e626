import type { ApiObject } from '../../model/api-object.ts';
import { count, object, objects, text } from '../../model/ecs/read.ts';
import type { JsonObject } from '../../model/json.ts';
import { logGroupArn } from '../arn.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { cloudFormation, terraformBlock } from './ecs-fixes.ts';
import { definitionOf, serviceName, servicesOf } from './ecs-services.ts';
import { actionsFor, describedAt } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';

const kinds = ['ecs-service', 'ecs-task-definition', 'logs-log-group'] as const;
const needs = actionsFor(...kinds);

/** Where a container writes, and how long that is kept. */
function ofContainer(container: JsonObject, definition: ApiObject, { estate }: Evidences): readonly Aspect[] {
  const name = `its container ${text(container, 'name') ?? 'without a name'}`;
  const configuration = object(container, 'logConfiguration');
  const driver = text(configuration, 'logDriver');
  const says = (verdict: Aspect['verdict'], clause: string): Aspect =>
    aspect(verdict, clause, [
      'ecs:DescribeTaskDefinition',
      'taskDefinition.containerDefinitions[].logConfiguration.logDriver',
      `${driver ?? 'absent'} for ${text(container, 'name') ?? 'a container'}`,
    ]);
  if (driver === undefined) return [says('fail', `${name} has no log configuration`)];
  if (driver === 'awsfirelens') return [says('pass', 'its containers write to FireLens')];
  if (driver !== 'awslogs') return [says('suggest', `${name} writes by the driver ${driver}, not to CloudWatch Logs or FireLens`)];
  const group = text(object(configuration, 'options'), 'awslogs-group');
  const region = text(object(configuration, 'options'), 'awslogs-region');
  const elsewhere = region !== undefined && !definition.id.includes(`:${region}:`);
  const known = group === undefined || elsewhere ? undefined : describedAt(estate, logGroupArn(definition.id, group)[0]);
  return [
    says('pass', 'its containers write to CloudWatch Logs'),
    retention(group === undefined ? 'its log group' : `its log group ${group}`, known),
  ];
}

function retention(name: string, group: ApiObject | undefined): Aspect {
  const says = (verdict: Aspect['verdict'], clause: string, observed: string): Aspect =>
    aspect(verdict, clause, ['logs:DescribeLogGroups', 'logGroups[].retentionInDays', observed]);
  if (group === undefined) return says('unknown', `${name} was not read`, 'absent');
  const days = count(group.body, 'retentionInDays');
  return days === undefined
    ? says('suggest', `${name} keeps everything for ever`, 'absent')
    : says('pass', `${name} keeps ${days} ${days === 1 ? 'day' : 'days'}`, `${days}`);
}

function judge(service: ApiObject, evidences: Evidences): Finding {
  const definition = definitionOf(service, evidences);
  const containers = objects(definition?.body ?? {}, 'containerDefinitions');
  const aspects =
    definition === undefined || containers.length === 0
      ? [
          aspect('unknown', 'its task definition was not read', [
            'ecs:DescribeTaskDefinition',
            'taskDefinition.containerDefinitions',
            'absent',
          ]),
        ]
      : containers.flatMap((container) => ofContainer(container, definition, evidences));
  return findingOf(service.id, serviceName(service), aspects);
}

/** Whether what containers say is kept, and for how long. */
export const logging: Check = {
  id: 'ecs-logging',
  title: 'CloudWatch Logs',
  kinds,
  needs,
  blindSpot: 'Whether containers write anything useful, and where FireLens sends it, cannot be seen.',
  lesson: '/ecs/practices/logging/',
  judge: judgeEach({ kind: 'ecs-service', noun: ['service', 'services'], needs }, servicesOf, judge),
  fixes: [
    { form: 'cli', text: 'aws logs put-retention-policy --region {region} --log-group-name <log-group> --retention-in-days <days>' },
    { form: 'cloudformation', text: cloudFormation('AWS::Logs::LogGroup', ['LogGroupName: <log-group>', 'RetentionInDays: <days>']) },
    {
      form: 'terraform',
      text: terraformBlock('aws_cloudwatch_log_group', ['name              = "<log-group>"', 'retention_in_days = <days>']),
    },
  ],
};
