import type { ApiObject } from '../../model/api-object.ts';
import { objects, text } from '../../model/ecs/read.ts';
import type { JsonObject } from '../../model/json.ts';
import { clusterOf } from '../links.ts';
import type { Check, Evidences, Finding } from './check.ts';
import { ecsServiceFix } from './ecs-fixes.ts';
import { serviceName, servicesOf } from './ecs-services.ts';
import { actionsFor, describedAt } from './evidence-of.ts';
import { aspect, findingOf, judgeEach } from './judging.ts';

const kinds = ['ecs-service', 'ecs-cluster'] as const;
const needs = actionsFor(...kinds);

const providersIn = (body: JsonObject, field: string): readonly string[] =>
  objects(body, field).flatMap((item) => text(item, 'capacityProvider') ?? []);

/** Where the capacity of a service is said: by itself, else by the default of its cluster. */
function capacityOf({ body }: ApiObject, cluster: ApiObject | undefined): readonly [string, string, readonly string[]] {
  const launchType = text(body, 'launchType');
  if (launchType !== undefined) return ['ecs:DescribeServices', 'services[].launchType', [launchType]];
  const own = providersIn(body, 'capacityProviderStrategy');
  if (own.length > 0) return ['ecs:DescribeServices', 'services[].capacityProviderStrategy[].capacityProvider', own];
  const path = 'clusters[].defaultCapacityProviderStrategy[].capacityProvider';
  return ['ecs:DescribeClusters', path, providersIn(cluster?.body ?? {}, 'defaultCapacityProviderStrategy')];
}

const isFargate = (name: string): boolean => name === 'FARGATE' || name === 'FARGATE_SPOT';

function judge(service: ApiObject, { estate }: Evidences): Finding {
  const [operation, path, capacity] = capacityOf(service, describedAt(estate, clusterOf(service)));
  const on = (rule: Parameters<typeof aspect>[0], says: string): Finding =>
    findingOf(service.id, serviceName(service), [aspect(rule, says, [operation, path, capacity.join(', ') || 'absent'])]);
  if (capacity.length === 0) return on('unknown', 'neither the service nor its cluster says what its tasks run on');
  if (capacity.every(isFargate)) return on('pass', 'its tasks run on Fargate');
  if (capacity.some(isFargate)) return on('pass', 'part of its tasks runs on Fargate');
  return on('not-applicable', `its tasks run on ${capacity.join(', ')}, which is a different choice and not a failure`);
}

/** How much of an account's work is on Fargate. */
export const fargate: Check = {
  id: 'ecs-fargate',
  title: 'Fargate',
  kinds,
  needs,
  blindSpot: 'Why a service runs on instances cannot be seen: a GPU, a daemon or a low price may be the reason.',
  lesson: '/ecs/practices/fargate/',
  judge: judgeEach({ kind: 'ecs-service', noun: ['service', 'services'], needs }, servicesOf, judge),
  fixes: ecsServiceFix({
    cli: '--capacity-provider-strategy capacityProvider=FARGATE,base=1,weight=1 --force-new-deployment',
    cloudformation: ['CapacityProviderStrategy:', '  - CapacityProvider: FARGATE', '    Base: 1', '    Weight: 1'],
    terraform: [
      'capacity_provider_strategy {',
      '  capacity_provider = "FARGATE"',
      '  base              = 1',
      '  weight            = 1',
      '}',
    ],
  }),
};
