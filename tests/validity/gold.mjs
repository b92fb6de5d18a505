// Coded sentences, what framescope finds in them, and tallies of both.
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';

// The letters that gold files use for poles, by axis: negative, positive.
export const axes = [
  ['D', 'S', true], ['K', 'B', true], ['P', 'A', false], ['U', 'T', false],
  ['H', 'N', false]];
export const poles = axes.flatMap(([minus, plus]) => [minus, plus]);
export const headline = axes.filter(axis => axis[2]).flatMap(
    ([minus, plus]) => [minus, plus]);
export const readings = ['endorsed', 'evoked'];
const letterOf = new Map([
  ['deficit', 'D'], ['strengths', 'S'], ['crisis', 'K'], ['springboard', 'B'],
  ['passive', 'P'], ['agency', 'A'], ['distancing', 'U'],
  ['togetherness', 'T'], ['depersonalised', 'H'], ['human', 'N']]);

// Sentences of a JSON-lines file (docs/evaluation.md). What follows a # in
// `source` numbers a draw from the same text.
export function readGold(file) {
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  return lines.filter(line => line.trim()).map(line => {
    const {id, source, text, evoked, endorsed} = JSON.parse(line);
    return {id, source: source.split('#')[0], text,
            truth: {evoked: new Set(evoked), endorsed: new Set(endorsed)}};
  });
}

const signs = {
  D: '-', K: '-', P: '-', U: '-', H: '-', S: '+', B: '+', A: '+', T: '+',
  N: '+'};
const signsOf = set =>
    new Set([...set].filter(p => headline.includes(p)).map(p => signs[p]));

// The three questions: which headline poles, which of all ten, and only
// whether a headline pole is negative or positive.
export const questions = [
  {name: 'headline', labels: headline, of: set => set},
  {name: 'all ten', labels: poles, of: set => set},
  {name: 'sign', labels: ['-', '+'], of: signsOf}];

// What framescope says under every variant of `evaluate --ablations`. `answers`
// is a map from the variant's name to one {evoked, endorsed} for each sentence:
// the truth, less what it missed, plus its false marks. `stance` says how well
// it tells the stances of spans that the coders marked too.
export function runFramescope(program, file, cases) {
  const out = execFileSync(
      program, ['evaluate', file, '--json', '--ablations'],
      {maxBuffer: 1 << 28, encoding: 'utf8'});
  const index = new Map(cases.map((c, i) => [c.id, i]));
  const variants = new Map();
  const {evaluations} = JSON.parse(out);
  for (const evaluation of evaluations) {
    const answers = cases.map(c => ({evoked: new Set(c.truth.evoked),
                                     endorsed: new Set(c.truth.endorsed)}));
    for (const item of evaluation.differences) {
      apply(item, answers[index.get(item.id)], letterOf.get(item.pole));
    }
    check(evaluation, cases, answers);
    variants.set(evaluation.name, answers);
  }
  const [{endorsed_or_not, set_aside, by_stance}] = evaluations;
  return {answers: variants, stance: {endorsed_or_not, set_aside, by_stance}};
}

const endorsing = new Set(['used', 'moved_to', 'recommended']);

function apply(item, answer, pole) {
  if (item.missed) {
    if (!item.endorsed_only) answer.evoked.delete(pole);
    answer.endorsed.delete(pole);
  } else {
    if (!item.endorsed_only) answer.evoked.add(pole);
    if (endorsing.has(item.stance)) answer.endorsed.add(pole);
  }
}

function check(evaluation, cases, answers) {
  const all = evaluation.together[1];
  for (const reading of readings) {
    const sum = tallyOf(cases, answers, reading, questions[1]);
    if (sum.right !== all[reading].right || sum.false !== all[reading].false ||
        sum.missed !== all[reading].missed) {
      throw new Error(`${evaluation.name}: ${reading} marks do not add up`);
    }
  }
}

// One tally for each source, in order of first appearance.
export function talliesBySource(cases, answers, reading, question) {
  const bySource = new Map();
  cases.forEach((c, i) => {
    if (!bySource.has(c.source)) {
      bySource.set(c.source, {right: 0, false: 0, missed: 0});
    }
    const tally = bySource.get(c.source);
    const truth = question.of(c.truth[reading]);
    const answer = question.of(answers[i][reading]);
    for (const label of question.labels) {
      if (answer.has(label) && truth.has(label)) ++tally.right;
      if (answer.has(label) && !truth.has(label)) ++tally.false;
      if (!answer.has(label) && truth.has(label)) ++tally.missed;
    }
  });
  return [...bySource.values()];
}

export function sum(tallies) {
  const total = {right: 0, false: 0, missed: 0};
  for (const tally of tallies) {
    for (const key in total) total[key] += tally[key];
  }
  return total;
}

export function tallyOf(cases, answers, reading, question) {
  return sum(talliesBySource(cases, answers, reading, question));
}

export const measures = {
  precision: t => t.right + t.false ? t.right / (t.right + t.false) : 1,
  recall: t => t.right + t.missed ? t.right / (t.right + t.missed) : 1,
  f1: t => t.right ? 2 * t.right / (2 * t.right + t.false + t.missed) : 0};
