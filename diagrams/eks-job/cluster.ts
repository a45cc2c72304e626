import type { JobSpec, StoredJob } from '../../src/simulation/eks/job/job.ts';
import { arnOf, idOf } from '../../src/simulation/eks/start.ts';
import { smallCluster, twoNodes } from '../../src/simulation/eks/small-cluster.ts';

/** Two nodes: work needs no third zone. */
export const plan = { ...smallCluster, nodes: twoNodes };

export const clusterId = arnOf(plan);
/** The id of a Job, by its name. */
export const jobId = (name: string): string => idOf(plan, 'Job', name);

const template: JobSpec['template'] = {
  spec: {
    restartPolicy: 'Never',
    containers: [{ name: 'work', image: 'report:4', resources: { requests: { cpu: '500m', memory: '256Mi' } } }],
  },
};

/** What a new Job can ask for, by the value of the choice. */
export const specs = {
  counted: { parallelism: 2, completions: 6, backoffLimit: 3, completionMode: 'NonIndexed', suspend: false, template },
  indexed: { parallelism: 3, completions: 5, backoffLimit: 3, completionMode: 'Indexed', suspend: false, template },
  single: { parallelism: 1, completions: 1, backoffLimit: 3, completionMode: 'NonIndexed', suspend: false, template },
} as const satisfies Readonly<Record<string, JobSpec>>;

/** A sort of Job that can be made. */
export type Sort = keyof typeof specs;

/** A Job of one of these sorts. */
export const jobNamed = (name: string, sort: Sort) =>
  ({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name, namespace: 'default' }, spec: specs[sort] }) as const satisfies StoredJob;
