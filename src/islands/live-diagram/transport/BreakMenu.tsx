import { lazy, Suspense } from 'react';
import { Menu } from '../Menu.tsx';
import type { BreakRowsProps } from './BreakRows.tsx';

const BreakRows = lazy(() => import('./BreakRows.tsx'));

/** Everything that may break in this diagram, and what is broken and may be repaired; looked for when the menu is opened. */
export function BreakMenu(props: BreakRowsProps) {
  return (
    <Menu label="Break something" className="fault">
      <Suspense fallback={<p className="quiet">Looking for what can break…</p>}>
        <BreakRows {...props} />
      </Suspense>
    </Menu>
  );
}
