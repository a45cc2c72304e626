import { containerSetup } from './container-setup.ts';
import { isBroken } from './image-behaviour.ts';

/** A container as the agent on its host looks after it. Health checks that would change nothing are not scheduled. */
export const containerMachine = containerSetup.createMachine({
  id: 'ecs-container',
  context: ({ input: { id, container, pulls } }) => ({
    ...container,
    id,
    pulls,
    answering: !isBroken(container.image),
    startedAt: 0,
    failures: 0,
  }),
  initial: 'PENDING',
  on: {
    'host.lost': { target: '.STOPPED', actions: 'logLost' },
    'app.broke': { actions: 'broke' },
    'app.recovered': { actions: 'recovered' },
  },
  states: {
    PENDING: {
      initial: 'waiting',
      on: {
        'signal.term': { target: 'STOPPED', actions: 'tellNotStarted' },
        'agent.gaveUp': { target: 'STOPPED', actions: 'tellGivenUp' },
      },
      states: {
        waiting: { always: { guard: 'pullsAtOnce', target: 'pulling' }, on: { 'agent.pull': 'pulling' } },
        pulling: {
          entry: 'askRegistry',
          after: {
            pull: [
              { guard: 'cannotPull', target: '#ecs-container.STOPPED', actions: 'tellPullFailed' },
              { target: 'pulled', actions: 'tellPulled' },
            ],
          },
        },
        pulled: { on: { 'agent.start': 'starting' } },
        starting: {
          entry: 'openLog',
          on: { 'log.refused': { target: '#ecs-container.STOPPED', actions: 'tellLogRefused' } },
          after: { start: { target: '#ecs-container.RUNNING', actions: ['markStart', 'logStarted', 'tellRunning', 'exitIfBroken'] } },
        },
      },
    },
    RUNNING: {
      initial: 'UNKNOWN',
      on: {
        'process.exited': [
          { guard: 'isRestarted', target: '.UNKNOWN', actions: ['markRestart', 'tellRestarted'] },
          { target: 'STOPPED', actions: ['logExited', 'tellExited'] },
        ],
        'signal.term': [{ guard: 'ignoresSigterm', target: '.ignoring' }, { target: '.ending' }],
      },
      states: {
        UNKNOWN: {
          always: [
            { guard: 'isJob', target: 'working' },
            { guard: 'hasNoCheck', target: 'unchecked' },
          ],
          after: {
            nextCheck: [
              { guard: 'answers', target: 'HEALTHY' },
              { guard: 'isStillStarting', target: 'UNKNOWN', reenter: true },
              { guard: 'lastRetryFails', target: 'UNHEALTHY' },
              { target: 'UNKNOWN', reenter: true, actions: 'countFailure' },
            ],
          },
        },
        unchecked: {},
        working: { after: { work: { actions: 'finishWork' } } },
        HEALTHY: {
          entry: { type: 'tellHealth', params: 'HEALTHY' },
          initial: 'passing',
          states: {
            passing: { entry: 'countAnew', on: { 'app.broke': { target: 'failing', actions: 'broke' } } },
            failing: {
              on: { 'app.recovered': { target: 'passing', actions: 'recovered' } },
              after: {
                nextCheck: [
                  { guard: 'lastRetryFails', target: '#ecs-container.RUNNING.UNHEALTHY' },
                  { target: 'failing', reenter: true, actions: 'countFailure' },
                ],
              },
            },
          },
        },
        UNHEALTHY: {
          entry: { type: 'tellHealth', params: 'UNHEALTHY' },
          initial: 'failing',
          states: {
            failing: { on: { 'app.recovered': { target: 'passing', actions: 'recovered' } } },
            passing: {
              on: { 'app.broke': { target: 'failing', actions: 'broke' } },
              after: { nextCheck: '#ecs-container.RUNNING.HEALTHY' },
            },
          },
        },
        ending: {
          entry: 'logStopping',
          on: { 'process.exited': { target: '#ecs-container.STOPPED', actions: ['logExited', 'tellExited'] } },
          after: { end: { target: '#ecs-container.STOPPED', actions: ['logExited', 'tellExited'] } },
        },
        ignoring: {
          on: { 'process.exited': { target: '#ecs-container.STOPPED', actions: ['logExited', 'tellExited'] } },
          after: { stopTimeout: { target: '#ecs-container.STOPPED', actions: ['logExited', 'tellKilled'] } },
        },
      },
    },
    STOPPED: {},
  },
});
