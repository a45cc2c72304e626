import { allow, flag, list, number, text, time } from './fields.ts';

/** What is kept of an element of `aws elbv2 describe-load-balancers`. */
export const loadBalancer = allow({
  LoadBalancerArn: text,
  LoadBalancerName: text,
  DNSName: text,
  Type: text,
  Scheme: text,
  VpcId: text,
  State: allow({ Code: text, Reason: text }),
  AvailabilityZones: list(allow({ ZoneName: text })),
  CreatedTime: time,
});

/** What is kept of an element of `aws elbv2 describe-target-groups`. */
export const targetGroup = allow({
  TargetGroupArn: text,
  TargetGroupName: text,
  Protocol: text,
  Port: number,
  VpcId: text,
  TargetType: text,
  LoadBalancerArns: list(text),
  HealthCheckEnabled: flag,
  HealthCheckProtocol: text,
  HealthCheckPort: text,
  HealthCheckPath: text,
  HealthCheckIntervalSeconds: number,
  HealthCheckTimeoutSeconds: number,
  HealthyThresholdCount: number,
  UnhealthyThresholdCount: number,
  Matcher: allow({ HttpCode: text, GrpcCode: text }),
});

/** What is kept of an element of `aws elbv2 describe-target-health`, which itself does not say of which group it is. */
export const target = allow({
  TargetGroupArn: text,
  Target: allow({ Id: text, Port: number, AvailabilityZone: text }),
  HealthCheckPort: text,
  TargetHealth: allow({ State: text, Reason: text, Description: text }),
});
