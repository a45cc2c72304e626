import type { Goal, Where } from '../../src/model/goal.ts';
import type { WalkthroughStep } from '../../src/simulation/engine/scenario.ts';
import { createJob, patchJob } from './actions.ts';
import { clusterId, jobId } from './cluster.ts';

const job = (name: string, where: Where): Goal => ({ kind: 'k8s-job', where: { name, ...where }, count: { equals: 1 } });
const pods = (where: Where, equals: number): Goal => ({ kind: 'k8s-pod', where, count: { equals } });
const controller = `${clusterId}#job-controller`;

/** A Job that succeeds, one that fails too often, and one that is suspended on its way. */
export const walkthrough: readonly WalkthroughStep[] = [
  {
    at: 0,
    text: 'The Job report asks for six completions, two at a time. Its first two pods run. Their restartPolicy is Never, so each container runs once.',
    then: [job('report', { status: 'Running', 'details.succeeded': 0 }), pods({ status: 'Running' }, 2)],
    until: 15_000,
    look: jobId('report'),
  },
  {
    at: 19_600,
    text: 'A container ends with 0, so its pod has the phase Succeeded. The Job controller counts it, lets go of its finalizer and makes the next. The pod itself stays to be read.',
    then: [job('report', { 'details.succeeded': 2 }), pods({ status: 'Succeeded' }, 2)],
    until: 30_000,
    look: controller,
  },
  {
    at: 64_000,
    text: 'The last completions. No more pods are made than completions are missing, whatever parallelism allows.',
    then: [job('report', { status: 'Complete', reason: 'CompletionsReached' }), pods({ status: 'Succeeded' }, 6)],
    until: 90_000,
    look: jobId('report'),
  },
  {
    at: 130_000,
    text: 'You create a second Job, of one pod and with a backoffLimit of 3. Its work exits with 1. The pod has failed, and no kubelet starts it again: the Job has to make another.',
    acts: [{ call: createJob('import', 'single') }, { fault: 'work-fails', target: jobId('import'), on: true }],
    then: [job('import', { status: 'Running', 'details.failed': 1, 'details.active': 0 })],
    until: 160_000,
    look: jobId('import'),
  },
  {
    at: 164_000,
    text: 'But not at once. After the first failure the controller waits 10 seconds, after the next 20, then 40.',
    then: [job('import', { status: 'Running', 'details.failed': 3 })],
    until: 270_000,
    look: controller,
  },
  {
    at: 274_000,
    text: 'The fourth failure is one more than backoffLimit allows. The Job has Failed with BackoffLimitExceeded, and its four pods stay, so that you can read why.',
    then: [job('import', { status: 'Failed', reason: 'BackoffLimitExceeded' }), pods({ status: 'Failed' }, 4)],
    until: 340_000,
    look: jobId('import'),
  },
  {
    at: 360_000,
    text: 'An Indexed Job gives each pod a number, from 0 to 4 here, and wants each number once. Three run at a time.',
    acts: [{ call: createJob('thumbnails', 'indexed') }],
    then: [job('thumbnails', { status: 'Running', 'details.completedIndexes': '0,1' })],
    until: 389_000,
    look: jobId('thumbnails'),
  },
  {
    at: 390_000,
    text: 'You suspend it. Its pods are deleted and count as nothing, neither succeeded nor failed. What was done before stays counted.',
    acts: [{ call: patchJob('thumbnails', { suspend: true }) }],
    then: [
      job('thumbnails', { status: 'Suspended', 'details.completedIndexes': '0,1', 'details.failed': 0 }),
      pods({ status: 'Running' }, 0),
    ],
    until: 440_000,
    look: jobId('thumbnails'),
  },
  {
    at: 450_000,
    text: 'You resume it. Only the indexes that are missing run, and then it is Complete.',
    acts: [{ call: patchJob('thumbnails', { suspend: false }) }],
    then: [
      job('thumbnails', { status: 'Complete', 'details.completedIndexes': '0-4' }),
      { measure: 'jobs.succeeded', is: { equals: 11 } },
      { measure: 'jobs.failed', is: { equals: 4 } },
    ],
    look: jobId('thumbnails'),
  },
];
