import type { DragEvent } from 'react';

/** Lets files be dropped on an element; anything else is left to the page. */
export const dropTarget = (open: (files: readonly File[]) => void) => ({
  onDragOver: (event: DragEvent) => {
    if (event.dataTransfer.types.includes('Files')) event.preventDefault();
  },
  onDrop: (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    open([...event.dataTransfer.files]);
  },
});
