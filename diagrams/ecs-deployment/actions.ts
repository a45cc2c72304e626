import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { deploy, ecsCommand, setDesiredCount, stopTask, updateService } from '../../src/simulation/ecs/offers.ts';

/** The limits as a choice names them: `50/100`. */
const limits = (choice: string) => {
  const [minimumHealthyPercent = 100, maximumPercent = 200] = choice.split('/').map(Number);
  return { minimumHealthyPercent, maximumPercent };
};

/** The circuit breaker as a choice names it. */
const breaker = (choice: string) => ({ enable: choice !== 'off', rollback: choice === 'rollback' });

/** What a reader may do to the service. */
export const actions: readonly ActionOffer[] = [
  deploy([
    { value: 'web:7', label: 'web:7' },
    { value: 'web:8', label: 'web:8, which answers 503' },
    { value: 'web:9', label: 'web:9, whose image does not exist' },
    { value: 'web:6', label: 'web:6' },
  ]),
  {
    id: 'set-limits',
    label: 'Change limits',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Minimum healthy and maximum',
      options: [
        { value: '50/100', label: '50 % and 100 %: stop first' },
        { value: '100/150', label: '100 % and 150 %: start half' },
        { value: '50/150', label: '50 % and 150 %: both' },
        { value: '100/200', label: '100 % and 200 %: start all first' },
      ],
    },
    call: ({ name }, _, value) => updateService(name, { deploymentConfiguration: limits(value) }),
    command: ({ name }, _, value) => {
      const { minimumHealthyPercent, maximumPercent } = limits(value);
      const configuration = `minimumHealthyPercent=${minimumHealthyPercent},maximumPercent=${maximumPercent}`;
      return ecsCommand('update-service', `--service ${name} --deployment-configuration ${configuration}`);
    },
  },
  {
    id: 'set-breaker',
    label: 'Set circuit breaker',
    on: 'ecs-service',
    choice: {
      type: 'option',
      label: 'Circuit breaker',
      options: [
        { value: 'off', label: 'off' },
        { value: 'on', label: 'on, without rollback' },
        { value: 'rollback', label: 'on, with rollback' },
      ],
    },
    call: ({ name }, _, value) => updateService(name, { deploymentConfiguration: { deploymentCircuitBreaker: breaker(value) } }),
    command: ({ name }, _, value) => {
      const { enable, rollback } = breaker(value);
      const configuration = `"deploymentCircuitBreaker={enable=${enable},rollback=${rollback}}"`;
      return ecsCommand('update-service', `--service ${name} --deployment-configuration ${configuration}`);
    },
  },
  setDesiredCount(6),
  stopTask,
];
