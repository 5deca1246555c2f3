//! The words around a name: what a reader passes over, and what says who someone is without naming them. All are folded
//! as [`super::person_name`] folds.

/// What a family calls someone. It names no one: "Mum" may be Gerda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Female,
    Male,
    Either,
}

const FEMALE: &[&str] = &[
    "mum",
    "mummy",
    "mom",
    "mommy",
    "mam",
    "mama",
    "mamma",
    "mother",
    "grandma",
    "granny",
    "gran",
    "grandmother",
    "wife",
    "daughter",
    "sister",
    "aunt",
    "auntie",
    "girl",
    "mutter",
    "mutti",
    "oma",
    "grossmutter",
    "tochter",
    "maman",
    "mere",
    "fille",
    "mamie",
    "madre",
    "abuela",
    "hija",
    "mujer",
    "nonna",
    "figlia",
    "moglie",
    "filha",
    "moeder",
    "dochter",
    "datter",
    "dotter",
    "мама",
    "мать",
    "бабушка",
    "дочь",
];
const MALE: &[&str] = &[
    "dad",
    "daddy",
    "papa",
    "father",
    "grandpa",
    "grandad",
    "granddad",
    "grandfather",
    "husband",
    "son",
    "brother",
    "uncle",
    "boy",
    "vater",
    "vati",
    "opa",
    "grossvater",
    "sohn",
    "pere",
    "fils",
    "padre",
    "abuelo",
    "hijo",
    "nonno",
    "figlio",
    "marito",
    "pai",
    "filho",
    "vader",
    "zoon",
    "папа",
    "отец",
    "дедушка",
    "сын",
];
const EITHER: &[&str] = &[
    "baby",
    "newborn",
    "infant",
    "toddler",
    "child",
    "children",
    "kid",
    "kids",
    "twin",
    "twins",
    "partner",
    "spouse",
    "parent",
    "parents",
    "grandparent",
    "family",
    "me",
    "myself",
    "self",
    "my",
    "kind",
    "kinder",
    "ich",
    "mein",
    "meine",
    "enfant",
    "bebe",
    "moi",
    "yo",
    "familie",
    "famille",
    "familia",
    "famiglia",
];

/// Newborns and families go by the family's name: "Baby Miller".
const BY_FAMILY: &[&str] = &[
    "baby", "newborn", "infant", "girl", "boy", "bebe", "family", "familie", "famille", "familia",
    "famiglia",
];

/// A name alone after one of these is a family's.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "herr", "frau", "hr", "m", "mme", "mlle",
    "sra", "srta", "senor", "senora", "sig", "signora", "mevrouw", "meneer",
];

/// Two with the same names are distinguished by these.
const SUFFIXES: &[&str] = &["jr", "junior", "sr", "senior", "ii", "iii", "iv"];

const RECORD: &[&str] = &[
    "record",
    "records",
    "file",
    "files",
    "folder",
    "chart",
    "account",
    "profile",
    "data",
    "health",
    "medical",
    "patient",
    "akte",
    "gesundheitsakte",
    "patientenakte",
    "mappe",
    "daten",
    "dossier",
    "sante",
    "registro",
    "historial",
    "historia",
    "expediente",
    "ficha",
    "clinica",
    "medica",
    "medico",
    "salud",
    "cartella",
    "fascicolo",
    "scheda",
    "registo",
    "prontuario",
    "journal",
    "journalen",
    "kayit",
    "kaydi",
    "dosyasi",
    "карта",
    "медкарта",
    "запись",
    "سجل",
    "ملف",
    "רשומה",
    "תיק",
    "记录",
    "紀錄",
    "記錄",
    "記録",
    "病历",
    "病歷",
    "档案",
    "檔案",
    "カルテ",
    "기록",
];

const PARTICLES: &[&str] = &[
    "the", "a", "an", "of", "for", "to", "your", "our", "his", "her", "their", "die", "der", "das",
    "den", "des", "von", "vom", "zu", "fur", "van", "de", "du", "la", "le", "les", "del", "el",
    "los", "para", "di", "della", "dello", "da", "do", "dos", "al", "bin", "ibn", "af", "av",
    "для", "של",
];

/// Between a role and the name of someone else: "mother of Emma".
const OF: &[&str] = &[
    "of", "to", "von", "vom", "de", "du", "del", "di", "da", "do", "van", "af", "av", "של",
];

/// Letters are called by these, too, and they are no names.
const GENERIC: &[&str] = &[
    "blood",
    "pressure",
    "weight",
    "diabetes",
    "asthma",
    "heart",
    "clinic",
    "hospital",
    "surgery",
    "practice",
    "result",
    "results",
    "letter",
    "letters",
    "study",
    "project",
    "programme",
    "program",
    "plan",
    "care",
    "appointment",
    "visit",
    "check",
    "checkup",
    "test",
    "tests",
    "report",
    "vaccination",
    "therapy",
    "campaign",
    "connection",
    "connect",
    "code",
    "invitation",
    "new",
    "online",
    "portal",
    "app",
    "monitoring",
    "home",
    "team",
    "group",
    "and",
    "no",
    "nr",
    "number",
];

const CONNECTIVES: &[&str] = &[
    "and",
    "und",
    "et",
    "och",
    "og",
    "ve",
    "и",
    "&",
    "+",
    "/",
    "和",
    "と",
    "および",
    "및",
    "و",
];
/// Words that connect only where they are written small: else they are initials and names.
const SMALL_CONNECTIVES: &[&str] = &["y", "e", "i", "en"];

/// Short and long forms that share too little for a rule. Whether two people use them alike cannot be told.
const SHORT_FORMS: &[(&str, &str)] = &[
    ("tom", "thomas"),
    ("tommy", "thomas"),
    ("tommy", "tom"),
    ("bob", "robert"),
    ("bobby", "robert"),
    ("rob", "robert"),
    ("bill", "william"),
    ("billy", "william"),
    ("mike", "michael"),
    ("mick", "michael"),
    ("jim", "james"),
    ("jimmy", "james"),
    ("jack", "john"),
    ("johnny", "john"),
    ("dick", "richard"),
    ("tony", "anthony"),
    ("kate", "katherine"),
    ("katie", "katherine"),
    ("cathy", "catherine"),
    ("beth", "elizabeth"),
    ("betty", "elizabeth"),
    ("liz", "elizabeth"),
    ("peggy", "margaret"),
    ("maggie", "margaret"),
    ("polly", "mary"),
    ("hans", "johannes"),
    ("sepp", "josef"),
    ("lena", "helena"),
    ("lena", "magdalena"),
    ("toni", "anton"),
    ("kurt", "konrad"),
    ("pepe", "jose"),
    ("paco", "francisco"),
    ("lola", "dolores"),
    ("gianni", "giovanni"),
    ("sasha", "alexander"),
    ("sasha", "alexandra"),
    ("саша", "александр"),
    ("саша", "александра"),
    ("маша", "мария"),
];

pub fn role(word: &str) -> Option<Role> {
    [
        (FEMALE, Role::Female),
        (MALE, Role::Male),
        (EITHER, Role::Either),
    ]
    .into_iter()
    .find_map(|(words, role)| words.contains(&word).then_some(role))
}

pub fn goes_by_family(word: &str) -> bool {
    BY_FAMILY.contains(&word)
}

pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

pub fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&word)
}

pub fn is_record(word: &str) -> bool {
    RECORD.contains(&word)
}

pub fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

pub fn is_of(word: &str) -> bool {
    OF.contains(&word)
}

pub fn is_generic(word: &str) -> bool {
    GENERIC.contains(&word)
}

/// Whether a word, as typed, is between two people.
pub fn connects(typed: &str) -> bool {
    CONNECTIVES.contains(&typed.to_lowercase().as_str()) || SMALL_CONNECTIVES.contains(&typed)
}

pub fn are_short_and_long(one: &str, other: &str) -> bool {
    SHORT_FORMS.contains(&(one, other)) || SHORT_FORMS.contains(&(other, one))
}

/// What Chinese, Japanese and Korean write after a name without a blank: polite endings first, then "'s".
pub const POLITE: &[&str] = &["さん", "さま", "様", "ちゃん", "くん", "씨", "님"];
pub const OWNING: &[&str] = &["的", "の", "의"];

/// A record's word at the end of such a text.
pub fn record_at_end(text: &str) -> Option<&str> {
    let words = RECORD.iter().chain(&["健康", "医疗", "醫療"]);
    let mut rests = words
        .filter(|word| !word.is_ascii())
        .filter_map(|word| text.strip_suffix(word));
    rests.find(|rest| !rest.is_empty())
}
