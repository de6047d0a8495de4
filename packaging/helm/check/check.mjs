// Holds values to the chart's schema and what was rendered to Kubernetes' own: check.mjs CHART VALUES=RENDERED ...
import {spawnSync} from 'node:child_process';
import {readFileSync, rmSync, writeFileSync} from 'node:fs';
import Ajv from 'ajv';
import {parse, parseAllDocuments} from 'yaml';

const [chart, ...cases] = process.argv.slice(2);
const ajv = new Ajv({allErrors: true});
const conforms = ajv.compile({...JSON.parse(readFileSync(`${chart}/values.schema.json`)), $schema: undefined});
let typed = '';
let bad = 0;

function fails(what, why) {
  console.error(`${what}: ${why}`);
  bad++;
}

function merged(into, from) {
  const both = {...into};
  for (const [key, value] of Object.entries(from)) {
    const map = value && typeof value === 'object' && !Array.isArray(value);
    both[key] = map && into?.[key] && typeof into[key] === 'object' ? merged(into[key], value) : value;
  }
  return both;
}

const defaults = parse(readFileSync(`${chart}/values.yaml`, 'utf8'));
if (conforms(defaults)) fails('values.yaml', 'passes though nothing is said yet that only the operator knows');
for (const each of cases) {
  const [values, rendered] = each.split('=');
  if (!conforms(merged(defaults, parse(readFileSync(values, 'utf8'))))) fails(values, JSON.stringify(conforms.errors));
  for (const document of parseAllDocuments(readFileSync(rendered, 'utf8'), {version: '1.1'})) {
    if (document.errors.length) fails(rendered, document.errors[0]);
    const object = document.toJS();
    if (!object) continue;
    // The models' own check passes over names that don't exist; the compiler doesn't.
    typed += `export const o${typed.length}: import('kubernetes-models/${object.apiVersion}').I${object.kind} = ${JSON.stringify(object)};\n`;
    const models = await import(`kubernetes-models/${object.apiVersion}`);
    try {
      new models[object.kind](object).validate();
      console.log(`${object.kind} ${object.metadata.name} is one`);
    } catch (e) {
      fails(`${rendered} ${object.kind}`, e.message);
    }
  }
}
writeFileSync('rendered.ts', typed);
const compiler = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', 'rendered.ts'];
const compiled = spawnSync('node', ['node_modules/typescript/bin/tsc', ...compiler], {encoding: 'utf8'});
if (compiled.status) fails('unknown names', compiled.stdout);
else rmSync('rendered.ts');
process.exit(bad ? 1 : 0);
