// Tools made for something near: VADER's sentiment, and alex.
import {createRequire} from 'node:module';
import path from 'node:path';
import {pathToFileURL} from 'node:url';

import {headline, measures, questions, tallyOf} from './gold.mjs';

const negative = ['D', 'K', 'P', 'U', 'H'];
const positive = ['S', 'B', 'A', 'T', 'N'];

// VADER's own limits: a compound score beyond 0.05 has a sign.
function vaderSigns(modules, cases) {
  const require = createRequire(path.resolve(modules, 'x.js'));
  const {SentimentIntensityAnalyzer} = require('vader-sentiment');
  return cases.map(c => {
    const {compound} = SentimentIntensityAnalyzer.polarity_scores(c.text);
    return compound < -0.05 ? '-' : compound > 0.05 ? '+' : '';
  });
}

// VADER knows no stance: what is evoked is endorsed.
const alike = sets => sets.map(set => ({evoked: set, endorsed: set}));

// `sign`: a sign stands for every pole of that sign. `best`: for the one
// negative and the one positive headline pole which score best on these very
// sentences.
export function runVader(modules, cases) {
  const signs = vaderSigns(modules, cases);
  const answer = (minus, plus) => alike(signs.map(
      sign => new Set(sign === '-' ? minus : sign === '+' ? plus : [])));
  let best, bestF1 = -1;
  for (const minus of headline.filter(p => negative.includes(p))) {
    for (const plus of headline.filter(p => positive.includes(p))) {
      const answers = answer([minus], [plus]);
      const f1 =
          measures.f1(tallyOf(cases, answers, 'evoked', questions[0]));
      if (f1 > bestF1) [best, bestF1] = [answers, f1];
    }
  }
  return {sign: answer(negative, positive), best};
}

// alex's rules about disability, illness and addiction: often heard as deficit;
// those that name a person by it also set apart and label.
const ability = new Set(`learning-disabled invalid birth-defect
  suffers-from-disabilities intellectually-disabled-people
  intellectually-disabled nuts insanely sane sanity-check bipolar schizo manic
  handicapped-parking handicapped amputee gimp mongoloid stroke-victim
  multiple-sclerosis-victim suffers-from-md family-burden asylum bedlam
  downs-syndrome retard retards psychotic lame aids-victim wheelchair-bound
  special-olympians ablebodied addict addicts alcoholic deafmute senile
  depressed dwarf dyslexic epileptic hearing-impaired victim-of-polio
  victim-of-an-injury victim-of-injuries paraplegic quadriplegic spaz spastic
  stammering stutterer tourettes-syndrome sociopath sociopaths dumb wacko bony
  ocd insomnia insomniac insomniacs cretin daft idiot harelipped harelip maniac
  buckteeth special add`.split(/\s+/));
const persons = new Set(`amputee gimp mongoloid stroke-victim
  multiple-sclerosis-victim aids-victim retard retards addict addicts alcoholic
  deafmute dwarf dyslexic epileptic victim-of-polio victim-of-an-injury
  victim-of-injuries paraplegic quadriplegic spaz spastic stutterer sociopath
  sociopaths insomniac insomniacs cretin idiot maniac schizo`.split(/\s+/));
// Its rules about peoples and faiths set apart.
const peoples = new Set(`islamist islamists eskimo eskimos oriental orientals
  nonwhite ghetto redskin redskins savage homosexual transgenders
  transgendered fag tranny`.split(/\s+/));

// `rules`: a message stands for the poles of its rule. `any`: every message,
// profanities and pronouns too, stands for all three poles.
export async function runAlex(modules, cases) {
  const file = path.resolve(modules, 'alex', 'index.js');
  const {text} = await import(pathToFileURL(file).href);
  const rules = [], any = [];
  for (const c of cases) {
    const ids = text(c.text).messages.map(message => message.ruleId);
    const found = new Set();
    for (const id of ids) {
      if (ability.has(id)) found.add('D');
      if (persons.has(id)) found.add('U').add('H');
      if (peoples.has(id)) found.add('U');
    }
    rules.push(found);
    any.push(new Set(ids.length ? ['D', 'U', 'H'] : []));
  }
  return {rules: alike(rules), any: alike(any)};
}
