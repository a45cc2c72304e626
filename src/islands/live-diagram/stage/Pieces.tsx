import { Fragment } from 'react';

/** Text that breaks between its comma-separated pieces where it can, and in a long name only where the name is wider than the card. */
export function Pieces({ text }: { readonly text: string }) {
  return text.split(/(?<=,) /).map((piece, i) => (
    <Fragment key={i}>
      {i === 0 ? '' : ' '}
      <span className="piece">
        {piece.split(' ').map((word, j) => (
          <Fragment key={j}>
            {j === 0 ? '' : ' '}
            <Word word={word} />
          </Fragment>
        ))}
      </span>
    </Fragment>
  ));
}

/** After a dot, a slash or a colon, and before a capital; after a hyphen a text breaks of itself. */
const SEAMS = /(?<=[./:])(?=.)|(?<=[a-z])(?=[A-Z])/;

function Word({ word }: { readonly word: string }) {
  if (!SEAMS.test(word) && !word.includes('-')) return word;
  return (
    <span className="piece">
      <Seamed word={word} />
    </span>
  );
}

/** A word that may break at its seams. The style sheet draws them: a `<wbr>` would be read aloud as a space. */
export function Seamed({ word }: { readonly word: string }) {
  const parts = word.split(SEAMS);
  return parts.map((part, i) =>
    i === parts.length - 1 ? (
      part
    ) : (
      <span key={i} className="seam">
        {part}
      </span>
    ),
  );
}
