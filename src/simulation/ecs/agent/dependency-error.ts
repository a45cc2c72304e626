import type { AgentContainer, ContainerDependency } from './agent-container.ts';
import { containerReason } from './agent-error.ts';
import { neverResolves } from './blocked.ts';
import { isResolved, wantsToStart } from './dependency-condition.ts';

interface Named {
  readonly name: string;
  readonly image: string;
}

/** What the agent says of each way in which a dependency can fail a container. */
const texts: Readonly<Record<string, (dependency: string, target: string) => string>> = {
  'dependency does not exist': (dependency, target) =>
    `container ordering dependency [${dependency}] for target [${target}] does not exist.`,
  'dependency timed out': (dependency, target) => `container ordering dependency [${dependency}] for target [${target}] has timed out.`,
  'dependency did not exit successfully': (dependency, target) =>
    `failed to resolve container ordering dependency [${dependency}] for target [${target}] as dependency did not exit successfully.`,
  'dependency will never start': (dependency, target) =>
    `failed to resolve container ordering dependency [${dependency}] for target [${target}] because dependency will never start`,
};

/** A container as the agent prints it. */
function printed({ name, known, desired, exitCode }: AgentContainer, images: readonly Named[]): string {
  const image = images.find((one) => one.name === name)?.image ?? '';
  return `${name}(${image}) (${known}->${desired})${exitCode == null ? '' : ` - Exit: ${exitCode}`}`;
}

/** The reason of a container that can never start, as ECS shows it. */
export function reasonToGiveUp(name: string, all: readonly AgentContainer[], images: readonly Named[]): string {
  const target = all.find((one) => one.name === name);
  for (const { containerName, condition } of target?.dependsOn ?? []) {
    const dependency = all.find((one) => one.name === containerName);
    const because = dependency === undefined ? 'dependency does not exist' : target && neverResolves(target, dependency, condition);
    if (target === undefined || because === undefined) continue;
    const text = texts[because]?.(dependency === undefined ? '<nil>' : printed(dependency, images), printed(target, images));
    return containerReason('CannotStartContainerError', `dependency graph: ${text ?? because}`);
  }
  return containerReason('CannotStartContainerError', '');
}

/** The dependencies of a container that do not hold yet. */
export const unmetDependencies = (target: AgentContainer, all: readonly AgentContainer[]): readonly ContainerDependency[] =>
  (wantsToStart(target) ? (target.dependsOn ?? []) : []).filter(({ containerName, condition }) => {
    const dependency = all.find(({ name }) => name === containerName);
    return dependency === undefined || !isResolved(false)(target, dependency, condition);
  });
