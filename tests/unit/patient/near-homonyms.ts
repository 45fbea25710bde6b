/**
 * Pairs of names of different people, as alike as names come. None may ever be taken for the other: page and plan
 * agree on a family name by its letters alone.
 */
const PAIRS = `LEACH/LEECH Smith/Smyth Smith/Smythe Reed/Reid Reed/Read Reid/Read Mohammed/Muhammad Mohammed/Mohamed
Jones-Hughes/Hughes-Jones Prys-Jones/Jones-Prys Prys-Jones/Price-Jones Brown/Browne Clark/Clarke Clerk/Clark
Pearce/Pierce Stephens/Stevens Philips/Phillips Phillips/Philipps Macdonald/McDonald MacKenzie/McKenzie Mac/Mc
O’Brien/O’Brian O’Neill/O’Neil O’Neill/Neill Connor/O’Connor Davies/Davis Thompson/Thomson Matthews/Mathews
Anderson/Andersen Hansen/Hanson Johnson/Johnston Johnson/Johnstone Nicholson/Nicolson Lee/Leigh Lee/Li Li/Lie
Ng/Ngo Wong/Wang Chan/Chang Chan/Cheung Hussain/Hussein Ahmed/Ahmad Choudhury/Chaudhry Khan/Kahn Singh/Sing
Nowak/Novak Kowalski/Kowalska Wiśniewski/Wiśniewska Müller/Mueller Müller/Miller Schmidt/Schmitt Weiß/Weis
Garcia/Garcias Garcia-Lopez/Lopez-Garcia Gomez/Gomes Gonzalez/Gonzales Fernandez/Fernandes Silva/da-Silva
Anna/Hannah Anna/Ana Ann/Anne Jean/Joan Joan/Jane Eric/Erica Aaron/Arron Brian/Bryan Gurdeep/Gurdip Ellie/Elsie
Francis/Frances Leslie/Lesley Marian/Marion Carol/Carole Jon/John Ian/Iain Sara/Sarah Catherine/Katherine
Yılmaz/Yalmaz Yılmaz/Yelmaz Işık/Aşık Kılıç/Kalıç Åström/Öström Sørensen/Sorenson Æsop/Esop Þorn/Torn Ðorn/Thorn
Ward/Warde Ash/Ashe Hill/Hills Shaw/Shore Barnes/Barns Cole/Coles Green/Greene Moor/Moore More/Moore St-John/John
van-der-Berg/van-den-Berg van-der-Berg/Berg ap-Rhys/Rhys Ó/Ní al-Rashid/Rashid el-Sayed/al-Sayed I/l I/1 O/0`;

export const NEAR_HOMONYMS: readonly (readonly [string, string])[] = PAIRS.split(/\s+/).map((pair) => {
  const [one = '', other = ''] = pair.split('/');
  return [one, other];
});

/** Latin letters, and letters of other alphabets that look the same and are not. */
export const LOOK_ALIKES: Readonly<Record<string, readonly string[]>> = {
  a: ['а', 'α'],
  c: ['с', 'ϲ'],
  d: ['ԁ'],
  e: ['е', 'є'],
  h: ['һ'],
  i: ['і', 'ι'],
  j: ['ј'],
  k: ['к', 'κ'],
  l: ['ӏ', '1', '|'],
  m: ['м'],
  n: ['п', 'η'],
  o: ['о', 'ο', 'σ', '0'],
  p: ['р', 'ρ'],
  q: ['ԛ'],
  s: ['ѕ'],
  t: ['т', 'τ'],
  u: ['υ', 'ц'],
  v: ['ν', 'ѵ'],
  w: ['ԝ', 'ω'],
  x: ['х', 'χ'],
  y: ['у', 'γ'],
  A: ['А', 'Α'],
  B: ['В', 'Β'],
  C: ['С'],
  E: ['Е', 'Ε'],
  H: ['Н', 'Η'],
  I: ['І', 'Ι', '1'],
  J: ['Ј'],
  K: ['К', 'Κ'],
  M: ['М', 'Μ'],
  N: ['Ν'],
  O: ['О', 'Ο', '0'],
  P: ['Р', 'Ρ'],
  S: ['Ѕ'],
  T: ['Т', 'Τ'],
  X: ['Х', 'Χ'],
  Y: ['Ү', 'Υ'],
  Z: ['Ζ'],
};
