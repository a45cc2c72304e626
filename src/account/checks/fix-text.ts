import type { Id } from '../../model/json.ts';
import { arnOf } from '../arn.ts';
import type { Fix } from './check.ts';

/** The names that a fix may ask for, read from the id of the resource that it changes. */
function namesIn(id: Id): Readonly<Record<string, string | undefined>> {
  const arn = arnOf(id);
  const [first, second] = arn?.path ?? [];
  switch (`${arn?.service}:${arn?.type}`) {
    case 'ecs:service':
      return { region: arn?.region, cluster: second === undefined ? undefined : first, service: second ?? first };
    case 'ecs:cluster':
    case 'eks:cluster':
      return { region: arn?.region, cluster: first };
    default:
      return { region: arn?.region };
  }
}

/** How a name from outside is written so that it stays a name, in the language of each form. */
const quoted: Readonly<Record<Fix['form'], (name: string) => string>> = {
  cli: (name) => (/^[\w.:/-]+$/.test(name) && !name.startsWith('-') ? name : `'${name.replaceAll("'", `'\\''`)}'`),
  cloudformation: (name) => JSON.stringify(name),
  terraform: (name) => JSON.stringify(name).replace(/[$%](?=\{)/g, (sign) => sign + sign),
};

/** The text of a fix for one resource. What is not known stays to be filled in, in angle brackets. */
export function fixText({ form, text }: Fix, resource: Id): string {
  const names = namesIn(resource);
  return text.replace(/\{([a-z]+)\}/g, (_, field: string) => quoted[form](names[field] ?? `<${field}>`));
}
