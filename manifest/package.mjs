/**
 * Packs the Teams app: `npm run -s package -- --app-id <guid> --domain <host> [--out <file.zip>]`.
 *
 * `manifest.json` here is itself valid, with a demo id and a reserved domain; this puts the real ones in, checks the
 * result against Microsoft's schema of its `manifestVersion`, and zips it with the two icons. The same input gives
 * the same bytes. Prints `{"file", "appId", "domain"}` on standard output, warnings and faults on standard error.
 * Exits 0 when packed, 1 when the manifest has faults, 2 when used wrongly.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { zipSync } from 'fflate';

const DEMO_ID = '00000000-0000-0000-0000-000000000000';
const DEMO_DOMAIN = 'routewijzer.example';
const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
/** A host name: no scheme, port or path. */
const HOST = /^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;
/** The earliest time a zip can carry, in local time as zips have it: the same bytes in every time zone. */
const ZIP_TIME = new Date(1980, 0, 1);

const read = (name) => readFileSync(new URL(name, import.meta.url));
const say = (line) => process.stderr.write(`${line}\n`);

const [wrong, options] = readOptions();
if (wrong !== undefined) {
  say(wrong);
  say('Usage: npm run -s package -- --app-id <guid> --domain <host> [--out <file.zip>]');
  process.exitCode = 2;
} else {
  process.exitCode = pack(options);
}

/** Returns what is wrong with the arguments, or undefined and the options with their defaults. */
function readOptions() {
  let values;
  try {
    ({ values } = parseArgs({ options: { 'app-id': { type: 'string' }, domain: { type: 'string' }, out: { type: 'string' } } }));
  } catch (error) {
    return [error.message];
  }
  const appId = (values['app-id'] ?? DEMO_ID).toLowerCase();
  const domain = (values.domain ?? DEMO_DOMAIN).toLowerCase();
  if (!GUID.test(appId)) return [`--app-id is not a GUID: ${appId}`];
  if (!HOST.test(domain)) return [`--domain is not a host name (no scheme, port or path): ${domain}`];
  return [undefined, { appId, domain, out: resolve(values.out ?? 'dist/routewijzer-teams.zip') }];
}

/** Writes the package and returns the exit code. */
function pack({ appId, domain, out }) {
  const manifest = JSON.parse(read('manifest.json').toString('utf8'));
  manifest.id = appId;
  for (const bot of manifest.bots) bot.botId = appId;
  manifest.validDomains = [domain];

  if (appId === DEMO_ID) say(`WARNING: no --app-id given. The package carries the demo id ${DEMO_ID} and will not reach any bot.`);
  if (domain === DEMO_DOMAIN) say(`WARNING: no --domain given. The package carries the reserved domain ${DEMO_DOMAIN}.`);
  if (Object.values(manifest.developer).some((value) => value.includes('.example'))) {
    say('WARNING: "developer" in manifest/manifest.json still points to example addresses. Put in your own before you publish.');
  }

  const faults = check(manifest);
  for (const fault of faults) say(`manifest.json${fault}`);
  if (faults.length > 0) return 1;

  const zip = zipSync(
    {
      'manifest.json': new TextEncoder().encode(`${JSON.stringify(manifest, undefined, 2)}\n`),
      'color.png': new Uint8Array(read('icons/color.png')),
      'outline.png': new Uint8Array(read('icons/outline.png')),
    },
    { level: 9, mtime: ZIP_TIME },
  );
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, zip);
  process.stdout.write(`${JSON.stringify({ file: out, appId, domain })}\n`);
  return 0;
}

/** Faults of the manifest by Microsoft's own schema, one a line, or an empty list. */
function check(manifest) {
  const version = String(manifest.manifestVersion);
  const require = createRequire(import.meta.url);
  // Declared as draft-04 though it uses `const`, which came later; nothing in it means something else in draft-07.
  const schema = { ...require(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`) };
  delete schema.$schema;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  if (ajv.validate(schema, manifest)) return [];
  return (ajv.errors ?? []).map((error) => `${error.instancePath}: ${error.message}`);
}
