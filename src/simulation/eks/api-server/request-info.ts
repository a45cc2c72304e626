import type { KubernetesCall } from '../../../model/api-call.ts';
import { nameIn } from '../identity.ts';

/** What a request is about, as the API server reads it from method and path. */
export interface RequestInfo {
  /** The verb that RBAC knows: a read without a name is a list. */
  readonly verb: string;
  /** Empty for the core group. */
  readonly group: string;
  readonly resource: string;
  readonly subresource: string;
  /** Empty at the cluster scope. */
  readonly namespace: string;
  /** Empty for a collection. */
  readonly name: string;
}

const shape = /^\/(?:api\/v1|apis\/([^/]+)\/v[^/]+)\/(?:namespaces\/([^/]+)\/(?=[^/]))?([^/]+)(?:\/([^/]+))?(?:\/([^/]+))?$/;

/** Reads a request; undefined when its path leads to no resource. A new object has its name in the body. */
export function requestInfo({ verb, path, body }: KubernetesCall): RequestInfo | undefined {
  const [whole, group = '', namespace = '', resource = '', named = '', subresource = ''] = shape.exec(path) ?? [];
  if (whole === undefined) return undefined;
  const metadata = body?.['metadata'];
  const given = typeof metadata === 'object' && metadata !== null && 'name' in metadata ? metadata.name : undefined;
  const name = named === '' && verb === 'create' && typeof given === 'string' ? given : named;
  return { verb: verb === 'get' && name === '' ? 'list' : verb, group, resource, subresource, namespace, name };
}

/** The resource as RBAC names it: `deployments/scale`. */
export const resourceName = ({ resource, subresource }: RequestInfo): string =>
  subresource === '' ? resource : `${resource}/${subresource}`;

/** Whether a request changes something: only then is there anything to admit. */
export const isWrite = ({ verb }: RequestInfo): boolean => verb !== 'get' && verb !== 'list' && verb !== 'watch';

/** What somebody does, in one clause: `list pods as developer`. */
export function deedText({ verb, path, by = '' }: KubernetesCall, info: RequestInfo | undefined): string {
  const what = info === undefined ? `${verb} ${path}` : [info.verb, resourceName(info), info.name].filter((part) => part !== '').join(' ');
  return `${what} as ${nameIn(by)}`;
}
