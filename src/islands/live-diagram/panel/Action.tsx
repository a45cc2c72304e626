import { useState } from 'react';
import type { Frame } from '../../../model/frame.ts';
import type { Resource } from '../../../model/resource.ts';
import type { ActionOffer } from '../../../simulation/engine/scenario.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { presentValue } from './present-value.ts';
import { useOwnId } from '../../own-id.ts';

interface Props {
  readonly offer: ActionOffer;
  readonly resource: Resource;
  readonly frame: Frame;
  /** Called when the action is pointed at, focused or taken, so that its command can be shown. */
  readonly onShow: (command: string) => void;
  readonly onAct: (value: string) => void;
}

/** One action of a resource: a button, with a field before it where the action asks for a choice. */
export function Action({ offer, resource, frame, onShow, onAct }: Props) {
  const [chosen, setChosen] = useState<string>();
  const whyId = useOwnId();
  const value = chosen ?? presentValue(offer, resource);
  const unavailable = offer.unavailable?.(resource, frame);
  const show = (taken: string): void => {
    onShow(offer.command(resource, frame, taken));
  };
  const showPresent = (): void => {
    show(value);
  };
  return (
    <div className="action" onFocus={showPresent} onPointerEnter={showPresent}>
      {offer.choice === undefined ? null : (
        <ChoiceField
          choice={offer.choice}
          value={value}
          onChange={(next) => {
            setChosen(next);
            show(next);
          }}
        />
      )}
      <button
        type="button"
        className="button"
        disabled={unavailable !== undefined}
        aria-describedby={unavailable === undefined ? undefined : whyId}
        onClick={() => {
          showPresent();
          setChosen(undefined);
          onAct(value);
        }}
      >
        {offer.label}
      </button>
      {unavailable === undefined ? null : (
        <span className="quiet" id={whyId}>
          {unavailable}
        </span>
      )}
    </div>
  );
}
