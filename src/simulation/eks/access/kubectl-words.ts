import type { Reply } from '../../../model/api-call.ts';
import { listAt, numberAt, textAt } from '../../../model/eks/read.ts';
import type { RequestInfo } from '../api-server/request-info.ts';

const deeds: Readonly<Record<string, string>> = { create: 'created', patch: 'patched', delete: 'deleted' };

/** What kubectl prints about a reply. */
export function printed({ ok, body }: Reply, { verb, resource, group, namespace, name, subresource }: RequestInfo): string {
  if (!ok) return refusal(body);
  if (verb === 'list') {
    const names = listAt(body, 'items').map((item) => textAt(item, 'metadata', 'name') ?? '');
    return names.length === 0 ? `No resources found in ${namespace} namespace.` : names.join(', ');
  }
  const singular = `${resource.replace(/s$/, '')}${group === '' ? '' : `.${group}`}`;
  return verb === 'get' ? name : `${singular}/${name} ${subresource === 'scale' ? 'scaled' : (deeds[verb] ?? verb)}`;
}

function refusal(body: Reply['body']): string {
  const [code, reason, message] = [numberAt(body, 'code'), textAt(body, 'reason') ?? '', textAt(body, 'message') ?? ''];
  if (code === 401) return `error: You must be logged in to the server (${reason})`;
  return code === 500 ? `Error from server: ${message}` : `Error from server (${reason}): ${message}`;
}
