import type { RouteFault } from './model.js';
import type { FactData } from './schema.js';
import type { Located, Parts } from './parts.js';
import { faultAt } from './source.js';

/** Facts that are numbers have bands that cover every number once; a contradiction is one between facts. */
export function checkFacts(parts: Parts): readonly RouteFault[] {
  return [
    ...parts.facts.items.flatMap(bands),
    ...parts.contradictions.items.filter(({ data }) => Object.keys(data.facts).length < 2).map(({ source, path }) => (
      faultAt(source, [...path, 'facts'], 'a contradiction is between at least two facts', 'key')
    )),
  ];
}

function bands({ data, source, path }: Located<FactData>): readonly RouteFault[] {
  if (data.number === undefined) {
    return data.values.flatMap((value, index) => (value.from === undefined ? []
      : [faultAt(source, [...path, 'values', index, 'from'], "'from' belongs to a fact with a 'number'", 'key')]));
  }
  const { min, max } = data.number;
  let lowest = min - 1;
  return data.values.flatMap((value, index) => {
    const at = [...path, 'values', index];
    if (value.from === undefined) return [faultAt(source, at, "'from' is missing: each value of a number says where its band begins", 'key')];
    const right = index === 0 ? value.from === min : value.from > lowest && value.from <= max;
    lowest = value.from;
    return right ? [] : [faultAt(source, [...at, 'from'], `the bands must rise from ${min} to at most ${max}, the first at ${min}`)];
  });
}
