import type { ApiCall } from '../../src/model/api-call.ts';
import type { Frame } from '../../src/model/frame.ts';
import type { JsonObject } from '../../src/model/json.ts';
import type { Resource } from '../../src/model/resource.ts';
import type { ActionOffer } from '../../src/simulation/engine/scenario.ts';
import { deletePod, numberIn } from '../../src/simulation/eks/offers.ts';
import type { Sort } from './cluster.ts';
import { jobNamed, specs } from './cluster.ts';

const JOBS = '/apis/batch/v1/namespaces/default/jobs';
/** As many Jobs as stay readable side by side. */
const MOST = 4;

/** The request that makes a Job. */
export const createJob = (name: string, sort: Sort): ApiCall => ({
  api: 'kubernetes',
  verb: 'create',
  path: JOBS,
  body: jobNamed(name, sort),
});

/** The request that changes the spec of a Job. */
export const patchJob = (name: string, spec: JsonObject): ApiCall => ({
  api: 'kubernetes',
  verb: 'patch',
  path: `${JOBS}/${name}`,
  body: { spec },
});

const jobsIn = ({ resources }: Frame): number => [...resources.values()].filter(({ kind }) => kind === 'k8s-job').length;
const isSort = (value: string): value is Sort => value in specs;
const sortOf = (value: string): Sort => (isSort(value) ? value : 'counted');
const nextName = (frame: Frame, value: string): string => `${sortOf(value)}-${jobsIn(frame) + 1}`;

const isOver = ({ status, name }: Resource): string | undefined =>
  status === 'Running' || status === 'Suspended' ? undefined : `${name} has ended: a Job runs once.`;

/** What a reader may do, each as the request that kubectl sends. */
export const actions: readonly ActionOffer[] = [
  {
    id: 'create-job',
    label: 'Create Job',
    on: 'k8s-api-server',
    choice: {
      type: 'option',
      label: 'Job',
      options: [
        { value: 'counted', label: '6 completions, 2 at a time' },
        { value: 'indexed', label: '5 indexes, 3 at a time' },
        { value: 'single', label: 'one pod' },
      ],
    },
    unavailable: (_, frame) => (jobsIn(frame) < MOST ? undefined : 'There are Jobs enough. Press Reset to begin anew.'),
    call: (_, frame, value) => createJob(nextName(frame, value), sortOf(value)),
    command: (_, frame, value) => `kubectl create -f ${nextName(frame, value)}.yaml`,
  },
  {
    id: 'set-parallelism',
    label: 'Set parallelism',
    on: 'k8s-job',
    choice: { type: 'number', label: 'Parallelism', min: 0, max: 6, now: (job) => numberIn(job, 'parallelism') },
    unavailable: isOver,
    call: ({ name }, _, value) => patchJob(name, { parallelism: Number(value) }),
    command: ({ name }, _, value) => `kubectl patch job ${name} -p '{"spec":{"parallelism":${value}}}'`,
  },
  {
    id: 'suspend',
    label: 'Suspend',
    on: 'k8s-job',
    unavailable: (job) => (job.status === 'Suspended' ? `${job.name} is suspended already.` : isOver(job)),
    call: ({ name }) => patchJob(name, { suspend: true }),
    command: ({ name }) => `kubectl patch job ${name} -p '{"spec":{"suspend":true}}'`,
  },
  {
    id: 'resume',
    label: 'Resume',
    on: 'k8s-job',
    unavailable: ({ status, name }) => (status === 'Suspended' ? undefined : `${name} is not suspended.`),
    call: ({ name }) => patchJob(name, { suspend: false }),
    command: ({ name }) => `kubectl patch job ${name} -p '{"spec":{"suspend":false}}'`,
  },
  deletePod,
];
