import { operations } from '../../account/operations.ts';

/** How many calls AWS bears: so many at once, and so many a second after that. */
export interface Tokens {
  readonly burst: number;
  readonly perSecond: number;
}

/** Operations that share one bucket of tokens, in each Region of an account, with everybody else who calls them there. */
export interface Rate {
  readonly actions: readonly string[];
  /** What AWS publishes; undefined where it publishes nothing. */
  readonly published?: Tokens;
  /** How many calls Drydock starts in any second: half of what is published, or less. */
  readonly ours: number;
}

/** The buckets that AWS publishes, and what Drydock takes of each. */
export const rates: readonly Rate[] = [
  { actions: ['ecs:ListClusters', 'ecs:DescribeClusters'], published: { burst: 50, perSecond: 20 }, ours: 10 },
  { actions: ['ecs:DescribeTaskDefinition'], published: { burst: 50, perSecond: 20 }, ours: 10 },
  { actions: ['ecs:DescribeCapacityProviders'], published: { burst: 50, perSecond: 20 }, ours: 10 },
  {
    actions: ['ecs:ListTasks', 'ecs:DescribeTasks', 'ecs:ListContainerInstances', 'ecs:DescribeContainerInstances'],
    published: { burst: 100, perSecond: 20 },
    ours: 10,
  },
  { actions: ['ecs:ListServices', 'ecs:DescribeServices'], published: { burst: 100, perSecond: 20 }, ours: 10 },
  { actions: ['ecs:ListServiceDeployments', 'ecs:DescribeServiceDeployments'], published: { burst: 50, perSecond: 20 }, ours: 10 },
  {
    actions: operations.filter(({ group }) => group === 'load-balancing').map(({ action }) => action),
    published: { burst: 40, perSecond: 10 },
    ours: 5,
  },
  { actions: operations.filter(({ group }) => group === 'eks').map(({ action }) => action), ours: 5 },
];

/** What is taken of an operation of which nothing is published. */
const quiet = 5;

/** The bucket of an operation; one that is in no list has a quiet one of its own. */
export const rateOf = (action: string): Rate => rates.find(({ actions }) => actions.includes(action)) ?? { actions: [action], ours: quiet };
