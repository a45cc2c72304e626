import { use } from 'react';
import type { Frame } from '../../../model/frame.ts';
import type { Millis } from '../../../model/json.ts';
import type { Resource, Wait } from '../../../model/resource.ts';
import type { StateTexts } from '../../../model/state-text.ts';
import { spanOf } from '../../clock.ts';
import { Illustrative } from '../../Explanation.tsx';
import { fill, textsOf } from '../../explanation.ts';

interface Props {
  readonly resource: Resource;
  readonly waits: readonly Wait[];
  readonly frame: Frame;
  readonly time: Millis;
}

/** What a resource waits for, in order, with the numbers of this moment. */
export function Waits({ resource, waits, frame, time }: Props) {
  const texts = use(textsOf(resource.kind));
  return (
    <ol className="waits">
      {waits.map((wait) => (
        <OneWait key={`${wait.code} ${wait.on ?? ''}`} wait={wait} texts={texts} frame={frame} time={time} />
      ))}
    </ol>
  );
}

interface OneProps extends Pick<Props, 'frame' | 'time'> {
  readonly wait: Wait;
  readonly texts: StateTexts | undefined;
}

function OneWait({ wait, texts, frame, time }: OneProps) {
  const text = texts?.wait[wait.code];
  const on = wait.on === undefined ? undefined : frame.resources.get(wait.on)?.name;
  const left = wait.until === undefined ? undefined : spanOf(wait.until - time);
  return (
    <li>
      {text === undefined ? wait.code : fill(text.text, { on, left, ...wait.values })}
      {left === undefined || (text?.text.includes('{left}') ?? false) ? null : `, ${left} left`}{' '}
      {text === undefined ? null : <Illustrative text={text} />}
    </li>
  );
}
