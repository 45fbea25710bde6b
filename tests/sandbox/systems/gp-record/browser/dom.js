/** Makes an element. Texts go in as text, never as markup. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

export const byId = (id) => document.getElementById(id);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO date as `14-Jul-1938`. */
export function cuiDate(date) {
  const [year, month, day] = date.split('-');
  return `${day}-${MONTHS[Number(month) - 1]}-${year}`;
}

/** Ten digits as `999 104 5120`. */
export const spaced = (nhsNumber) => `${nhsNumber.slice(0, 3)} ${nhsNumber.slice(3, 6)} ${nhsNumber.slice(6)}`;

const GENDERS = { female: 'Female', male: 'Male', other: 'Not Specified', unknown: 'Not Known' };
export const genderWord = (gender) => GENDERS[gender] ?? 'Not Known';

/** Whole years, months and days between two ISO dates. */
function between(from, to) {
  const [fromYear, fromMonth, fromDay] = from.split('-').map(Number);
  const [toYear, toMonth, toDay] = to.split('-').map(Number);
  let months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  let days = toDay - fromDay;
  if (days < 0) {
    months -= 1;
    days += new Date(Date.UTC(toYear, toMonth - 1, 0)).getUTCDate();
  }
  return { years: Math.floor(months / 12), months, days };
}

/** Age as the NHS CUI banner gives it: years; from 2 to 18 with months; below that months and days. */
export function ageText(birthDate, on) {
  const { years, months, days } = between(birthDate, on);
  if (years >= 18) return `${years}y`;
  if (years >= 2) return `${years}y ${months % 12}m`;
  return months > 0 ? `${months}m ${days}d` : `${days}d`;
}

export const today = () => document.body.dataset.today;

/** `REED, Margaret Ann (Mrs)`, for lists. */
export function listName({ familyName, givenNames, title }) {
  return `${familyName.toUpperCase()}, ${givenNames.join(' ')}${title ? ` (${title})` : ''}`;
}

/** Says something to everybody, screen readers included. */
export function say(text) {
  byId('status').textContent = text;
}
