import * as z from 'zod/mini';
import type { Json } from '../../model/json.ts';
import { allow, flag, list, number, text } from './fields.ts';

/** Fields that may hold what nobody else should read, at any depth of a spec or status. */
const secret = new Set(['env', 'envFrom', 'command', 'args', 'annotations', 'data', 'stringData', 'httpHeaders']);

const json: z.ZodMiniType<Json> = z.json();

/** Part of an object in Kubernetes' own shape, without its secret fields. */
const part = z.pipe(json, z.transform(withoutSecrets));

function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map((element: Json) => withoutSecrets(element));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, inner]) => (inner === undefined || secret.has(field) ? [] : [[field, withoutSecrets(inner)]])),
  );
}

const owner = allow({ apiVersion: text, kind: text, name: text, uid: text, controller: flag, blockOwnerDeletion: flag });

const metadata = allow({
  name: text,
  namespace: text,
  uid: text,
  labels: z.record(z.string(), text),
  annotations: allow({ 'deployment.kubernetes.io/revision': text }),
  ownerReferences: list(owner),
  creationTimestamp: text,
  deletionTimestamp: text,
  deletionGracePeriodSeconds: number,
  generation: number,
  resourceVersion: text,
});

/** What is kept of an object that `kubectl get -o json` prints. */
export const kubernetesObject = allow({
  apiVersion: text,
  kind: text,
  metadata,
  spec: part,
  status: part,
  type: text,
  reason: text,
  message: text,
  involvedObject: part,
  count: number,
  firstTimestamp: text,
  lastTimestamp: text,
  addressType: text,
  endpoints: part,
  ports: part,
  rules: part,
  aggregationRule: part,
  roleRef: part,
  subjects: part,
});

const status = allow({ code: number, reason: text, message: text });

/** What is kept of a line of the audit log. Never here: the bodies of request and response, addresses, user agents. */
export const auditEvent = allow({
  apiVersion: text,
  kind: text,
  auditID: text,
  stage: text,
  requestURI: text,
  verb: text,
  user: allow({ username: text, groups: list(text) }),
  objectRef: allow({ resource: text, subresource: text, namespace: text, name: text, apiGroup: text }),
  responseStatus: status,
  requestReceivedTimestamp: text,
  stageTimestamp: text,
  annotations: allow({ 'authorization.k8s.io/decision': text, 'authorization.k8s.io/reason': text }),
});
