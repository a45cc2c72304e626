import { describe, expect, it } from 'vitest';
import scenario from '../../../diagrams/eks-deployment/scenario.ts';
import type { KubernetesCall } from '../../../src/model/api-call.ts';
import type { JsonObject } from '../../../src/model/json.ts';
import { beginRun, momentAt } from '../../../src/simulation/engine/run.ts';
import { request } from '../../../src/simulation/engine/step.ts';

const { world } = momentAt(beginRun(scenario, { inputs: [] }), 0);

const replyTo = (call: Omit<KubernetesCall, 'api'>) => request(world, { api: 'kubernetes', ...call })[1];

describe('the Kubernetes API', () => {
  it.each([
    {
      call: { verb: 'delete', path: '/api/v1/namespaces/default/pods/web-x' },
      message: 'pods "web-x" not found',
      reason: 'NotFound',
      code: 404,
    },
    {
      call: { verb: 'patch', path: '/apis/apps/v1/namespaces/shop/deployments/web/scale', body: { spec: { replicas: 2 } } },
      message: 'deployments.apps "web" not found',
      reason: 'NotFound',
      code: 404,
    },
    {
      call: { verb: 'patch', path: '/apis/apps/v1/namespaces/default/deployments/web/scale', body: { spec: { replicas: -1 } } },
      message: 'Deployment.apps "web" is invalid: spec.replicas: Invalid value: -1: must be greater than or equal to 0',
      reason: 'Invalid',
      code: 422,
    },
    {
      call: {
        verb: 'patch',
        path: '/apis/apps/v1/namespaces/default/deployments/web',
        body: { spec: { template: { spec: { containers: [{ name: 'web', image: '' }] } } } },
      },
      message: 'Deployment.apps "web" is invalid: spec.template.spec.containers[0].image: Required value',
      reason: 'Invalid',
      code: 422,
    },
    {
      call: { verb: 'update', path: '/apis/apps/v1/namespaces/default/deployments/web' },
      message: 'the server does not allow this method on the requested resource',
      reason: 'MethodNotAllowed',
      code: 405,
    },
    {
      call: { verb: 'delete', path: '/api/v1/namespaces/default/deployments/web' },
      message: 'the server could not find the requested resource',
      reason: 'NotFound',
      code: 404,
    },
  ] as const)('refuses $call.verb $call.path with a Status: $message', ({ call, message, reason, code }) => {
    expect(replyTo(call)).toMatchObject({
      ok: false,
      body: { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, reason, code },
    });
  });

  it('merges containers by name and leaves the rest of the template alone', () => {
    const path = '/apis/apps/v1/namespaces/default/deployments/web';
    const body = { spec: { template: { spec: { containers: [{ name: 'web', image: 'web:8' }] } } } };
    const [step] = request(world, { api: 'kubernetes', verb: 'patch', path, body });
    const stored = step.world.objects.get('k8s:drydock/Deployment/default/web')?.body;
    expect(stored).toMatchObject({
      metadata: { generation: 3 },
      spec: {
        replicas: 4,
        template: { spec: { containers: [{ name: 'web', image: 'web:8', resources: { requests: { cpu: '500m' } } }] } },
      },
    });
  });

  it('replaces a list without names, also by an empty one', () => {
    const [id = '', node] = [...world.objects].find(([, { kind }]) => kind === 'k8s-node') ?? [];
    const path = `/api/v1/nodes/${id.split('/').at(-1) ?? ''}`;
    const taints = [{ key: 'dedicated', value: 'batch', effect: 'NoSchedule' }];
    const patched = (from: typeof world, spec: JsonObject) =>
      request(from, { api: 'kubernetes', verb: 'patch', path, body: { spec } })[0].world;
    const tainted = patched(world, { taints });
    expect(node).toBeDefined();
    expect(tainted.objects.get(id)?.body).toMatchObject({ spec: { taints } });
    expect(patched(tainted, { taints: [] }).objects.get(id)?.body).toMatchObject({ spec: { taints: [] } });
  });
});
