import type { ApiObject } from '../api-object.ts';
import type { Json } from '../json.ts';
import type { Projected } from '../project.ts';
import { nameOf, scopeOf, siblingId } from './kubernetes-scope.ts';
import { at, isList, isObject, listAt, numberAt, present, textAt } from './read.ts';

/** The directions that a policy isolates; where it does not say, ingress, and egress if it has rules for it. */
function directions({ body }: ApiObject): readonly string[] {
  const types = listAt(body, 'spec', 'policyTypes').filter((one) => typeof one === 'string');
  if (types.length > 0) return types;
  return listAt(body, 'spec', 'egress').length > 0 ? ['Ingress', 'Egress'] : ['Ingress'];
}

function selected({ body }: ApiObject): string {
  const labels = at(body, 'spec', 'podSelector', 'matchLabels');
  const words = Object.entries(isObject(labels) ? labels : {}).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${name}=${value}`] : [],
  );
  if (words.length > 0) return `pods with ${words.join(', ')}`;
  return at(body, 'spec', 'podSelector', 'matchExpressions') === undefined ? 'all pods' : 'some pods';
}

const ruleCount = (rules: Json | undefined): number => (isList(rules) ? rules.length : 0);

/** A NetworkPolicy: the pods that it isolates, and in which directions. Kubernetes prints no status for it. */
export function projectNetworkPolicy(object: ApiObject): readonly Projected[] {
  const { id, body } = object;
  const rules = ruleCount(at(body, 'spec', 'ingress')) + ruleCount(at(body, 'spec', 'egress'));
  const resource = {
    id,
    kind: 'k8s-network-policy' as const,
    name: nameOf(object),
    scope: scopeOf(object),
    status: 'Active',
    ...present({ createdAt: textAt(body, 'metadata', 'creationTimestamp') }),
    details: {
      clause: `${directions(object).join(' and ').toLowerCase()} of ${selected(object)}`,
      rules,
    },
  };
  const namespace = siblingId(object, 'Namespace', '', textAt(body, 'metadata', 'namespace') ?? '');
  return [{ resource, relations: [{ to: namespace, kind: 'part-of' }] }];
}

/** A sentence as it goes on after a status: `Denied, no policy allows this`. */
const asClause = (sentence: string): string => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1).replace(/\.$/, '')}`;

/** A connection that somebody tried, with the policies that decided. */
export function projectFlow({ id, body }: ApiObject): readonly Projected[] {
  const because = textAt(body, 'because');
  const resource = {
    id,
    kind: 'network-flow' as const,
    name: `${textAt(body, 'from') ?? ''} to ${textAt(body, 'to') ?? ''}, ${textAt(body, 'protocol') ?? ''} ${numberAt(body, 'port') ?? ''}`,
    scope: {},
    status: at(body, 'allowed') === true ? 'Allowed' : 'Denied',
    ...present({ text: because, since: textAt(body, 'triedAt') }),
    details: present({
      clause: because && asClause(because),
      from: textAt(body, 'from'),
      to: textAt(body, 'to'),
      port: numberAt(body, 'port'),
    }),
  };
  const parts = [...listAt(body, 'ends'), ...listAt(body, 'decidedBy')].filter((one) => typeof one === 'string');
  return [{ resource, relations: parts.map((to) => ({ to, kind: 'uses' as const })) }];
}
