import { acceptedTask } from './agent/managed-task.ts';
import { taskSetup } from './task-setup.ts';

/** A task, from the placement by its service to the day on which it is forgotten. Its states are the values of lastStatus. */
export const taskMachine = taskSetup.createMachine({
  id: 'ecs-task',
  context: ({ input: { id, containers, launchType } }) => ({
    id,
    containers,
    launchType,
    agent: acceptedTask(Object.values(containers)),
    calls: [],
  }),
  initial: 'PROVISIONING',
  on: {
    'host.lost': { target: '.STOPPED', actions: ['recordStop', 'loseContainers'] },
    'container.health': { actions: ['showContainer', 'heed', 'callContainers', { type: 'tellService', params: 'of another health' }] },
  },
  states: {
    PROVISIONING: {
      entry: { type: 'tellChange', params: 'PROVISIONING' },
      after: { interface: 'PENDING' },
      on: {
        'task.stop': { target: 'DEPROVISIONING', actions: 'recordStop' },
        'spot.interrupted': { target: 'DEPROVISIONING', actions: ['warnOfSpot', 'recordSpot'] },
      },
    },
    PENDING: {
      entry: [
        { type: 'show', params: { status: 'PENDING', attachment: 'ATTACHED' } },
        { type: 'tellChange', params: 'PENDING' },
        'assignToHost',
      ],
      after: {
        accepts: [{ guard: 'lacksResource', target: 'DEPROVISIONING', actions: 'recordResourceFailure' }, { target: 'ACTIVATING' }],
      },
      on: {
        'task.stop': { target: 'STOPPED', actions: 'recordStop' },
        'spot.interrupted': { target: 'STOPPED', actions: ['warnOfSpot', 'recordSpot'] },
      },
    },
    ACTIVATING: {
      entry: [
        { type: 'show', params: { status: 'ACTIVATING', at: ['connectivityAt', 'pullStartedAt'] } },
        { type: 'tellChange', params: 'ACTIVATING' },
        'accept',
        'beginContainers',
      ],
      initial: 'starting',
      on: {
        'container.pulled': { actions: ['heed', 'showPulled', 'callContainers'] },
        'container.running': { actions: ['showContainer', 'heed', 'callContainers'] },
        'container.stopped': { actions: ['showContainer', 'heed', 'callContainers'] },
        'dependency.overdue': { actions: ['heed', 'callContainers'] },
        'task.stop': { target: 'STOPPING', actions: 'recordStop' },
        'spot.interrupted': { target: 'STOPPING', actions: ['warnOfSpot', 'recordSpot'] },
      },
      always: { guard: 'agentStopsIt', target: 'STOPPING', actions: 'recordContainerStop' },
      states: {
        starting: {
          always: [
            { guard: 'allRunBehindLoadBalancer', target: 'registering' },
            { guard: 'allRun', target: '#ecs-task.RUNNING' },
          ],
        },
        registering: {
          entry: { type: 'tellService', params: 'ready to be registered' },
          on: {
            'target.registered': '#ecs-task.RUNNING',
            'task.stop': { target: '#ecs-task.DEACTIVATING', actions: 'recordStop' },
          },
        },
      },
    },
    RUNNING: {
      entry: [
        { type: 'show', params: { status: 'RUNNING', at: ['startedAt'] } },
        { type: 'tellChange', params: 'RUNNING' },
        'startedOnHost',
        { type: 'tellService', params: 'RUNNING' },
      ],
      on: {
        'container.stopped': { actions: ['showContainer', 'heed', 'callContainers'] },
        'task.stop': { target: 'DEACTIVATING', actions: 'recordStop' },
        'spot.interrupted': {
          target: 'STOPPING',
          actions: ['warnOfSpot', 'recordSpot', { type: 'tellService', params: 'interrupted' }],
        },
      },
      always: { guard: 'agentStopsIt', target: 'DEACTIVATING', actions: ['breakTarget', 'recordContainerStop'] },
    },
    DEACTIVATING: {
      entry: [
        { type: 'show', params: { status: 'DEACTIVATING' } },
        { type: 'tellChange', params: 'DEACTIVATING' },
        { type: 'tellService', params: 'on its way out' },
      ],
      always: { guard: 'hasNoTarget', target: 'STOPPING' },
      on: {
        'container.stopped': { actions: ['showContainer', 'heed', 'callContainers', 'breakTarget'] },
        'target.drained': 'STOPPING',
      },
      initial: 'deregistering',
      states: {
        deregistering: { on: { 'target.draining': 'draining' } },
        draining: { always: { guard: 'nothingRuns', target: '#ecs-task.STOPPING' } },
      },
    },
    STOPPING: {
      entry: [
        { type: 'show', params: { status: 'STOPPING', at: ['stoppingAt'] } },
        { type: 'tellChange', params: 'STOPPING' },
        'stopAll',
        'callContainers',
      ],
      always: { guard: 'nothingRuns', target: 'DEPROVISIONING' },
      on: {
        'container.running': { actions: ['showContainer', 'heed', 'callContainers'] },
        'container.stopped': { actions: ['showContainer', 'heed', 'callContainers'] },
      },
    },
    DEPROVISIONING: {
      entry: [
        { type: 'show', params: { status: 'DEPROVISIONING', attachment: 'DETACHING' } },
        { type: 'tellChange', params: 'DEPROVISIONING' },
      ],
      after: { deprovision: 'STOPPED' },
    },
    STOPPED: {
      entry: [
        'showContainersStopped',
        { type: 'show', params: { status: 'STOPPED', at: ['stoppedAt'], attachment: 'DELETED' } },
        { type: 'tellChange', params: 'STOPPED' },
        'goneFromHost',
        'tellServiceStopped',
      ],
      on: { 'host.lost': {}, 'container.health': {} },
      after: { stoppedVisible: 'DELETED' },
    },
    DELETED: {
      entry: { type: 'show', params: { status: 'DELETED' } },
      on: { 'host.lost': {}, 'container.health': {} },
      after: { deletedVisible: 'forgotten' },
    },
    forgotten: { entry: 'forget', type: 'final' },
  },
});
