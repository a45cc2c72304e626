import type { ApiCall } from '../../src/model/api-call.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { urgent } from './cluster.ts';

const deployments = '/apis/apps/v1/namespaces/default/deployments';

/** `kubectl scale`. */
export const scale = (name: string, replicas: number): ApiCall => ({
  api: 'kubernetes',
  verb: 'patch',
  path: `${deployments}/${name}/scale`,
  body: { spec: { replicas } },
});

/** Changes what the template of a Deployment asks of nodes. */
export const askOfNodes = (name: string, spec: JsonObject): ApiCall => ({
  api: 'kubernetes',
  verb: 'patch',
  path: `${deployments}/${name}`,
  body: { spec: { template: { spec } } },
});

/** Changes the spec of a node, as `kubectl cordon` and `kubectl taint` do. */
export const changeNode = (name: string, spec: JsonObject): ApiCall => ({
  api: 'kubernetes',
  verb: 'patch',
  path: `/api/v1/nodes/${name}`,
  body: { spec },
});

/** Adds the Deployment with a high priority. */
export const createUrgent: ApiCall = { api: 'kubernetes', verb: 'create', path: deployments, body: urgent };
