// Lets a package that was made for Node.js 22 load under 20: node --import ./node-compat.mjs ...
// Node 20 has no fs.globSync, which the package imports and needs only for other commands.
import fs from 'node:fs';
import { register } from 'node:module';

if (!fs.globSync) {
  const shim = `
    export * from 'node:fs';
    export { default } from 'node:fs';
    export function globSync() { throw new Error('fs.globSync needs Node.js 22'); }`;
  const hooks = `
    export const resolve = (specifier, context, next) =>
      specifier === 'fs' && !context.parentURL.startsWith('data:')
        ? { url: ${JSON.stringify(`data:text/javascript,${encodeURIComponent(shim)}`)}, shortCircuit: true }
        : next(specifier, context);`;
  register(`data:text/javascript,${encodeURIComponent(hooks)}`);
}
