import type { SecuredContainer, SecuredPod } from './secured-pod.ts';
import { containersOf } from './secured-pod.ts';

/** What a check forbids, in the words of the API server. */
export interface Forbidden {
  readonly reason: string;
  readonly detail: string;
}

/** One check of a Pod Security Standard: what it forbids about a pod, if anything. */
export type Check = (pod: SecuredPod) => Forbidden | undefined;

/** Texts in quotes. */
export const quoted = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(', ');

/** Texts once each, in order. */
export const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** The singular for one, else the plural. */
export const plural = (count: number, one: string, many = `${one}s`): string => (count === 1 ? one : many);

/** `container "a"` or `containers "a", "b"`. */
export const namedContainers = (names: readonly string[]): string => `${plural(names.length, 'container')} ${quoted(names)}`;

/** The names of the containers of a pod that fail a test. */
export const failing = (pod: SecuredPod, fails: (container: SecuredContainer) => boolean): readonly string[] =>
  containersOf(pod)
    .filter(fails)
    .map(({ name }) => name);

/** Who set something forbidden: the pod, containers, or both. */
export const setters = (pod: boolean, containers: readonly string[]): readonly string[] => [
  ...(pod ? ['pod'] : []),
  ...(containers.length === 0 ? [] : [namedContainers(containers)]),
];

/** What is forbidden about containers, if there are any. */
export const forbid = (reason: string, names: readonly string[], rest: string): Forbidden | undefined =>
  names.length === 0 ? undefined : { reason, detail: `${namedContainers(names)} ${rest}` };
