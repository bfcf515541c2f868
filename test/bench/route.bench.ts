import { bench, describe } from 'vitest';
import { readRouteFiles } from '../../src/files.js';
import { loadRoute } from '../../src/route/load.js';
import { resolve } from '../../src/route/resolve.js';
import { contentRoute } from '../route/content-route.js';

/** What the route costs: once at start, and in every turn. Compare within one run only. */
const files = readRouteFiles();
const route = contentRoute();
const answers = { aanleiding: 'zorg', rol: 'leerkracht', stand: 'nog-niemand', leeftijd: '12-15' };
resolve(route, 'wat-nu', answers);

describe('route', () => {
  bench('load and check every path', () => { loadRoute(files, 'midden-groningen'); }, { iterations: 3 });
  bench('where a visit stands, by replay', () => { resolve(route, 'wat-nu', answers); });
  bench('where it begins', () => { resolve(route, 'wat-nu', {}); });
});
