import * as z from 'zod/mini';
import { allow, flag, list, number, size, text } from '../fields.ts';

/** Names with short texts: labels, a node selector, the keys of a match. */
export const labels = z.record(z.string(), text);

/** Amounts of resources by name, as `200m` or 1. */
export const amounts = z.record(z.string(), size);

const expressions = list(allow({ key: text, operator: text, values: list(text) }));

/** What chooses objects by their labels. */
export const selector = allow({ matchLabels: labels, matchExpressions: expressions });

/** What chooses nodes, by labels or by fields. */
export const nodeSelectorTerm = allow({ matchExpressions: expressions, matchFields: expressions });

/** Conditions of a status. */
export const conditions = list(
  allow({
    type: text,
    status: text,
    reason: text,
    message: text,
    lastTransitionTime: text,
    lastUpdateTime: text,
    lastHeartbeatTime: text,
    observedGeneration: number,
  }),
);

const owner = allow({ apiVersion: text, kind: text, name: text, uid: text, controller: flag, blockOwnerDeletion: flag });

/** Of the annotations only the revision of a Deployment and the rule of an access review, which a saved simulation has; those of kubectl files are dropped before. */
export const metadata = allow({
  name: text,
  namespace: text,
  uid: text,
  labels,
  annotations: allow({ 'deployment.kubernetes.io/revision': text, 'drydock/rule': text }),
  ownerReferences: list(owner),
  creationTimestamp: text,
  deletionTimestamp: text,
  deletionGracePeriodSeconds: number,
  generation: number,
  resourceVersion: text,
});

/** What every kind of object has; each kind adds its own. */
export const base = { apiVersion: text, kind: text, metadata };
