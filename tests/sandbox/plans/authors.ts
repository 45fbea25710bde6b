import type { Author } from './plan-intent.ts';

/** Those who write plans for adults. */
export const AUTHORS: readonly Author[] = [
  { name: 'Dr Anjali Rao', role: 'GP', organisation: 'Example Lane Surgery', phone: '01632 960150' },
  { name: 'Dr Owen Clarke', role: 'GP', organisation: 'Example Lane Surgery', phone: '01632 960151' },
  { name: 'Dr Siobhán Ní Bhriain', role: 'GP', organisation: 'Foundry Street Medical Centre', phone: '01632 960155' },
  {
    name: 'Ana Costa',
    role: 'Advanced nurse practitioner',
    organisation: 'Example Lane Surgery',
    phone: '01632 960152',
  },
  {
    name: 'Ifẹ́ Adeyemi',
    role: 'Community palliative nurse',
    organisation: 'Riverside Community Palliative Team',
    phone: '01632 960145',
  },
  {
    name: 'Tomasz Źrebiec',
    role: 'Clinical nurse specialist',
    organisation: 'Riverside Community Palliative Team',
    phone: '07700 900145',
  },
  {
    name: 'Dr Leah Brandt',
    role: 'Consultant oncologist',
    organisation: 'Example General Hospital',
    phone: '01632 960197',
  },
  {
    name: 'Dr Mia Sato',
    role: 'Consultant geriatrician',
    organisation: 'Example General Hospital',
    phone: '01632 960199',
  },
  {
    name: 'Dr Haroon Malik',
    role: 'Consultant cardiologist',
    organisation: 'Example General Hospital',
    phone: '01632 960196',
  },
  {
    name: 'Dr Nerys ap Rhys',
    role: 'Palliative medicine consultant',
    organisation: 'St Hedda’s Hospice',
    phone: '01632 960180',
  },
];

/** Those who write plans for children. */
export const CHILDRENS_AUTHORS: readonly Author[] = [
  {
    name: 'Dr Priya Menon',
    role: 'Consultant paediatrician',
    organisation: 'Example General Hospital',
    phone: '01632 960198',
  },
  {
    name: 'Kwame Owusu-Ansah',
    role: 'Children’s community nurse',
    organisation: 'Exampleton Children’s Community Nursing',
    phone: '01632 960188',
  },
  {
    name: 'Dr Róisín Byrne',
    role: 'Consultant paediatric neurologist',
    organisation: 'Example General Hospital',
    phone: '01632 960194',
  },
];
