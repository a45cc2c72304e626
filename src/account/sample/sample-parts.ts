import type { JsonObject } from '../../model/json.ts';

const HOME = { region: 'eu-west-1', cluster: 'shop' };

const ecsArn = (region: string, rest: string): string => `arn:aws:ecs:${region}:111122223333:${rest}`;
const at = (clock: string): string => `2026-11-20T${clock}.000Z`;
const padded = (start: string, number: number): string => `${start}${String(number).padStart(32 - start.length, '0')}`;

/** The id of the number-th task of a family; its first characters, which cards show, differ from task to task. */
export const taskId = (family: string, number: number): string =>
  padded(((family.charCodeAt(0) * 401 + number * 613) % 4096).toString(16).padStart(3, '0'), number);

/** The ARN of a cluster of the sample. */
export const clusterArn = (region: string, name: string): string => ecsArn(region, `cluster/${name}`);

interface ServiceParts {
  readonly family: string;
  readonly revision: number;
  /** The revision that a deployment in progress takes the place of. */
  readonly before?: number;
  readonly desired: number;
  readonly running: number;
  readonly pending?: number;
  readonly launchType: string;
  readonly targetGroupArn?: string;
  readonly region?: string;
  readonly cluster?: string;
}

/** A service with its events, each a time and what follows the name of the service. */
export function service(
  serviceName: string,
  parts: ServiceParts,
  events: readonly (readonly [clock: string, message: string])[],
): JsonObject {
  const { family, revision, before, desired, running, pending = 0, launchType, region = HOME.region, cluster = HOME.cluster } = parts;
  const definition = (number: number): string => ecsArn(region, `task-definition/${family}:${number}`);
  const deployment = (status: string, number: number, rolloutState: string, counts: JsonObject): JsonObject => ({
    id: `ecs-svc/${serviceName}-${number}`,
    status,
    taskDefinition: definition(number),
    desiredCount: desired,
    createdAt: at(status === 'PRIMARY' && before !== undefined ? '10:20:00' : '08:57:30'),
    launchType,
    rolloutState,
    ...counts,
  });
  return {
    serviceArn: ecsArn(region, `service/${cluster}/${serviceName}`),
    serviceName,
    clusterArn: clusterArn(region, cluster),
    status: 'ACTIVE',
    desiredCount: desired,
    runningCount: running,
    pendingCount: pending,
    launchType,
    schedulingStrategy: 'REPLICA',
    taskDefinition: definition(revision),
    deployments:
      before === undefined
        ? [deployment('PRIMARY', revision, 'COMPLETED', { runningCount: running, pendingCount: pending, failedTasks: 0 })]
        : [
            deployment('PRIMARY', revision, 'IN_PROGRESS', { runningCount: 0, pendingCount: pending, failedTasks: 4 }),
            deployment('ACTIVE', before, 'COMPLETED', { runningCount: running, pendingCount: 0, failedTasks: 0 }),
          ],
    loadBalancers:
      parts.targetGroupArn === undefined ? [] : [{ targetGroupArn: parts.targetGroupArn, containerName: family, containerPort: 80 }],
    events: events.map(([clock, message], index) => ({
      id: `${serviceName}-${index}`,
      createdAt: at(clock),
      message: `(service ${serviceName}) ${message}`,
    })),
    createdAt: at('08:00:00'),
  };
}

/** A revision with one container of the family's name. */
export const taskDefinition = (family: string, revision: number, region: string = HOME.region): JsonObject => ({
  taskDefinitionArn: ecsArn(region, `task-definition/${family}:${revision}`),
  family,
  revision,
  status: 'ACTIVE',
  networkMode: 'awsvpc',
  cpu: '512',
  memory: '1024',
  containerDefinitions: [
    {
      name: family,
      image: `registry.example.com/${family}:${revision}`,
      essential: true,
      portMappings: [{ containerPort: 80, protocol: 'tcp' }],
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': `/ecs/${family}`, 'awslogs-stream-prefix': 'ecs' } },
    },
  ],
});

const logGroupArn = (family: string, region: string): string => `arn:aws:logs:${region}:111122223333:log-group:/ecs/${family}`;

/** The log group of a family; without a number of days it keeps everything. */
export const logGroup = (family: string, retentionInDays?: number, region: string = HOME.region): JsonObject => ({
  logGroupName: `/ecs/${family}`,
  logGroupArn: logGroupArn(family, region),
  creationTime: Date.parse(at('08:00:00')),
  storedBytes: 48_211_040,
  ...(retentionInDays === undefined ? {} : { retentionInDays }),
});

/** The log stream of the number-th task of a family. */
export const logStream = (family: string, number: number): JsonObject => ({
  logStreamName: `ecs/${family}/${taskId(family, number)}`,
  arn: `${logGroupArn(family, HOME.region)}:log-stream:ecs/${family}/${taskId(family, number)}`,
  creationTime: Date.parse(at('08:10:00')),
  lastIngestionTime: Date.parse(at('10:29:55')),
});

interface TaskParts {
  /** The number of its container instance; absent on Fargate. */
  readonly host?: number;
  readonly zone: string;
  readonly status?: string;
  readonly health?: string;
  readonly stopCode?: string;
  readonly stoppedReason?: string;
  readonly region?: string;
  readonly cluster?: string;
}

/** The number-th task of a service whose family has its name. */
export function task(family: string, revision: number, number: number, parts: TaskParts): JsonObject {
  const {
    host,
    zone,
    status = 'RUNNING',
    health = 'UNKNOWN',
    stopCode,
    stoppedReason,
    region = HOME.region,
    cluster = HOME.cluster,
  } = parts;
  const id = taskId(family, number);
  const stopped = stoppedReason === undefined ? {} : { stopCode, stoppedReason, stoppingAt: at('10:26:40'), stoppedAt: at('10:26:58') };
  return {
    taskArn: ecsArn(region, `task/${cluster}/${id}`),
    clusterArn: clusterArn(region, cluster),
    taskDefinitionArn: ecsArn(region, `task-definition/${family}:${revision}`),
    ...(host === undefined ? {} : { containerInstanceArn: instanceArn(host) }),
    group: `service:${family}`,
    startedBy: `ecs-svc/${family}-${revision}`,
    lastStatus: status,
    desiredStatus: status === 'STOPPED' ? 'STOPPED' : 'RUNNING',
    healthStatus: health,
    launchType: host === undefined ? 'FARGATE' : 'EC2',
    availabilityZone: `${region}${zone}`,
    cpu: '512',
    memory: '1024',
    createdAt: at(status === 'RUNNING' ? '08:58:02' : '10:25:02'),
    ...(status === 'RUNNING' ? { startedAt: at('08:58:40') } : {}),
    ...stopped,
    containers: [
      {
        containerArn: ecsArn(region, `container/${cluster}/${id}/main`),
        name: family,
        image: `registry.example.com/${family}:${revision}`,
        lastStatus: status,
        healthStatus: health,
        ...(stoppedReason === undefined ? {} : { reason: stoppedReason }),
      },
    ],
  };
}

const instanceArn = (number: number): string => ecsArn(HOME.region, `container-instance/${HOME.cluster}/${padded('a1b2c3d4', number)}`);

interface InstanceParts {
  readonly zone: string;
  /** What is left of it. */
  readonly cpu: number;
  readonly memory: number;
  readonly tasks: number;
  readonly status?: string;
  readonly agentConnected?: boolean;
}

/** A container instance of the home cluster. */
export function instance(
  number: number,
  { zone, cpu, memory, tasks, status = 'ACTIVE', agentConnected = true }: InstanceParts,
): JsonObject {
  const resources = (ofCpu: number, ofMemory: number): readonly JsonObject[] => [
    { name: 'CPU', type: 'INTEGER', integerValue: ofCpu },
    { name: 'MEMORY', type: 'INTEGER', integerValue: ofMemory },
  ];
  return {
    containerInstanceArn: instanceArn(number),
    ec2InstanceId: `i-0a${number}b2c3d4e5f60718`,
    status,
    agentConnected,
    runningTasksCount: tasks,
    pendingTasksCount: 0,
    registeredResources: resources(2048, 3840),
    remainingResources: resources(cpu, memory),
    registeredAt: at('07:30:00'),
    attributes: [{ name: 'ecs.availability-zone', value: `${HOME.region}${zone}` }],
  };
}

/** One registered target of a target group. */
export const target = (TargetGroupArn: string, number: number, State: string): JsonObject => ({
  TargetGroupArn,
  Target: { Id: `10.${Math.floor(number / 250)}.${number % 250}.15`, Port: 80 },
  TargetHealth: { State },
});
