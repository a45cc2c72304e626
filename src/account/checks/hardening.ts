import type { ApiObject } from '../../model/api-object.ts';
import { object, objects, text, texts } from '../../model/ecs/read.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { cloudFormation, ecsServiceFix, terraformBlock } from './ecs-fixes.ts';
import { definitionOf, serviceName, servicesOf } from './ecs-services.ts';
import { actionsFor } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';

const kinds = ['ecs-service', 'ecs-task-definition'] as const;
const needs = actionsFor(...kinds);

function network({ body }: ApiObject, { body: definition }: ApiObject): Aspect {
  const value = text(object(object(body, 'networkConfiguration'), 'awsvpcConfiguration'), 'assignPublicIp');
  const says = (verdict: Aspect['verdict'], clause: string): Aspect =>
    aspect(verdict, clause, [
      'ecs:DescribeServices',
      'services[].networkConfiguration.awsvpcConfiguration.assignPublicIp',
      value ?? 'absent',
    ]);
  if (value === 'ENABLED') return says('suggest', 'its tasks have public addresses');
  if (value === 'DISABLED') return says('pass', 'its tasks have no public addresses');
  const mode = text(definition, 'networkMode');
  return mode === undefined || mode === 'awsvpc'
    ? says('unknown', 'whether its tasks have public addresses was not read')
    : says('not-applicable', 'its tasks have no network interface of their own');
}

const isRoot = (user: string): boolean => /^(?:root|0)(?::|$)/.test(user);

/** What one container may do that it should not. */
function ofContainer(container: JsonObject): readonly Aspect[] {
  const name = text(container, 'name') ?? 'without a name';
  const user = text(container, 'user') ?? '';
  const secrets = texts(container, 'suspiciousEnvironment');
  const says = (verdict: Aspect['verdict'], clause: string, field: string, observed: string): Aspect =>
    aspect(verdict, clause, ['ecs:DescribeTaskDefinition', `taskDefinition.containerDefinitions[].${field}`, `${observed} for ${name}`]);
  const privileged = container['privileged'] === true;
  const readonly = container['readonlyRootFilesystem'] === true;
  return [
    privileged
      ? says('fail', `its container ${name} is privileged`, 'privileged', 'true')
      : says('pass', 'no container is privileged', 'privileged', container['privileged'] === false ? 'false' : 'absent, so false'),
    readonly
      ? says('pass', 'its root file systems are read-only', 'readonlyRootFilesystem', 'true')
      : says('suggest', `its container ${name} can write to its root file system`, 'readonlyRootFilesystem', 'not true'),
    user === ''
      ? says('unknown', `the image of ${name} decides as which user it runs`, 'user', 'absent')
      : says(
          isRoot(user) ? 'suggest' : 'pass',
          isRoot(user) ? `its container ${name} runs as root` : 'its containers do not run as root',
          'user',
          user,
        ),
    secrets.length > 0
      ? says(
          'suggest',
          `by its name, ${secrets.join(', ')} of ${name} may be a secret in clear text; this is a suspicion`,
          'environment[].name',
          secrets.join(', '),
        )
      : says('pass', 'no variable has the name of a secret', 'environment[].name', 'none suspected'),
  ];
}

function judge(service: ApiObject, evidences: Evidences): Finding {
  const definition = definitionOf(service, evidences);
  const containers = objects(definition?.body ?? {}, 'containerDefinitions');
  if (definition === undefined || containers.length === 0) {
    const evidence = ['ecs:DescribeTaskDefinition', 'taskDefinition.containerDefinitions', 'absent'] as const;
    return findingOf(service.id, serviceName(service), [aspect('unknown', 'its task definition was not read', evidence)]);
  }
  const pidMode = text(definition.body, 'pidMode');
  const processes = aspect(
    pidMode === 'host' ? 'fail' : 'pass',
    pidMode === 'host' ? 'its tasks see the processes of their host' : 'its tasks do not see the processes of their host',
    ['ecs:DescribeTaskDefinition', 'taskDefinition.pidMode', pidMode ?? 'absent'],
  );
  return findingOf(service.id, serviceName(service), [network(service, definition), processes, ...containers.flatMap(ofContainer)]);
}

const [publicAddress] = ecsServiceFix({
  cli: `--network-configuration 'awsvpcConfiguration={subnets=[<private-subnets>],securityGroups=[<security-groups>],assignPublicIp=DISABLED}'`,
  cloudformation: [],
  terraform: [],
});

/** Whether a container that is broken into can do little. */
export const hardening: Check = {
  id: 'ecs-hardening',
  title: 'Hardening',
  kinds,
  needs,
  blindSpot: 'The user that an image sets, what is in the image and the values of variables are not read.',
  lesson: '/ecs/task-definitions/',
  judge: judgeEach({ kind: 'ecs-service', noun: ['service', 'services'], needs }, servicesOf, judge),
  fixes: [
    ...(publicAddress === undefined ? [] : [publicAddress]),
    {
      form: 'cloudformation',
      text: cloudFormation('AWS::ECS::TaskDefinition', [
        'ContainerDefinitions:',
        '  - Name: <container>',
        '    Privileged: false',
        '    ReadonlyRootFilesystem: true',
        '    User: "<user-id>"',
        '    Secrets:',
        '      - Name: <variable>',
        '        ValueFrom: <secret-arn>',
      ]),
    },
    {
      form: 'terraform',
      text: terraformBlock('aws_ecs_task_definition', [
        'container_definitions = jsonencode([{',
        '  name                   = "<container>"',
        '  privileged             = false',
        '  readonlyRootFilesystem = true',
        '  user                   = "<user-id>"',
        '  secrets                = [{ name = "<variable>", valueFrom = "<secret-arn>" }]',
        '}])',
      ]),
    },
  ],
};
