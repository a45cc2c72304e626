import { allow, flag, list, number, text } from '../fields.ts';
import { base, selector } from './metadata.ts';

const rules = list(
  allow({ apiGroups: list(text), resources: list(text), resourceNames: list(text), nonResourceURLs: list(text), verbs: list(text) }),
);

/** A Role. */
export const role = allow({ ...base, rules });

/** A ClusterRole. */
export const clusterRole = allow({ ...base, rules, aggregationRule: allow({ clusterRoleSelectors: list(selector) }) });

/** A RoleBinding or ClusterRoleBinding. */
export const binding = allow({
  ...base,
  roleRef: allow({ apiGroup: text, kind: text, name: text }),
  subjects: list(allow({ apiGroup: text, kind: text, namespace: text, name: text })),
});

/** A ServiceAccount. Never here: the names of its secrets. */
export const serviceAccount = allow({ ...base, automountServiceAccountToken: flag });

/** The answer to `kubectl auth can-i`. */
export const subjectAccessReview = allow({
  ...base,
  spec: allow({
    user: text,
    groups: list(text),
    resourceAttributes: allow({ verb: text, group: text, version: text, resource: text, subresource: text, namespace: text, name: text }),
    nonResourceAttributes: allow({ path: text, verb: text }),
  }),
  status: allow({ allowed: flag, denied: flag, reason: text }),
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
