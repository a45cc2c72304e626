import { operationOf } from '../../account/operations.ts';

type Next<Arguments, Answer> = (args: Arguments) => Promise<Answer>;

/**
 * The first step of every command: it goes on only if the table of operations has it, so nothing else is even written down to be
 * sent. The verb of a request would not tell, since some lists are POSTs.
 */
export const readOnly =
  (service: string) =>
  <Arguments, Answer>(next: Next<Arguments, Answer>, { commandName = 'an unnamed command' }: { readonly commandName?: string }) =>
  (args: Arguments): Promise<Answer> => {
    const action = `${service}:${commandName.replace(/Command$/, '')}`;
    if (operationOf(action) !== undefined) return next(args);
    return Promise.reject(
      new Error(`${action} is not in the table of what Drydock may ask AWS, so it was not sent. Add it to src/account/operations.ts.`),
    );
  };
