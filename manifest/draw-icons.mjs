/**
 * Draws the PNG icons from their SVGs with Chromium: `node manifest/draw-icons.mjs`, only after an SVG was changed.
 * `CHROMIUM` names the browser (default /usr/bin/chromium).
 */
import { readFile } from 'node:fs/promises';
import { chromium } from 'playwright-core';

const icons = [{ name: 'color', size: 192 }, { name: 'outline', size: 32 }];

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  for (const { name, size } of icons) {
    const svg = await readFile(new URL(`icons/${name}.svg`, import.meta.url), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size }, deviceScaleFactor: 1 });
    await page.setContent(`<style>html, body { margin: 0; background: transparent } svg { display: block }</style>${svg}`);
    await page.screenshot({ path: new URL(`icons/${name}.png`, import.meta.url).pathname, omitBackground: true });
    await page.close();
  }
} finally {
  await browser.close();
}
