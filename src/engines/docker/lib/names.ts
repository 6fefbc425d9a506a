// Names for containers that are given none: a property and the name of somebody who found or made something.
const ADJECTIVES = (
  'able agile amused ardent awake bold brave bright brisk busy calm careful cheerful clever cool curious daring dazzling eager ' +
  'elated elegant fearless fervent focused friendly gallant gentle gifted gracious happy hopeful hungry inspiring intelligent jolly ' +
  'keen kind laughing lively loving lucid magical modest mystifying nice nifty nimble optimistic patient peaceful pensive practical ' +
  'quiet quirky relaxed reverent romantic serene sharp silly sleepy stoic sweet tender thirsty trusting upbeat vibrant vigilant ' +
  'wizardly wonderful xenodochial youthful zealous zen'
).split(' ')

const SURNAMES = (
  'albattani allen archimedes ardinghelli babbage banach bardeen bassi bell bhaskara blackwell bohr booth borg bose boyd brahmagupta ' +
  'brattain brown carson chandrasekhar cori cray curie darwin davinci dijkstra dubinsky easley edison einstein elion engelbart euclid ' +
  'euler fermat fermi feynman franklin galileo gates goldberg goldstine golick goodall hamilton hawking heisenberg hermann heyrovsky ' +
  'hodgkin hoover hopper hugle hypatia jang jennings jepsen joliot jones kalam kare keller kepler khorana kilby kirch knuth kowalevski ' +
  'lalande lamarr lamport leakey leavitt lewin lichterman liskov lovelace lumiere mahavira mayer mccarthy mcclintock mclean mcnulty ' +
  'meitner mestorf mirzakhani morse murdock newton nightingale nobel noether northcutt noyce panini pare pasteur payne perlman pike ' +
  'poincare poitras ptolemy raman ramanujan ride ritchie roentgen rosalind saha sammet shaw shannon shockley sinoussi snyder spence ' +
  'stallman stonebraker swanson swartz swirles tesla thompson torvalds turing varahamihira villani visvesvaraya volhard wescoff wiles ' +
  'williams wilson wing wozniak wright yalow yonath'
).split(' ')

/** `retry`: a digit is put behind when names have been taken. */
export function randomName(random: () => number, retry: number): string {
  const pick = (list: readonly string[]) => list[random() % list.length] ?? ''
  return `${pick(ADJECTIVES)}_${pick(SURNAMES)}${retry > 0 ? random() % 10 : ''}`
}
