import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('../..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'routewijzer-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const APP_ID = '6f9b3c1e-2a4d-4e8f-9b7a-1c2d3e4f5a6b';
const REAL = ['--app-id', APP_ID, '--domain', 'bot.school.example'];

function pack(name: string, args: readonly string[], env: Record<string, string> = {}) {
  const file = join(folder, name);
  const run = spawnSync(process.execPath, ['manifest/package.mjs', ...args, '--out', file], {
    cwd: root, encoding: 'utf8', env: { ...process.env, ...env },
  });
  return { ...run, file };
}

const manifestSchema = z.object({
  $schema: z.string(), manifestVersion: z.string(), id: z.string(),
  name: z.object({ short: z.string() }),
  accentColor: z.string(), validDomains: z.array(z.string()),
  bots: z.array(z.object({
    botId: z.string(), scopes: z.array(z.string()), supportsFiles: z.boolean(),
    commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(z.object({ title: z.string() })) })),
  })).length(1),
});

function manifestIn(entries: Record<string, Uint8Array>) {
  const json: unknown = JSON.parse(new TextDecoder().decode(entries['manifest.json']));
  return { json, manifest: manifestSchema.parse(json) };
}

/** Faults by Microsoft's schema for this version, which its npm package carries. */
function faults(json: unknown, version: string): unknown {
  const require = createRequire(import.meta.url);
  const schema = z.record(z.string(), z.unknown())
    .parse(require(`@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`));
  // Named draft-04, which ajv 8 does not know; it reads the same in draft-07.
  delete schema['$schema'];
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.validate(schema, json);
  return ajv.errors ?? [];
}

/** Width, height and colour type (6: with transparency) from a PNG's first chunk. */
function pngHeader(bytes: Uint8Array | undefined) {
  const png = Buffer.from(bytes ?? []);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20), colourType: png.readUInt8(25) };
}

describe('the manifest as it stands', () => {
  const json: unknown = JSON.parse(readFileSync(join(root, 'manifest/manifest.json'), 'utf8'));
  const manifest = manifestSchema.parse(json);

  it('is valid by the schema it names', () => {
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
    expect(faults(json, manifest.manifestVersion)).toEqual([]);
  });

  it('is held against a schema that can say no', () => {
    expect(faults({ ...manifest, accentColor: 'green' }, manifest.manifestVersion)).not.toEqual([]);
  });

  it('offers the bot in personal chat and in a team, without files', () => {
    expect(manifest.bots[0]).toMatchObject({ scopes: ['personal', 'team'], supportsFiles: false });
  });

  it('lists the commands in personal chat, and nothing about cases in a channel', () => {
    const titles = (scope: string) => manifest.bots[0]?.commandLists.filter((list) => list.scopes.includes(scope))
      .flatMap((list) => list.commands.map((command) => command.title));
    expect(titles('personal')).toEqual(['wat nu?', 'mijn casussen', 'overzicht', 'schema', 'rollen', 'verder', 'help']);
    expect(titles('team')).toEqual(['help']);
  });

  it('has the accent colour of the icon', () => {
    expect(readFileSync(join(root, 'manifest/icons/color.svg'), 'utf8')).toContain(manifest.accentColor);
  });
});

describe('the package', () => {
  const packed = pack('real.zip', REAL);
  const entries = packed.status === 0 ? unzipSync(readFileSync(packed.file)) : {};

  it('holds the manifest and two icons, and nothing else', () => {
    expect(packed.stderr).not.toContain('no --app-id');
    expect(packed.status).toBe(0);
    expect(Object.keys(entries).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(JSON.parse(packed.stdout)).toEqual({ file: packed.file, appId: APP_ID, domain: 'bot.school.example' });
  });

  it('carries the id and the domain that were given, and is still valid', () => {
    const { json, manifest } = manifestIn(entries);
    expect(manifest).toMatchObject({ id: APP_ID, validDomains: ['bot.school.example'] });
    expect(manifest.bots[0]?.botId).toBe(APP_ID);
    expect(faults(json, manifest.manifestVersion)).toEqual([]);
  });

  it('has icons of the sizes that Teams wants, the outline transparent', () => {
    expect(pngHeader(entries['color.png'])).toMatchObject({ width: 192, height: 192 });
    expect(pngHeader(entries['outline.png'])).toEqual({ width: 32, height: 32, colourType: 6 });
  });

  it('is the same, byte for byte, every time and in every time zone', () => {
    const again = pack('again.zip', REAL, { TZ: 'Pacific/Auckland' });
    expect(again.status).toBe(0);
    expect(readFileSync(again.file).equals(readFileSync(packed.file))).toBe(true);
  });

  it('warns when it carries the demo id', () => {
    const demo = pack('demo.zip', []);
    expect(demo.status).toBe(0);
    expect(demo.stderr).toMatch(/WARNING: no --app-id given/);
    expect(manifestIn(unzipSync(readFileSync(demo.file))).manifest.id).toBe('00000000-0000-0000-0000-000000000000');
  });

  it.each([
    ['an id that is no GUID', ['--app-id', 'mijn-bot']],
    ['a domain with a scheme', ['--domain', 'https://bot.school.example']],
    ['an argument it does not know', ['--colour', 'red']],
  ])('refuses %s as wrong usage', (_what, args) => {
    const refused = pack('refused.zip', args);
    expect(refused.status).toBe(2);
    expect(refused.stdout).toBe('');
    expect(refused.stderr).toContain('Usage:');
  });
});
