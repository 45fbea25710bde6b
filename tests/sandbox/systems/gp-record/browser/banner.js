import { ageText, byId, cuiDate, genderWord, make, spaced, today } from './dom.js';

/** The patient banner after the NHS CUI guidance: name, born, gender, NHS number, in this order, without colons. */
const banner = byId('patient-banner');

function labelled(name, label) {
  return make(
    'span',
    { class: `pb-field pb-${name}` },
    make('span', { class: 'pb-label' }, label),
    ' ',
    make('span', { class: 'pb-value' }),
  );
}

function buildFrame() {
  const name = make(
    'p',
    { class: 'pb-name' },
    make('span', { class: 'pb-family' }),
    make('span', { class: 'pb-comma' }, ', '),
  );
  name.append(make('span', { class: 'pb-given' }), ' ', make('span', { class: 'pb-title' }));
  const born = labelled('born', 'Born');
  born.append(' ', make('span', { class: 'pb-age' }));
  const facts = make('p', { class: 'pb-facts' }, born, labelled('gender', 'Gender'), labelled('nhs', 'NHS No.'));
  const first = make('div', { class: 'pb-line' }, name, facts);
  banner.replaceChildren(first, make('div', { class: 'pb-line pb-more' }));
}

function write(selector, text) {
  banner.querySelector(selector).textContent = text;
}

function moreAbout(identity) {
  const parts = [];
  const add = (name, label, value) => {
    const field = labelled(name, label);
    field.querySelector('.pb-value').textContent = value;
    parts.push(field);
  };
  if (identity.preferredName) add('preferred', 'Preferred name', identity.preferredName);
  if (identity.restricted) parts.push(make('span', { class: 'pb-contact pb-restricted' }, 'Restricted record'));
  else if (identity.address) {
    const telephone = identity.phone ? ` · Tel ${identity.phone}` : '';
    parts.push(make('span', { class: 'pb-contact' }, `${identity.address}${telephone}`));
  }
  parts.push(make('span', { class: 'pb-allergies' }, 'Allergies not recorded'));
  return parts;
}

function writeDeath(identity) {
  for (const old of banner.querySelectorAll('.pb-died, .pb-age-at-death')) old.remove();
  banner.classList.toggle('pb--deceased', Boolean(identity.deceased));
  if (!identity.deceased) return;
  const died = labelled('died', 'Died');
  const known = typeof identity.deceased === 'string';
  died.querySelector('.pb-value').textContent = known ? cuiDate(identity.deceased) : 'Date not known';
  const extra = [died];
  if (known) {
    const age = labelled('age-at-death', 'Age at Death');
    age.querySelector('.pb-value').textContent = ageText(identity.birthDate, identity.deceased);
    extra.push(age);
  }
  banner.querySelector('.pb-born').after(...extra);
}

/** Shows one person, rewriting the texts in place where somebody stands already. Synchronous. */
export function showBanner(identity) {
  if (banner.hidden) buildFrame();
  write('.pb-family', identity.familyName.toUpperCase());
  write('.pb-given', identity.givenNames.join(' '));
  write('.pb-title', identity.title ? `(${identity.title})` : '');
  write('.pb-born .pb-value', cuiDate(identity.birthDate));
  write('.pb-born .pb-age', identity.deceased ? '' : `(${ageText(identity.birthDate, today())})`);
  write('.pb-gender .pb-value', genderWord(identity.gender));
  write('.pb-nhs .pb-value', spaced(identity.nhsNumber));
  writeDeath(identity);
  banner.querySelector('.pb-more').replaceChildren(...moreAbout(identity));
  banner.hidden = false;
}

/** Nobody is open: the banner is gone and empty in the same task. */
export function clearBanner() {
  banner.hidden = true;
  banner.classList.remove('pb--deceased');
  banner.replaceChildren();
}
