import type { ApiObject } from '../api-object.ts';
import type { Projected } from '../project.ts';
import { numberAt, present, textAt } from './read.ts';

/** A request as the audit log of a cluster tells it, `audit.k8s.io/v1` Event. */
export function projectAuditEvent({ id, body }: ApiObject): readonly Projected[] {
  const code = numberAt(body, 'responseStatus', 'code');
  const user = textAt(body, 'user', 'username');
  const namespace = textAt(body, 'objectRef', 'namespace');
  const what = [textAt(body, 'objectRef', 'resource'), textAt(body, 'objectRef', 'subresource')]
    .filter((part) => part !== undefined)
    .join('/');
  const name = [textAt(body, 'verb'), what, textAt(body, 'objectRef', 'name')]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
  const resource = {
    id,
    kind: 'k8s-audit-event' as const,
    name: name === '' ? id : name,
    scope: present({ namespace }),
    status: textAt(body, 'stage') ?? 'RequestReceived',
    ...present({
      reason: textAt(body, 'responseStatus', 'reason'),
      text: textAt(body, 'responseStatus', 'message') ?? textAt(body, 'annotations', 'authorization.k8s.io/reason'),
      since: textAt(body, 'stageTimestamp'),
      createdAt: textAt(body, 'requestReceivedTimestamp'),
    }),
    details: {
      clause: [user ?? 'nobody known', namespace === undefined ? undefined : `in ${namespace}`, code]
        .filter((part) => part !== undefined)
        .join(', '),
      ...present({ code, user, uri: textAt(body, 'requestURI') }),
    },
  };
  return [{ resource, relations: [] }];
}
