import { describe, expect, it } from 'vitest';
import { maskObject, maskOf } from '../../src/account/mask.ts';
import { accountOf, maskNotices, pictureOf } from '../../src/account/picture.ts';
import { readFiles } from '../../src/account/read-files.ts';
import { kinds } from '../../src/model/kind.ts';
import { recorded, recordings } from './fixtures.ts';

const accounts = /123456789012|123456789222|012345678910/;
const seen = (revealed: boolean): string => {
  const files = recordings('ecs').map((name) => ({ ...recorded(name), name: `123456789012-${name.slice(4)}` }));
  const { frame, menu, ...told } = pictureOf(accountOf(readFiles(files)), {
    view: 'ecs-service',
    kinds: new Set(kinds),
    wish: {},
    revealed,
  });
  const names = menu.flatMap(({ options }) => options.map(({ name }) => name));
  return JSON.stringify([[...frame.resources.values()], [...frame.relations], frame.messages, names, told]);
};

describe('account ids (requirement 12)', () => {
  it('are nowhere in what a page prints, ids of resources and names of files included, until they are revealed', () => {
    expect(seen(false)).not.toMatch(accounts);
    expect(seen(true)).toMatch(accounts);
  });

  it('are masked in ARNs, registries, bucket names and sentences', () => {
    const mask = maskOf(['arn:aws:ecs:eu-west-1:111122223333:cluster/demo']);
    expect(mask('111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:1 logs-111122223333 of 111122223333.')).toBe(
      '************.dkr.ecr.eu-west-1.amazonaws.com/web:1 logs-************ of ************.',
    );
  });

  it('leaves other digits as they are', () => {
    const mask = maskOf(['arn:aws:ecs:eu-west-1:111122223333:cluster/demo']);
    expect(mask('ecs-svc/9684306822431111222233330 and 444455556666x')).toBe('ecs-svc/9684306822431111222233330 and 444455556666x');
  });

  it('keeps two accounts apart, so that two resources never become one', () => {
    const one = { id: 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo', kind: 'ecs-cluster', body: {} } as const;
    const other = { ...one, id: one.id.replace('111122223333', '444455556666') };
    const mask = maskOf([one.id, other.id]);
    expect(maskObject(one, mask).id).not.toBe(maskObject(other, mask).id);
  });

  it('masks the ids that an object names like its own, so that objects still join', () => {
    const clusterArn = 'arn:aws:ecs:eu-west-1:111122223333:cluster/demo';
    const cluster = { id: clusterArn, kind: 'ecs-cluster', body: { list: [{ clusterArn }, 3, null] } } as const;
    const masked = maskObject(cluster, maskOf([clusterArn]));
    expect(masked.body).toEqual({ list: [{ clusterArn: masked.id }, 3, null] });
  });

  it('are masked in the sentence that refuses a file', () => {
    const [notice] = maskNotices([{ kind: 'problem', file: '111122223333.json', text: '111122223333.json is empty.' }]);
    expect(notice).toEqual({ kind: 'problem', file: '************.json', text: '************.json is empty.' });
  });
});
