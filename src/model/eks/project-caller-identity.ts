import type { ApiObject } from '../api-object.ts';
import type { Projected } from '../project.ts';
import { present, textAt } from './read.ts';

/** What `aws sts get-caller-identity` last said in a pod: who it is to AWS, or why it is nobody. */
export function projectCallerIdentity({ id, body }: ApiObject): readonly Projected[] {
  const arn = textAt(body, 'Arn');
  const source = textAt(body, 'source');
  const pod = textAt(body, 'pod');
  const resource = {
    id,
    kind: 'sts-caller-identity' as const,
    name: textAt(body, 'workload') ?? id,
    scope: {},
    status: arn === undefined ? 'Denied' : 'Allowed',
    ...present({ reason: textAt(body, 'code'), text: arn ?? textAt(body, 'message'), since: textAt(body, 'askedAt') }),
    details: present({
      clause: arn === undefined ? textAt(body, 'code') : `${arn.split('/').at(-2) ?? ''}, by ${source ?? ''}`,
      arn,
      source,
    }),
  };
  return [{ resource, relations: pod === undefined ? [] : [{ to: pod, kind: 'part-of' }] }];
}
