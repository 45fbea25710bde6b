/**
 * Given and family names of many cultures, with the marks that break careless code: straight and typographic
 * apostrophes, hyphens, particles, diacritics, one letter, very long. Common names put together by chance;
 * nobody real is meant.
 */
export type NameStock = {
  readonly culture: string;
  /** How common on the list, relative to the others. */
  readonly weight: number;
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
};

const words = (text: string): readonly string[] => text.split('|');

export const NAME_STOCKS: readonly NameStock[] = [
  {
    culture: 'English',
    weight: 30,
    female: words(
      'Margaret|Joan|Elsie|Patricia|Susan|Karen|Emma|Charlotte|Ivy|Dorothy|Barbara|Christine|Julie|Hannah|Olive|Amelia|Mary Ann|Rosemary|Beryl|Lucy',
    ),
    male: words(
      'John|Arthur|Thomas|Peter|Alan|Keith|Stephen|Jack|Oliver|Harold|George|Kenneth|Simon|Alfie|William|Derek|Stanley|Matthew|Ronald|Noah',
    ),
    family: words(
      'Smith|Taylor|Baker|Cooper|Ward|Turner|Hill|Clarke|Harrison|Fletcher|Barnes|Thorpe|Ainsworth|Whitcombe-Hargreaves|St John|Le Mesurier|Featherstonehaugh|Shaw|Marsh|Leach|Leech|Read|Reid|Brown|Browne|Pearce|Pierce|Stephens|Stevens|Ash',
    ),
  },
  {
    culture: 'Irish',
    weight: 8,
    female: words('Siobhán|Niamh|Bridget|Aoife|Máire|Sinéad|Kathleen|Róisín|Gráinne|Nuala|Oonagh|Caoimhe'),
    male: words('Patrick|Seán|Pádraig|Eoghan|Declan|Michael|Ciarán|Tadhg|Donncha|Fergus|Cormac|Éamonn'),
    family: words(
      "O'Brien|O’Brien|O'Connor|O’Sullivan|Ó Súilleabháin|Ní Dhomhnaill|O’Neill-Brown|Murphy|Doyle|Mac Giolla Phádraig|McGrath|Mc Carthy|Byrne|Walsh|FitzGerald|D'Arcy",
    ),
  },
  {
    culture: 'Welsh',
    weight: 6,
    female: words('Bronwen|Siân|Eirlys|Myfanwy|Angharad|Nerys|Carys|Gwenllian|Ffion|Blodwen'),
    male: words('Gwilym|Huw|Rhys|Emyr|Idris|Dafydd|Iestyn|Llŷr|Aled|Tomos'),
    family: words('Evans|Morgan|Llewellyn|ap Rhys|ab Owain|Ferch Hywel|Pugh|Gruffydd|Prys-Jones|Bevan|Cadwaladr|Rees'),
  },
  {
    culture: 'Scottish',
    weight: 6,
    female: words('Morag|Isla|Catriona|Ailsa|Mhairi|Fiona|Eilidh|Jean|Senga|Kirsty'),
    male: words('Hamish|Angus|Iain|Callum|Ruaridh|Alasdair|Duncan|Gregor|Murdo|Ewan'),
    family: words(
      'MacDonald|McDonald|Macdonald|McKenzie|Mackenzie|MacLeod|Fraser|Sinclair|M’Naghten|Colquhoun|Urquhart|Menzies',
    ),
  },
  {
    culture: 'South Asian',
    weight: 12,
    female: words(
      'Anjali|Nadia|Harpreet|Sunita|Fatima|Priya|Amrit Kaur|Lakshmi|Shabana|Meena|Rukhsana|Gurpreet|Thilini|Bibi',
    ),
    male: words('Mohammed|Muhammad|Harpreet|Rajesh|Imran|Suresh|Gurdeep|Vijay|Abdul|Tariq|Nimal|Jaswinder|Mohd.|Arjun'),
    family: words(
      'Patel|Singh|Kaur|Begum|Ahmed|Khan|Hussain|Rao|Sharma|Iyer|Bibi|Ur-Rehman|Chaudhry|Choudhury|Venkatanarasimharajuvaripeta|Wickramasinghe Mudiyanselage|Das|D’Souza',
    ),
  },
  {
    culture: 'West African',
    weight: 6,
    female: words('Ngozi|Abena|Mariama|Yetunde|Adjoa|Chiamaka|Fatoumata|Ifẹ́|Oluwaseun|Efua'),
    male: words('Daniel|Kwame|Foday|Chukwuemeka|Oluwatobiloba|Ibrahima|Kofi|Babátúndé|Emeka|Sekou'),
    family: words('Okonkwo|Kamara|Mensah|Adéṣínà|Nwosu-Eze|Owusu-Ansah|Diallo|Bangura|Ogunbanjo|Asante|N’Diaye|Abara'),
  },
  {
    culture: 'East African',
    weight: 3,
    female: words('Wanjiku|Almaz|Achieng|Selam|Nakato|Tirunesh|Akello|Mwende'),
    male: words('Kamau|Tesfaye|Ochieng|Haile|Mukasa|Bekele|Okello|Mutua'),
    family: words('Njoroge|Gebremariam|Otieno|Wolde-Giorgis|Mugisha|Tadesse|Nakitende|Kiprotich|Ng’ang’a'),
  },
  {
    culture: 'Somali',
    weight: 3,
    female: words('Hodan Cali|Faadumo Maxamed|Asha Warsame|Sahra Cabdi|Ayaan|Hibo Nuur'),
    male: words('Abdi Mohamed|Cabdullahi|Maxamed Xasan|Yusuf Ali|Warsame|Ismaaciil Faarax'),
    family: words('Ali|Warsame|Cabdulle|Xirsi|Jaamac|Farah|Nur|Abdi'),
  },
  {
    culture: 'Caribbean',
    weight: 6,
    female: words('Winsome|Marcia|Beverley|Shanice|Hyacinth|Ionie|Sonia|Verna|Precious'),
    male: words('Winston|Delroy|Errol|Leroy|Curtis|Everton|Clive|Desmond|Kyron'),
    family: words('Cole|Campbell|Francis|Baptiste|St. Louis|Gordon-Reid|Bailey|Grant|De Freitas|Braithwaite'),
  },
  {
    culture: 'Polish',
    weight: 5,
    female: words('Zofia|Małgorzata|Agnieszka|Bożena|Łucja|Krystyna|Ewa|Jadwiga'),
    male: words('Zbigniew|Paweł|Stanisław|Łukasz|Jerzy|Wojciech|Jan|Krzysztof'),
    family: words('Nowak|Kowalska|Wiśniewski|Wójcik|Szczęsny|Dąbrowska-Zając|Brzęczyszczykiewicz|Żak|Źrebiec|Lis'),
  },
  {
    culture: 'Romanian',
    weight: 4,
    female: words('Ileana|Ștefania|Mădălina|Ioana|Crăița|Anca|Ruxandra'),
    male: words('Ion|Ștefan|Gheorghe|Răzvan|Țiriac|Mihai|Cătălin'),
    family: words('Popescu|Ionescu|Țîrlea|Bălan|Constantinescu-Dobre|Șerban|Munteanu|Dragoş'),
  },
  {
    culture: 'Turkish',
    weight: 3,
    female: words('Ayşe|Gülşen|Zeynep|Işıl|Emine|Çiğdem'),
    male: words('İbrahim|Mustafa|Özgür|Ali|Oğuz|Hüseyin'),
    family: words('Yılmaz|Çelik|Öztürk|Işık|Şahin|Kılıç|Doğan|İnce'),
  },
  {
    culture: 'Arabic',
    weight: 3,
    female: words('Layla|Noor|Maryam|Huda|Rania|Umm Kulthum'),
    male: words('Omar|Yusuf|Khalid|Abd al-Rahman|Hassan|Mahmoud'),
    family: words('al-Rashid|Al Hashimi|el-Sayed|bin Talal|Abdel-Aziz|Haddad|Al-Ṣabāḥ|Mansour|Ibn Sina'),
  },
  {
    culture: 'Chinese',
    weight: 4,
    female: words('Mei-Ling|Xiu Ying|Wai Fong|Li|Siu-Fan|Jing'),
    male: words('Wei|Chi Keung|Jun|Kwok-Wah|Hao|Ming'),
    family: words('Li|Wong|Chan|Ng|Lǚ|Zhang|Au-Yeung|Ouyang|Xu|Cheung|E'),
  },
  {
    culture: 'Vietnamese',
    weight: 2,
    female: words('Thị Hoa|Ngọc Ánh|Thu|Mỹ Linh|Bích'),
    male: words('Văn Đức|Minh|Quốc Bảo|Hùng|Đình'),
    family: words('Nguyễn|Trần|Lê|Phạm|Đặng|Vũ|Ngô|Hồ'),
  },
  {
    culture: 'Portuguese',
    weight: 3,
    female: words('Conceição|Ana|Fátima|Inês|Lurdes|Beatriz'),
    male: words('João|Luís|José|António|Vasco|Duarte'),
    family: words('Pereira|da Silva e Sousa|dos Santos|Gonçalves|de Magalhães|Costa|Simões|d’Almeida'),
  },
  {
    culture: 'Greek and Cypriot',
    weight: 3,
    female: words('Eleni|Despina|Androulla|Panayiota|Sofía'),
    male: words('Andreas|Christos|Kyriacos|Stavros|Panayiotis'),
    family: words('Papadopoulos|Georgiou|Hadjichristodoulou|Nicolaou|Kostas|Ioannou-Pappas|Charalambous'),
  },
  {
    culture: 'Dutch, German and Nordic',
    weight: 3,
    female: words('Anneke|Wilhelmina|Käthe|Sólveig|Ingrid|Saskia'),
    male: words('Pieter|Jürgen|Søren|Bjørn|Günther|Åke'),
    family: words(
      'van der Berg|Van den Broek|de Vries|von Weiß|Müller|Sørensen|Åström|Guðmundsdóttir|ter Horst|Øvrebø',
    ),
  },
  {
    culture: 'Jewish and Central European',
    weight: 2,
    female: words('Ruth|Noa|Miriam|Eszter|Božena|Věra'),
    male: words('Levi|Avraham|Jiří|László|Ďuro|Moshe'),
    family: words('Levy|Ben-David|Cohen|Dvořák|Nagy|Szűcs|Kovács|Řehoř|Bar-Lev'),
  },
  {
    culture: 'one letter',
    weight: 1,
    female: words('J|Aye|M|Soo-Jin'),
    male: words('O|Kyaw|D|Min-ho'),
    family: words('O|U|E|I|Ó|Yi'),
  },
];

/** Names longer than most screens allow for. */
export const LONG_NAMES: readonly { readonly givenNames: readonly string[]; readonly familyName: string }[] = [
  {
    givenNames: ['Bartholomew', 'Augustine', 'Maximilian', 'Christopher'],
    familyName: 'Whitcombe-Hargreaves-Featherstonehaugh',
  },
  { givenNames: ['Wilhelmina', 'Theodora', 'Anastasia'], familyName: 'Constantinescu-Hadjichristodoulou' },
  { givenNames: ['Oluwatobilobaoluwasegun', 'Emmanuel'], familyName: 'Ogunbanjo-Adéṣínà-Williamson' },
  { givenNames: ['Maria', 'da', 'Conceição', 'Imaculada'], familyName: 'de Magalhães Gonçalves dos Santos e Sousa' },
];
