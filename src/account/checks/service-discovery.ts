import type { ApiObject } from '../../model/api-object.ts';
import { object, objects } from '../../model/ecs/read.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { ecsServiceFix } from './ecs-fixes.ts';
import { primaryOf, serviceName, servicesInCluster, servicesOf } from './ecs-services.ts';
import { actionsFor, isWhole } from './evidence-of.ts';
import type { Aspect } from './judging.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';

const kinds = ['ecs-service'] as const;
const needs = actionsFor(...kinds);
const operation = 'ecs:DescribeServices';

/** Each way in which others find a service: how many there are of it, undefined where the output does not say. */
function waysOf(service: ApiObject): readonly (readonly [says: string, path: string, found: number | undefined])[] {
  const primary = primaryOf(service);
  const registries = service.body['serviceRegistries'] === undefined ? undefined : objects(service.body, 'serviceRegistries').length;
  const connect = primary && Number(object(primary, 'serviceConnectConfiguration')['enabled'] === true);
  const lattice = primary && objects(primary, 'vpcLatticeConfigurations').length;
  return [
    ['Cloud Map', 'services[].serviceRegistries', registries],
    ['Service Connect', 'services[].deployments[].serviceConnectConfiguration.enabled', connect],
    ['VPC Lattice', 'services[].deployments[].vpcLatticeConfigurations', lattice],
  ];
}

function judge(service: ApiObject, evidences: Evidences): Finding {
  const ways = waysOf(service);
  const used = ways.filter(([, , found]) => (found ?? 0) > 0);
  const finding = (aspects: readonly Aspect[]): Finding => findingOf(service.id, serviceName(service), aspects);
  if (used.length > 0)
    return finding(used.map(([name, path, found]) => aspect('pass', `it uses ${name}`, [operation, path, `${found} configured`])));
  const seen = (verdict: Aspect['verdict'], says: string): Finding =>
    finding(ways.map(([, path, found]) => aspect(verdict, says, [operation, path, found === undefined ? 'absent' : 'none'])));
  if (ways.some(([, , found]) => found === undefined))
    return seen('unknown', 'what was read does not say whether others can find it by name');
  if (servicesInCluster(service, evidences) > 1)
    return seen('suggest', 'no other service can find it by name, and its cluster has several');
  return isWhole(evidences, 'ecs-service')
    ? seen('not-applicable', 'it is the only service of its cluster')
    : seen('unknown', 'whether its cluster has other services was not read');
}

/** Whether services find each other by name. */
export const serviceDiscovery: Check = {
  id: 'ecs-service-discovery',
  title: 'Service discovery',
  kinds,
  needs,
  blindSpot: 'Whether another service ever calls this one cannot be seen, nor a name that it is known by outside AWS.',
  lesson: '/ecs/practices/service-discovery/',
  judge: judgeEach({ kind: 'ecs-service', noun: ['service', 'services'], needs }, servicesOf, judge),
  fixes: ecsServiceFix({
    cli: `--force-new-deployment --service-connect-configuration 'enabled=true,namespace=<namespace>,services=[{portName=<port-name>,clientAliases=[{port=<port>}]}]'`,
    cloudformation: [
      'ServiceConnectConfiguration:',
      '  Enabled: true',
      '  Namespace: <namespace>',
      '  Services:',
      '    - PortName: <port-name>',
      '      ClientAliases:',
      '        - Port: <port>',
    ],
    terraform: [
      'service_connect_configuration {',
      '  enabled   = true',
      '  namespace = "<namespace>"',
      '  service {',
      '    port_name = "<port-name>"',
      '    client_alias {',
      '      port = <port>',
      '    }',
      '  }',
      '}',
    ],
  }),
};
