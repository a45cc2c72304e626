import type { ContainerInstanceBody } from './objects.ts';
import { resourcesAfter } from './placement.ts';

/** The custom attribute that says how many CPU units other work has taken. */
const ATTRIBUTE = 'reserved-cpu';

type Change = Pick<ContainerInstanceBody, 'attributes' | 'remainingResources'>;

const cpuNeed = (cpu: number) => ({ cpu, memory: 0, ports: [] });

/** An instance whose remaining CPU was taken by other work; undefined when there is none left. */
export function takeAllCpu({ attributes, remainingResources }: ContainerInstanceBody): Change | undefined {
  const cpu = remainingResources.find(({ name }) => name === 'CPU')?.integerValue ?? 0;
  if (cpu === 0) return undefined;
  return {
    attributes: [...attributes, { name: ATTRIBUTE, value: String(cpu) }],
    remainingResources: resourcesAfter(remainingResources, cpuNeed(cpu), 'take'),
  };
}

/** The same instance with that CPU back; undefined when none was taken. */
export function giveBack({ attributes, remainingResources }: ContainerInstanceBody): Change | undefined {
  const taken = attributes.filter(({ name }) => name === ATTRIBUTE).reduce((sum, { value }) => sum + Number(value), 0);
  if (taken === 0) return undefined;
  return {
    attributes: attributes.filter(({ name }) => name !== ATTRIBUTE),
    remainingResources: resourcesAfter(remainingResources, cpuNeed(taken), 'give'),
  };
}
