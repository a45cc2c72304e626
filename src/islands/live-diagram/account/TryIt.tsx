import { choiceOf } from '../../../account/choose.ts';
import { objectsOf } from '../../../account/chosen-objects.ts';
import type { Account, Picture } from '../../../account/picture.ts';
import type { AccountView } from '../../../model/account-view.ts';
import type { Scenario } from '../../../simulation/engine/scenario.ts';
import type { MakeWhatIf, Tried } from '../../../simulation/engine/what-if.ts';
import { tried } from '../../../simulation/engine/what-if.ts';

const makers = import.meta.glob<MakeWhatIf>('/diagrams/*/what-if.ts', { import: 'default' });

interface Props {
  /** The diagram's own. */
  readonly scenario: Scenario;
  readonly view: AccountView;
  readonly account: Account;
  readonly picture: Picture;
  readonly onTry: (tried: Tried) => void;
}

/** Starts the simulation in the shape of what is chosen; absent where a diagram's world cannot take one. */
export function TryIt({ scenario, view, account: { estate }, picture: { menu }, onTry }: Props) {
  const maker = makers[`/diagrams/${scenario.id}/what-if.ts`];
  if (maker === undefined) return null;
  const start = async (): Promise<void> => {
    const make = await maker();
    const whatIf = make(objectsOf(estate, view, choiceOf(menu)));
    if (whatIf !== undefined) onTry(tried(scenario, whatIf));
  };
  return (
    <button type="button" className="button" data-what-if onClick={() => void start()}>
      Try changes in the simulation
    </button>
  );
}
