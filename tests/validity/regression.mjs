// The opponent that learns: a logistic regression over the words and pairs of
// words of a sentence, one for each pole, always tried on texts that it has
// not seen.
import {measures} from './gold.mjs';

// One part of the texts in five is held out at a time; strength of the penalty
// and threshold are chosen by threefold cross-validation within the others.
const outerFolds = 5, innerFolds = 3;
const strengths = [2, 8];
const thresholds = Array.from({length: 30}, (_, i) => 0.02 * (i + 1));

// For each case the poles, of `labels`, that a model finds which saw no
// sentence of the same source.
export function runRegression(cases, reading, labels) {
  const rows = featurise(cases);
  const outer = foldsBySource(cases, outerFolds);
  const answers = cases.map(() => new Set());
  for (let fold = 0; fold < outerFolds; ++fold) {
    const inside = indices(cases, i => outer[i] !== fold);
    const held = indices(cases, i => outer[i] === fold);
    const {strength, threshold} = choose(cases, rows, inside, reading, labels);
    for (const label of labels) {
      const model = fit(rows, inside, truthOf(cases, reading, label), strength);
      for (const i of held) {
        if (probability(model, rows[i]) >= threshold) answers[i].add(label);
      }
    }
  }
  return answers;
}

const indices = (cases, test) =>
    cases.map((_, i) => i).filter(i => test(i));
const truthOf = (cases, reading, label) =>
    cases.map(c => c.truth[reading].has(label) ? 1 : 0);

// Sources, largest first, each into the fold that holds fewest sentences.
function foldsBySource(cases, count) {
  const sizes = new Map();
  for (const c of cases) sizes.set(c.source, (sizes.get(c.source) ?? 0) + 1);
  const load = new Array(count).fill(0);
  const foldOf = new Map();
  for (const [source, size] of [...sizes].sort((a, b) => b[1] - a[1])) {
    const fold = load.indexOf(Math.min(...load));
    load[fold] += size;
    foldOf.set(source, fold);
  }
  return cases.map(c => foldOf.get(c.source));
}

function choose(cases, rows, inside, reading, labels) {
  const part = inside.map(i => cases[i]);
  const folds = foldsBySource(part, innerFolds);
  let best = {f1: -1};
  for (const strength of strengths) {
    const tallies = thresholds.map(() => ({right: 0, false: 0, missed: 0}));
    for (const label of labels) {
      const truth = truthOf(cases, reading, label);
      for (let fold = 0; fold < innerFolds; ++fold) {
        const train = inside.filter((_, k) => folds[k] !== fold);
        const model = fit(rows, train, truth, strength);
        for (const i of inside.filter((_, k) => folds[k] === fold)) {
          const p = probability(model, rows[i]);
          thresholds.forEach((threshold, k) => {
            const key = p >= threshold ? (truth[i] ? 'right' : 'false') :
                                         (truth[i] ? 'missed' : null);
            if (key) ++tallies[k][key];
          });
        }
      }
    }
    thresholds.forEach((threshold, k) => {
      const f1 = measures.f1(tallies[k]);
      if (f1 > best.f1) best = {f1, strength, threshold};
    });
  }
  return best;
}

// Words and pairs of words that stand in two sentences or more, weighted by
// inverse document frequency, each sentence scaled to length 1.
function featurise(cases) {
  const terms = cases.map(c => {
    const words = c.text.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
    return new Set([...words,
                    ...words.slice(1).map((w, i) => `${words[i]} ${w}`)]);
  });
  const frequency = new Map();
  for (const set of terms) {
    for (const term of set) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  }
  const index = new Map();
  for (const [term, count] of frequency) {
    if (count > 1) index.set(term, index.size);
  }
  return terms.map(set => {
    const kept = [...set].filter(term => index.has(term));
    const values =
        kept.map(term => Math.log(cases.length / frequency.get(term)));
    const norm = Math.hypot(...values) || 1;
    return {at: kept.map(term => index.get(term)),
            values: values.map(v => v / norm), size: index.size};
  });
}

function score(weights, row) {
  let sum = weights[weights.length - 1];
  for (let k = 0; k < row.at.length; ++k) {
    sum += weights[row.at[k]] * row.values[k];
  }
  return sum;
}

const probability = (weights, row) => 1 / (1 + Math.exp(-score(weights, row)));

// Minimises |w|^2 / 2 + strength * sum of log losses (the intercept, last, is
// not penalised) by L-BFGS with eight pairs and a halving line search.
function fit(rows, train, truth, strength) {
  const n = rows[0].size + 1;
  const objective = (w, gradient) => {
    let value = 0;
    for (let j = 0; j < n - 1; ++j) value += w[j] * w[j] / 2;
    gradient.set(w);
    gradient[n - 1] = 0;
    for (const i of train) {
      const row = rows[i];
      const z = truth[i] ? -score(w, row) : score(w, row);
      value += strength * (z > 0 ? z + Math.log1p(Math.exp(-z)) :
                                   Math.log1p(Math.exp(z)));
      const slope = (truth[i] ? -1 : 1) * strength / (1 + Math.exp(-z));
      for (let k = 0; k < row.at.length; ++k) {
        gradient[row.at[k]] += slope * row.values[k];
      }
      gradient[n - 1] += slope;
    }
    return value;
  };
  return minimise(objective, new Float64Array(n));
}

const dot = (a, b) => {
  let total = 0;
  for (let j = 0; j < a.length; ++j) total += a[j] * b[j];
  return total;
};

function minimise(objective, w) {
  const n = w.length, pairs = [];
  let gradient = new Float64Array(n);
  let value = objective(w, gradient);
  for (let round = 0; round < 60; ++round) {
    const direction = descent(gradient, pairs);
    const slope = dot(gradient, direction);
    if (slope > -1e-9) break;
    let step = pairs.length ? 1 : 1 / Math.sqrt(-slope);
    let next, nextGradient = new Float64Array(n), nextValue;
    for (let tries = 0; tries < 30; ++tries, step /= 2) {
      next = w.map((x, j) => x + step * direction[j]);
      nextValue = objective(next, nextGradient);
      if (nextValue <= value + 1e-4 * step * slope) break;
    }
    const s = next.map((x, j) => x - w[j]);
    const y = nextGradient.map((x, j) => x - gradient[j]);
    const sy = dot(s, y);
    if (sy > 1e-12) pairs.push({s, y, sy});
    if (pairs.length > 8) pairs.shift();
    const gain = value - nextValue;
    [w, gradient, value] = [next, nextGradient, nextValue];
    if (gain < 1e-4 * Math.abs(value)) break;
  }
  return w;
}

// The two-loop recursion (Nocedal and Wright 2006, algorithm 7.4).
function descent(gradient, pairs) {
  const q = gradient.map(x => -x);
  const alphas = [];
  for (let k = pairs.length - 1; k >= 0; --k) {
    const {s, y, sy} = pairs[k];
    alphas[k] = dot(s, q) / sy;
    for (let j = 0; j < q.length; ++j) q[j] -= alphas[k] * y[j];
  }
  if (pairs.length) {
    const {y, sy} = pairs[pairs.length - 1];
    const scale = sy / dot(y, y);
    for (let j = 0; j < q.length; ++j) q[j] *= scale;
  }
  pairs.forEach(({s, y, sy}, k) => {
    const beta = dot(y, q) / sy;
    for (let j = 0; j < q.length; ++j) q[j] += s[j] * (alphas[k] - beta);
  });
  return q;
}

