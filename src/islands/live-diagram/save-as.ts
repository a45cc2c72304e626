import type { ApiObject } from '../../model/api-object.ts';

/** Hands the reader a file with the objects of a world, in the shape in which an account is read. */
export async function saveAs(name: string, objects: Iterable<ApiObject>): Promise<void> {
  const { saveFile } = await import('../../account/save-file.ts');
  const url = URL.createObjectURL(saveFile(objects));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
