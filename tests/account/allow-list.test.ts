import { describe, expect, it } from 'vitest';
import { accountOf, pictureOf } from '../../src/account/picture.ts';
import { readFiles } from '../../src/account/read-files.ts';
import { kinds } from '../../src/model/kind.ts';
import { filled, responses, sentinelsIn } from './every-field.ts';

/** What must never get past the allow-list, wherever it stands. */
const never =
  /environment|secret|command|entryPoint|override|tags|registeredBy|createdBy|volume|mount|credential|docker|extraHosts|systemControls|ulimits|proxy|repository|roleArn|kms|execute/i;

const texts = Object.entries(responses).map(([name, schema]) => ({ name, text: JSON.stringify(filled(schema)) }));

describe('the allow-list (requirement 11)', () => {
  it('is tried on responses in which the fields to be dropped are there', () => {
    const offered = texts.flatMap(({ text }) => sentinelsIn(text));
    expect(offered.length).toBeGreaterThan(300);
    for (const word of [
      'environment.value',
      'secrets.valueFrom',
      'entryPoint',
      'overrides',
      'tags.value',
      'registeredBy',
      'options.value',
    ]) {
      expect(offered.some((path) => path.includes(word))).toBe(true);
    }
  });

  it.each(texts)('lets nothing secret of $name through', ({ name, text }) => {
    const reading = readFiles([{ name, text }]);
    expect(reading.objects).toHaveLength(1);
    const through = sentinelsIn(JSON.stringify(reading.objects));
    expect(through.length).toBeGreaterThan(3);
    expect(through.filter((path) => never.test(path))).toEqual([]);
    expect(through.filter((path) => /\.(key|value)$/.test(path))).toEqual([]);
  });

  it('lets through these names of fields and no other', () => {
    const through = sentinelsIn(JSON.stringify(readFiles(texts).objects));
    expect([...new Set(through.map((path) => path.replace(/^.*\./, '')))].sort()).toMatchInlineSnapshot(`
      [
        "agentVersion",
        "appProtocol",
        "assignPublicIp",
        "attachmentId",
        "attachmentsStatus",
        "availabilityZone",
        "availabilityZoneRebalancing",
        "awslogs-group",
        "bindIP",
        "capacityProvider",
        "capacityProviderName",
        "capacityProviders",
        "clusterArn",
        "clusterName",
        "compatibilities",
        "condition",
        "connectivity",
        "containerArn",
        "containerInstanceArn",
        "containerName",
        "cpu",
        "cpuArchitecture",
        "currentServiceDeployment",
        "desiredStatus",
        "discoveryName",
        "dnsName",
        "ec2InstanceId",
        "family",
        "field",
        "group",
        "healthStatus",
        "id",
        "image",
        "imageDigest",
        "lastStatus",
        "launchType",
        "loadBalancerName",
        "logDriver",
        "memory",
        "message",
        "name",
        "namespace",
        "networkMode",
        "operatingSystemFamily",
        "overallStatus",
        "pidMode",
        "platformFamily",
        "platformVersion",
        "portName",
        "privateIpv4Address",
        "protocol",
        "reason",
        "registryArn",
        "requiresCompatibilities",
        "rolloutState",
        "rolloutStateReason",
        "schedulingStrategy",
        "serviceArn",
        "serviceName",
        "startedBy",
        "status",
        "statusReason",
        "stopCode",
        "stoppedReason",
        "strategy",
        "stringSetValue",
        "subnets",
        "targetGroupArn",
        "taskArn",
        "taskDefinition",
        "taskDefinitionArn",
        "type",
        "user",
      ]
    `);
  });

  it('leaves nothing secret in what a page gets to see', () => {
    const picture = pictureOf(accountOf(readFiles(texts)), { view: 'ecs-service', kinds: new Set(kinds), wish: {}, revealed: true });
    const seen = JSON.stringify({ ...picture, frame: [...picture.frame.resources.values(), picture.frame.messages] });
    expect(sentinelsIn(seen).filter((path) => never.test(path))).toEqual([]);
  });
});
