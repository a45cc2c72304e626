import type { Fix } from './check.ts';

/** A change of a service, in the parts that differ from one to another. */
interface ServiceChange {
  /** Flags of `aws ecs update-service`. */
  readonly cli: string;
  /** Lines below `Properties`. */
  readonly cloudformation: readonly string[];
  /** Lines in the block of the resource. */
  readonly terraform: readonly string[];
}

/** A change of an ECS service in the three forms. */
export const ecsServiceFix = ({ cli, cloudformation, terraform }: ServiceChange): readonly Fix[] => [
  { form: 'cli', text: `aws ecs update-service --region {region} --cluster {cluster} --service {service} ${cli}` },
  { form: 'cloudformation', text: cloudFormation('AWS::ECS::Service', ['ServiceName: {service}', ...cloudformation]) },
  { form: 'terraform', text: terraformBlock('aws_ecs_service', ['name = {service}', ...terraform]) },
];

/** The resource of a CloudFormation template with these properties. */
export const cloudFormation = (type: string, properties: readonly string[]): string =>
  ['Resources:', '  Changed:', `    Type: ${type}`, '    Properties:', ...properties.map((line) => `      ${line}`)].join('\n');

/** A Terraform resource with these lines. */
export const terraformBlock = (type: string, lines: readonly string[]): string =>
  [`resource "${type}" "changed" {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
