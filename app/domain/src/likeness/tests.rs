//! Names that match, that cannot be told, that differ; and what holds for all of them.

use super::*;
use proptest::prelude::*;

/// The verdict on one record that is the only one.
fn alone(letter: &str, record: &str) -> Verdict {
    judge(letter, record, &[])
}

#[test]
fn names_that_any_reader_takes_for_one_match() {
    for (letter, record) in [
        ("Emma's record", "Emma"),
        ("Emma's record", "EMMA"),
        ("emma’s record", "Emma Miller"),
        ("Emma Miller's record", "Emma"),
        ("Emma Miller", "Miller, Emma"),
        ("Miller, Tom", "Tom"),
        ("The record of Zoë", "Zoe"),
        ("James' record", "James"),
        ("James’s records", "James Miller"),
        ("Emmas Akte", "Emma"),
        ("Akte von Jörg Müller", "Joerg Mueller"),
        ("Patientenakte Hans", "Hans"),
        ("Dossier d’Emma", "Emma"),
        ("Registro de José García", "Jose Garcia"),
        ("Cartella di Sofia", "Sofia"),
        ("Emma'nın kaydı", "Emma"),
        ("Sean O'Neill's record", "Séan O’Neill"),
        ("Mary Ann's record", "Mary-Ann"),
        ("Anna Maria Meyer's record", "Anna Meyer"),
        ("王小明的记录", "王小明"),
        ("エマの記録", "エマ"),
        ("엠마의 기록", "엠마"),
        ("سجل إيما", "ايما"),
        ("Карта Анна", "Анна"),
        ("Mum's record", "Mum"),
        ("Mum's record", "Mum Gerda"),
        ("Mrs Emma Meyer", "Emma Meyer"),
        ("Record: Emma", "Emma"),
        ("Hoà", "Hoà"),
    ] {
        assert_eq!(alone(letter, record), Verdict::Match, "{letter} / {record}");
    }
}

#[test]
fn names_that_say_too_little_cannot_be_told() {
    for (letter, record) in [
        ("Mum", "Gerda"),
        ("Mum's record", "Gerda Meyer"),
        ("Gerda's record", "Me"),
        ("Blood pressure", "Emma"),
        ("Your health record", "Emma"),
        ("Patient 4711", "Emma"),
        ("Meyer", "Emma Meyer"),
        ("Mrs Meyer's record", "Emma Meyer"),
        ("Mrs Meyer's record", "Emma"),
        ("The Meyer family", "Emma Meyer"),
        ("Baby Miller", "Tom"),
        ("E. Meyer", "Emma Meyer"),
        ("Tom Meyer's record", "Tom Miller"),
        ("Maria's record", "Anna Maria Meyer"),
        ("Alex's record", "Alexandra"),
        ("Tom's record", "Thomas"),
        ("Tom Meyer Jr's record", "Tom Meyer"),
        ("Tom and Emma", "Emma"),
        ("Emma's record", "Эмма"),
        ("Emma's mum", "Gerda"),
        ("Карта Анны", "Анна"),
        ("小明的记录", "王小明"),
        ("---", "Emma"),
        ("Emma's record", "???"),
    ] {
        assert_eq!(
            alone(letter, record),
            Verdict::CannotTell,
            "{letter} / {record}"
        );
    }
}

#[test]
fn a_record_of_someone_else_is_questioned() {
    let differs = Verdict::Differs { better: Vec::new() };
    for (letter, record) in [
        ("Tom's record", "Bob"),
        ("Tom Meyer's record", "Emma Meyer"),
        ("Emma Meyer", "Meyer, Tom"),
        ("Thomas Meyer", "Emma Thomas"),
        ("Anna's record", "Hanna"),
        ("Paul's record", "Paula"),
        ("T. Meyer", "Emma Meyer"),
        ("Mum's record", "Dad"),
        ("Emma's mum", "Emma"),
        ("Emma's record", "Emma's mum"),
        ("Mother of Emma", "Emma Meyer"),
        ("Tom and Emma", "Bob"),
        ("王小明的记录", "王小红"),
        ("Карта Анны", "Борис"),
        ("Mrs Meyer", "Emma Miller"),
    ] {
        assert_eq!(alone(letter, record), differs, "{letter} / {record}");
    }
}

#[test]
fn the_best_fit_counts_and_not_any_shared_word() {
    let better = |better: &[usize]| Verdict::Differs {
        better: better.to_vec(),
    };
    for (letter, chosen, others, verdict) in [
        (
            "Tom Meyer's record",
            "Emma Meyer",
            &["Tom Meyer"][..],
            better(&[0]),
        ),
        (
            "Tom Meyer's record",
            "Tom Meyer",
            &["Emma Meyer"],
            Verdict::Match,
        ),
        (
            "Tom Meyer's record",
            "Tom Miller",
            &["Bob", "Tom Meyer"],
            better(&[1]),
        ),
        ("Emma's record", "Emma Meyer", &["Emma"], better(&[0])),
        ("Emma Meyer", "Emma", &["Emma Meyer"], better(&[0])),
        (
            "Emma's record",
            "Emma Meyer",
            &["Emma Miller"],
            Verdict::CannotTell,
        ),
        ("Emma's record", "Emma", &["emma"], Verdict::CannotTell),
        (
            "Emma's record",
            "Tom",
            &["Emma Meyer", "Bob", "Emma Miller"],
            better(&[0, 2]),
        ),
        ("Mum's record", "Gerda", &["Mum"], better(&[0])),
        ("Mum's record", "Gerda", &["Tom"], Verdict::CannotTell),
        ("Baby Emma", "Tom", &["Emma"], better(&[0])),
        ("Hoà's record", "Hoa", &["Hoà"], better(&[0])),
        ("Tom and Emma", "Tom", &["Emma"], Verdict::CannotTell),
        ("Jens record", "Jen", &["Jens"], better(&[0])),
        ("Tom's record", "Bob", &["Thomas"], better(&[0])),
    ] {
        assert_eq!(
            judge(letter, chosen, others),
            verdict,
            "{letter} / {chosen} / {others:?}"
        );
    }
}

#[test]
fn only_a_name_is_proposed_for_a_new_record() {
    for (letter, name) in [
        ("Emma's record", "Emma"),
        ("emma’s record", ""),
        ("Emma Miller", "Emma Miller"),
        ("Sean O'Neill's record", "Sean O'Neill"),
        ("Anna-Lena's record", "Anna-Lena"),
        ("Dossier d'Emma", "Emma"),
        ("王小明的记录", "王小明"),
        ("Mum's record", ""),
        ("Emma's mum", ""),
        ("Tom and Emma", ""),
        ("Mrs Meyer's record", ""),
        ("Blood pressure", ""),
        ("Blood Pressure Project", ""),
        ("Emma's asthma plan", ""),
        ("Patient 4711", ""),
        ("Emma 2", ""),
        ("Emmas Akte", ""),
        ("Карта Анны", ""),
        ("record", ""),
        ("🩺", ""),
    ] {
        assert_eq!(proposed_name(letter).unwrap_or_default(), name, "{letter}");
    }
}

#[test]
fn a_mail_calls_a_record_by_one_given_name() {
    for (record, name) in [
        ("Emma Miller", "Emma"),
        ("Miller, Emma", "Emma"),
        ("MILLER Emma", "Emma"),
        ("EMMA", "EMMA"),
        ("Emma's record", "Emma"),
        ("Mrs Miller", ""),
        ("Emma's mum", ""),
        ("王小明", ""),
        ("Record", ""),
    ] {
        assert_eq!(first_name(record).unwrap_or_default(), name, "{record}");
    }
}

#[test]
fn two_records_of_one_name_are_known() {
    for (one, other) in [
        ("Emma", "emma"),
        ("Zoë", "Zoe"),
        ("O'Neill", "O’NEILL"),
        ("Emma Miller", "Miller, Emma"),
        ("Emma", "Emma's record"),
        ("Mary-Ann", "Mary Ann"),
        ("Record", "record"),
        ("🩺", "🩺"),
    ] {
        assert!(is_same_name(one, other), "{one} / {other}");
        assert!(is_same_name(other, one), "{other} / {one}");
    }
    for (one, other) in [
        ("Emma", "Emma 2"),
        ("Emma", "Emma's mum"),
        ("Tom Meyer", "Tom Meyer Jr"),
        ("मीना", "मैना"),
        ("🩺", "🦷"),
    ] {
        assert!(!is_same_name(one, other), "{one} / {other}");
    }
}

fn name() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        "[A-Z][a-z]{2,8}",
        "[А-Я][а-я]{2,8}",
        "[ÀÉÍÓÜ][a-zäöüéèß]{2,8}",
        Just("O'Neill".to_owned()),
        Just("Anna-Lena".to_owned()),
    ];
    proptest::collection::vec(word, 1..4).prop_map(|words| words.join(" "))
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        name(),
        "\\PC{0,40}",
        any::<String>(),
        "(Mum|Baby|Emma|'s|’s|of|record|,| |and|Jr|2|d'|-){0,8}"
    ]
}

proptest! {
    #[test]
    fn a_name_matches_itself_however_it_is_written(name in name()) {
        let known = PersonName::parse(&name);
        prop_assume!(known.roles.is_empty() && !known.words.is_empty() && !known.relation);
        for letter in [name.clone(), name.to_uppercase(), name.to_lowercase(), format!("{name}’s record")] {
            let verdict = alone(&letter, &name);
            // A small "e" or "y" may be an "and", and only the capital letter tells.
            prop_assert_eq!(&verdict, &Verdict::Match, "{} / {}", letter, name);
        }
        prop_assert!(is_same_name(&name, &name.to_uppercase()));
    }

    #[test]
    fn a_surname_alone_never_matches(given in "[B-DF-H][a-z]{3,7}", other in "[J-LN-P][a-z]{3,7}", family in "[Q-TV-X][a-z]{3,7}") {
        let (one, another) = (format!("{given} {family}"), format!("{other} {family}"));
        // Some of these letters are a role, as "Baby", and no name.
        let word = |name: &str| PersonName::parse(name).words.first().cloned();
        let words = word(&given).zip(word(&other)).filter(|_| word(&family).is_some());
        prop_assume!(words.is_some_and(|(given, other)| !is_near(&given, &other)));
        prop_assert_eq!(judge(&format!("{one}'s record"), &another, &[&one]), Verdict::Differs { better: vec![0] });
        prop_assert_ne!(alone(&family, &one), Verdict::Match);
    }

    #[test]
    fn nothing_panics_and_who_fits_better_is_not_questioned_for_the_former(
        letter in text(), chosen in text(), others in proptest::collection::vec(text(), 0..4)
    ) {
        let names: Vec<&str> = others.iter().map(String::as_str).collect();
        let verdict = judge(&letter, &chosen, &names);
        for index in verdict.better() {
            let mut rest = names.clone();
            let better = std::mem::replace(&mut rest[*index], chosen.as_str());
            let other = judge(&letter, better, &rest);
            prop_assert!(!other.better().contains(index), "{:?} {:?}", verdict, other);
        }
        let mut turned = names.clone();
        turned.reverse();
        let again = judge(&letter, &chosen, &turned);
        prop_assert_eq!(verdict.name(), again.name());
        prop_assert_eq!(verdict.better().len(), again.better().len());
    }

    #[test]
    fn what_is_proposed_matches_and_one_word_is_in_the_mail(letter in text()) {
        if let Some(name) = proposed_name(&letter) {
            prop_assert_eq!(alone(&letter, &name), Verdict::Match);
        }
        if let Some(first) = first_name(&letter) {
            prop_assert!(!first.contains(char::is_whitespace), "{}", first);
        }
    }

    #[test]
    fn one_name_is_one_both_ways(one in text(), other in text()) {
        prop_assert_eq!(is_same_name(&one, &other), is_same_name(&other, &one));
        prop_assert!(is_same_name(&one, &one));
    }
}
