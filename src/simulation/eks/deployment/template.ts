import type { PodTemplate, ReplicaSet } from '../objects.ts';
import { byCreation } from './rolling-update.ts';

const HASH = 'pod-template-hash';
const alphabet = 'bcdfghjklmnpqrstvwxz2456789'; // no vowels: no words by accident

/** A text in letters that Kubernetes uses for generated names. */
export const safeEncode = (text: string): string => Array.from(text, (letter) => alphabet[letter.charCodeAt(0) % alphabet.length]).join('');

function fnv32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** A name for a pod template that depends on its content alone. Kubernetes hashes another printing of it. */
export const templateHash = (template: PodTemplate): string => safeEncode(`${fnv32(JSON.stringify(template))}`);

/** A template that also carries its hash, as the pods of its ReplicaSet do. */
export const labelled = (template: PodTemplate, hash: string): PodTemplate => ({
  ...template,
  metadata: { ...template.metadata, labels: { ...template.metadata?.labels, [HASH]: hash } },
});

/** The labels with the template's hash among them. */
export const withHash = (labels: Readonly<Record<string, string>> | undefined, hash: string): Readonly<Record<string, string>> => ({
  ...labels,
  [HASH]: hash,
});

function withoutHash(template: PodTemplate): string {
  const labels = Object.entries(template.metadata?.labels ?? {}).filter(([name]) => name !== HASH);
  return JSON.stringify({ ...template, metadata: { ...template.metadata, labels } });
}

/** Whether two templates are equal when the label with their hash is left out. */
export const equalIgnoreHash = (a: PodTemplate, b: PodTemplate): boolean => withoutHash(a) === withoutHash(b);

/** The ReplicaSet made from a template; the oldest when there are several. */
export const findNewReplicaSet = (template: PodTemplate, all: readonly ReplicaSet[]): ReplicaSet | undefined =>
  [...all].sort(byCreation).find((one) => equalIgnoreHash(one.spec.template, template));
