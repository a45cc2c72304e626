import type { Subnet } from '@aws-sdk/client-ec2';
import type { FieldsOf } from './fields.ts';
import { allow, flag, number, text } from './fields.ts';

/** What is kept of an element of `aws ec2 describe-subnets`. Never here: tags. */
export const subnet = allow({
  SubnetArn: text,
  SubnetId: text,
  VpcId: text,
  State: text,
  AvailabilityZone: text,
  AvailabilityZoneId: text,
  AvailableIpAddressCount: number,
  MapPublicIpOnLaunch: flag,
} satisfies FieldsOf<Subnet>);
