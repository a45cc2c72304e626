import type { ActionOffer, FaultOffer, Plot } from '../engine/scenario.ts';

/** What a diagram with logs may offer to break, by the id of the fault. */
export const logFaultOffers = {
  'logs-unreachable': {
    id: 'logs-unreachable',
    label: 'CloudWatch Logs unreachable',
    repair: 'Open the path again',
    on: 'logs-log-group',
  },
  'log-group-deleted': { id: 'log-group-deleted', label: 'Delete the log group', repair: 'Create the log group', on: 'logs-log-group' },
  'noisy-application': {
    id: 'noisy-application',
    label: 'Application logs everything',
    repair: 'Log as before',
    on: 'ecs-task',
    unavailable: ({ status }) => (status === 'RUNNING' ? undefined : `Only a RUNNING task writes lines; this one is ${status}.`),
  },
} as const satisfies Readonly<Record<string, FaultOffer>>;

/** Sets how long a log group keeps its events. */
export const setRetention: ActionOffer = {
  id: 'set-retention',
  label: 'Set retention',
  on: 'logs-log-group',
  choice: {
    type: 'option',
    label: 'Days to keep events',
    options: [
      { value: '7', label: '7 days' },
      { value: '30', label: '30 days' },
      { value: '365', label: '365 days' },
    ],
  },
  call: ({ name }, _, value) => ({
    api: 'logs',
    operation: 'PutRetentionPolicy',
    input: { logGroupName: name, retentionInDays: Number(value) },
  }),
  command: ({ name }, _, value) => `aws logs put-retention-policy --log-group-name ${name} --retention-in-days ${value}`,
};

/** What becomes of the lines, as plots. */
export const logPlots: readonly Plot[] = [
  {
    title: 'Log lines',
    unit: 'a second',
    lines: [
      { measure: 'logs.delivered', label: 'delivered', look: 'good' },
      { measure: 'logs.lost', label: 'lost', look: 'bad' },
    ],
  },
  { title: 'Lines in buffers', unit: 'lines', lines: [{ measure: 'logs.waiting', label: 'waiting', look: 'wanted' }] },
];
