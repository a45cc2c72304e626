import type { JsonObject } from '../../src/model/json.ts';
import { tolerateBatch } from './cluster.ts';

const ZONE = 'topology.kubernetes.io/zone';
const HOST = 'kubernetes.io/hostname';

/** What a pod asks of its node. */
interface Rule {
  readonly value: string;
  readonly label: string;
  readonly spec: (app: string) => JsonObject;
}

const spreadOver = (topologyKey: string, app: string): JsonObject => ({
  topologySpreadConstraints: [
    {
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'DoNotSchedule',
      labelSelector: { matchLabels: { app } },
      matchLabelKeys: ['pod-template-hash'],
    },
  ],
});

const inZone = (zone: string): JsonObject => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: ZONE, operator: 'In', values: [zone] }] }],
      },
    },
  },
});

const apart = (app: string): JsonObject => ({
  affinity: {
    podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: HOST, labelSelector: { matchLabels: { app } } }] },
  },
});

/** The rules that a reader may choose from; each replaces the one before. */
export const rules: readonly Rule[] = [
  { value: 'toleration', label: 'tolerate dedicated=batch', spec: () => ({ tolerations: [tolerateBatch] }) },
  { value: 'zone', label: 'node affinity: only zone eu-west-1b', spec: () => inZone('eu-west-1b') },
  { value: 'anti-affinity', label: 'pod anti-affinity: one a node', spec: apart },
  { value: 'spread-zones', label: 'spread over zones, maxSkew 1', spec: (app) => spreadOver(ZONE, app) },
  { value: 'spread-nodes', label: 'spread over nodes, maxSkew 1', spec: (app) => spreadOver(HOST, app) },
  { value: 'none', label: 'no rule', spec: () => ({}) },
];

const cleared: JsonObject = { tolerations: null, affinity: null, topologySpreadConstraints: null };

/** The fields of a pod template under a rule, with those of all other rules taken away. */
export const ruled = (value: string, app: string): JsonObject => ({
  ...cleared,
  ...rules.find((rule) => rule.value === value)?.spec(app),
});
