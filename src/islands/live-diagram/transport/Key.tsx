import { atOnce } from '../use-player.ts';

interface Props {
  readonly name: string;
  /** A sign before the name, for the eye alone. */
  readonly sign?: string;
  readonly className?: string;
  readonly onPress: () => void;
}

/** A key of the transport; what it does is on the page when the press is over. */
export function Key({ name, sign, className = '', onPress }: Props) {
  return (
    <button
      type="button"
      className={`button ${className}`}
      onClick={() => {
        atOnce(onPress);
      }}
    >
      {sign === undefined ? null : <span aria-hidden="true">{sign}</span>}
      {name}
    </button>
  );
}
