import {
  DescribeClustersResponse$,
  DescribeContainerInstancesResponse$,
  DescribeServicesResponse$,
  DescribeTaskDefinitionResponse$,
  DescribeTasksResponse$,
} from '@aws-sdk/client-ecs';

/** The responses that are drawn, as the AWS SDK itself describes them. */
export const responses: Readonly<Record<string, unknown>> = {
  'describe-clusters': DescribeClustersResponse$,
  'describe-services': DescribeServicesResponse$,
  'describe-tasks': DescribeTasksResponse$,
  'describe-task-definition': DescribeTaskDefinitionResponse$,
  'describe-container-instances': DescribeContainerInstancesResponse$,
};

const sentinel = (path: string): string => `sentinel<${path}>`;

/** The path in each sentinel of a text. */
export const sentinelsIn = (text: string): readonly string[] => [...text.matchAll(/sentinel<([^>]*)>/g)].map(([, path = '']) => path);

/**
 * A response in which every field of every type is filled, each text with a word of its own: its path. The schemas are the
 * SDK's: [3, …, names, members] a structure (4: a union), [1, …, member] a list, [2, …, key, value] a map; 0 text, 1 number, 2 boolean,
 * 4 time, 64 and more a list of those, 128 and more a map of those.
 */
export function filled(schema: unknown, path = ''): unknown {
  if (typeof schema === 'function') return filled(Reflect.apply(schema, undefined, []), path);
  if (typeof schema === 'number') return filledSimple(schema, path);
  if (!Array.isArray(schema)) throw new Error(`${path} has a schema of an unknown form.`);
  const [type, , , , first, second]: readonly unknown[] = schema;
  if (typeof type !== 'number' || typeof schema[1] !== 'string') return filled(type, path);
  if (type === 0) return sentinel(path);
  if (type === 1) return [filled(first, path)];
  if (type === 2)
    return { [sentinel(`${path}.key`)]: filled(second, `${path}.value`), 'awslogs-group': filled(second, `${path}.awslogs-group`) };
  if ((type !== 3 && type !== 4) || !Array.isArray(first) || !Array.isArray(second))
    throw new Error(`${path} has a schema of an unknown form.`);
  return Object.fromEntries(first.map((name: string, index) => [name, filled(second[index], `${path}.${name}`)]));
}

function filledSimple(schema: number, path: string): unknown {
  if (schema >= 128)
    return {
      [sentinel(`${path}.key`)]: filledSimple(schema - 128, `${path}.value`),
      'awslogs-group': filledSimple(schema - 128, `${path}.awslogs-group`),
    };
  if (schema >= 64) return [filledSimple(schema - 64, path)];
  if (schema === 0) return /(?:Arn|ARN|\.arn)$/.test(path) ? `arn:aws:ecs:eu-west-1:111122223333:thing/${sentinel(path)}` : sentinel(path);
  if (schema === 2) return true;
  return 1_700_000_000;
}
