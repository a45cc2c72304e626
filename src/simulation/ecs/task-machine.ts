import { taskSetup } from './task-setup.ts';

/** A task, from the placement by its service to the day on which it is forgotten. Its states are the values of lastStatus. */
export const taskMachine = taskSetup.createMachine({
  id: 'ecs-task',
  context: ({ input: { id, containers, launchType } }) => {
    const count = Object.keys(containers).length;
    return { id, containers, launchType, toStart: count, live: count };
  },
  initial: 'PROVISIONING',
  on: {
    'host.lost': { target: '.STOPPED', actions: ['recordStop', 'showContainersLost', 'loseContainers'] },
    'container.health': { actions: ['showContainer', { type: 'tellService', params: 'of another health' }] },
  },
  states: {
    PROVISIONING: {
      after: { interface: 'PENDING' },
      on: { 'task.stop': { target: 'DEPROVISIONING', actions: 'recordStop' } },
    },
    PENDING: {
      entry: [{ type: 'show', params: { status: 'PENDING' } }, 'assignToHost'],
      after: { accepts: 'ACTIVATING' },
      on: { 'task.stop': { target: 'STOPPED', actions: 'recordStop' } },
    },
    ACTIVATING: {
      entry: [{ type: 'show', params: { status: 'ACTIVATING', at: ['connectivityAt', 'pullStartedAt'] } }, 'beginContainers'],
      initial: 'starting',
      on: {
        'container.pulled': { actions: 'showPulled' },
        'container.stopped': { target: 'STOPPING', actions: ['showContainer', 'countStopped', 'recordFailedStart'] },
      },
      states: {
        starting: {
          on: {
            'container.running': [
              { guard: 'isLastToStartBehindLoadBalancer', target: 'registering', actions: ['showContainer', 'countStarted'] },
              { guard: 'isLastToStart', target: '#ecs-task.RUNNING', actions: ['showContainer', 'countStarted'] },
              { actions: ['showContainer', 'countStarted'] },
            ],
            'task.stop': { target: '#ecs-task.STOPPING', actions: 'recordStop' },
          },
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
        'startedOnHost',
        { type: 'tellService', params: 'RUNNING' },
      ],
      on: {
        'container.stopped': { target: 'DEACTIVATING', actions: ['showContainer', 'countStopped', 'breakTarget', 'recordExit'] },
        'task.stop': { target: 'DEACTIVATING', actions: 'recordStop' },
      },
    },
    DEACTIVATING: {
      entry: [
        { type: 'show', params: { status: 'DEACTIVATING' } },
        { type: 'tellService', params: 'on its way out' },
      ],
      always: { guard: 'hasNoTarget', target: 'STOPPING' },
      on: {
        'container.stopped': { actions: ['showContainer', 'countStopped', 'breakTarget'] },
        'target.draining': { guard: 'nothingRuns', target: 'STOPPING' },
        'target.drained': 'STOPPING',
      },
    },
    STOPPING: {
      entry: [{ type: 'show', params: { status: 'STOPPING', at: ['stoppingAt'] } }, 'signalContainers'],
      always: { guard: 'nothingRuns', target: 'DEPROVISIONING' },
      on: {
        'container.stopped': [
          { guard: 'isLastLive', target: 'DEPROVISIONING', actions: ['showContainer', 'countStopped'] },
          { actions: ['showContainer', 'countStopped'] },
        ],
      },
    },
    DEPROVISIONING: {
      entry: { type: 'show', params: { status: 'DEPROVISIONING', at: ['executionStoppedAt'] } },
      after: { deprovision: 'STOPPED' },
    },
    STOPPED: {
      entry: ['countAllStopped', { type: 'show', params: { status: 'STOPPED', at: ['stoppedAt'] } }, 'goneFromHost', 'tellServiceStopped'],
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
