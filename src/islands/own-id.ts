import { createContext, useContext, useId } from 'react';

/** Which of a page's diagrams this is: ids count anew in each island, so each bears the mark of its own. */
export const DiagramMark = createContext('');

/** An id for an element of this diagram that no other element of the page has. */
export const useOwnId = (): string => useContext(DiagramMark) + useId();
