import type { ApiObject } from '../../../model/api-object.ts';
import type { JsonObject } from '../../../model/json.ts';
import { RULE_ANNOTATION, ruleText } from '../../../model/eks/rule-text.ts';
import type { World } from '../../engine/world.ts';
import { isoTime } from '../../engine/world.ts';
import type { RequestInfo } from '../api-server/request-info.ts';
import { clusterArn, kubeId } from '../identity.ts';
import type { Identity } from './authenticate.ts';
import type { PolicyRule } from '../rbac/rbac-objects.ts';
import { accessRequest, decide } from './authorize-request.ts';

/** The answer to `kubectl auth can-i`; the last one of each user is kept, so that it can be drawn. */
export function reviewOf(world: World, identity: Identity, info: RequestInfo): ApiObject {
  const question = accessRequest(identity, info);
  const { allowed, reason, rule } = decide(world, identity, question);
  const cluster = clusterArn(world).replace(/^.*\//, '');
  const { verb, group, resource, subresource, namespace, name } = info;
  const attributes: JsonObject = { verb, group, resource, subresource, namespace, name };
  const resourceAttributes = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== ''));
  return {
    id: kubeId(cluster, 'SubjectAccessReview', '', identity.username),
    kind: 'k8s-subject-access-review',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SubjectAccessReview',
      metadata: { name: identity.username, creationTimestamp: isoTime(world), ...annotated(rule) },
      spec: { user: identity.username, groups: identity.groups, resourceAttributes },
      status: { allowed, ...(reason === '' ? {} : { reason }) },
    },
  };
}

/** The rule that decided, which a real review does not tell: an annotation of our own. */
const annotated = (rule: PolicyRule | undefined): JsonObject =>
  rule === undefined ? {} : { annotations: { [RULE_ANNOTATION]: ruleText({ ...rule }) } };
