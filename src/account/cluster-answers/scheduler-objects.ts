import * as z from 'zod/mini';
import type { Json } from '../../model/json.ts';
import type { KubeNode, Pod } from '../../simulation/eks/objects.ts';
import { list, maybe, number, selector, text, texts, words } from './kubernetes-fields.ts';

const requirement = z.object({ key: text, operator: text, values: texts });
const nodeTerm = z.object({ matchExpressions: list(requirement), matchFields: list(requirement) });
const required = maybe(z.object({ nodeSelectorTerms: z.array(nodeTerm) }));
const podTerm = z.object({ labelSelector: selector, namespaces: texts, namespaceSelector: selector, topologyKey: maybe(text) });
const podAffinity = maybe(z.object({ requiredDuringSchedulingIgnoredDuringExecution: list(podTerm) }));
const resources = maybe(z.object({ requests: words, limits: words }));
const port = z.object({ containerPort: z.number(), protocol: maybe(text), hostPort: number, hostIP: maybe(text) });
const container = z.object({ name: text, image: text, restartPolicy: maybe(text), ports: list(port), resources });
const toleration = z.object({ key: maybe(text), operator: maybe(text), value: maybe(text), effect: maybe(text) });
const spread = z.object({
  maxSkew: z.number(),
  topologyKey: text,
  whenUnsatisfiable: text,
  labelSelector: selector,
  minDomains: number,
  nodeAffinityPolicy: maybe(text),
  nodeTaintsPolicy: maybe(text),
  matchLabelKeys: texts,
});

/** What the scheduler looks at in a Pod. */
const pod = z.object({
  metadata: z.object({ name: text, namespace: maybe(text), labels: words, deletionTimestamp: maybe(text) }),
  spec: z.object({
    containers: z.array(container),
    initContainers: list(container),
    nodeName: maybe(text),
    nodeSelector: words,
    priority: number,
    hostNetwork: maybe(z.boolean()),
    overhead: words,
    affinity: maybe(
      z.object({
        nodeAffinity: maybe(z.object({ requiredDuringSchedulingIgnoredDuringExecution: required })),
        podAffinity,
        podAntiAffinity: podAffinity,
      }),
    ),
    topologySpreadConstraints: list(spread),
    tolerations: list(toleration),
  }),
});

/** What the scheduler looks at in a Node. */
const node = z.object({
  metadata: z.object({ name: text, labels: words }),
  spec: z.object({ unschedulable: maybe(z.boolean()), taints: list(z.object({ key: text, value: maybe(text), effect: text })) }),
  status: maybe(z.object({ allocatable: words, capacity: words })),
});

/** A Pod of a file as the scheduler reads it; undefined for one that lacks what every Pod has. */
export const podOf = (body: Json): Pod | undefined => pod.safeParse(body).data;

/** A Node of a file as the scheduler reads it; undefined for one that lacks what every Node has. */
export const nodeOf = (body: Json): KubeNode | undefined => node.safeParse(body).data;
