import type { ApiCall } from '../../src/model/api-call.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { lastPart } from '../../src/simulation/ecs/arns.ts';
import { activate, changeLoad, drain, ecsCommand, setDesiredCount, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';
import { ids } from './start.ts';

type Option = Extract<NonNullable<ActionOffer['choice']>, { type: 'option' }>;

const revisions: Option = {
  type: 'option',
  label: 'Revision',
  options: [
    { value: '8', label: 'revision 8' },
    { value: '7', label: 'revision 7' },
  ],
};

const counts: Option = {
  type: 'option',
  label: 'Tasks of each service',
  options: ['12', '9', '6', '3'].map((value) => ({ value, label: value })),
};

/** The same change of either service in one press; in its words `$s` is the service. */
function both(
  id: string,
  label: string,
  choice: Option,
  input: (service: string, value: string) => JsonObject,
  words: string,
): ActionOffer {
  const services = [ids.fargate, ids.ec2].map(lastPart);
  const call = (service: string, value: string): ApiCall => updateService(service, input(service, value));
  const [first = '', ...others] = services;
  return {
    id,
    label,
    on: 'ecs-cluster',
    choice,
    call: (_, __, value) => call(first, value),
    also: (_, __, value) => others.map((service) => call(service, value)),
    command: (_, __, value) => `for s in ${services.join(' ')}; do ${ecsCommand('update-service', `--service $s ${words}${value}`)}; done`,
  };
}

/** What a reader may do to either service, to the instances, and to the load of both. */
export const actions: readonly ActionOffer[] = [
  both('scale-both', 'Scale both', counts, (_, value) => ({ desiredCount: Number(value) }), '--desired-count '),
  both('deploy-both', 'Deploy both', revisions, (service, value) => ({ taskDefinition: `${service}:${value}` }), '--task-definition $s:'),
  setDesiredCount(14),
  {
    id: 'deploy',
    label: 'Deploy',
    on: 'ecs-service',
    choice: revisions,
    call: ({ id, name }, _, value) => updateService(name, { taskDefinition: `${lastPart(id)}:${value}` }),
    command: ({ name }, _, value) => ecsCommand('update-service', `--service ${name} --task-definition ${name}:${value}`),
  },
  changeLoad,
  drain,
  activate,
  stopTask,
];
