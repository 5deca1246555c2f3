//! The laws of the lens, over generated things and resources of every type that has a map.

use crate::support::resources::{self, Sample};
use crate::support::{data, extension, plain, site, thing, without_remainder};
use domain::thing::{Thing, kind};
use fhir::{Json, ResourceType, Written, from_fhir, map_of, maps, to_fhir, update};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};

fn created(sent: &Json) -> Written {
    let name = sent.text_of("resourceType").unwrap_or_default();
    let resource = ResourceType::from_name(name).expect("a type of resources");
    from_fhir(&site(), resource, sent.clone())
        .unwrap_or_else(|refusal| panic!("{refusal:?}\n{sent}"))
}

fn kept(written: &Written) -> Thing {
    thing(written.type_id, &written.xml)
}

fn shown(thing: &Thing) -> Json {
    to_fhir(&site(), thing).expect("a map")
}

fn put(thing: &Thing, json: Json) -> Option<Written> {
    let told = json.to_string();
    update(&site(), thing, json)
        .unwrap_or_else(|refusal| panic!("{refusal:?}\n{told}\n{}", thing.data.xml))
}

fn samples() -> impl Iterator<Item = &'static Sample> {
    resources::OBSERVATIONS.iter().chain(resources::OTHERS)
}

fn run<T: std::fmt::Debug>(strategy: &impl Strategy<Value = T>, law: impl Fn(T)) {
    let mut runner = TestRunner::new(Config {
        cases: 40,
        failure_persistence: None,
        max_shrink_iters: 60,
        ..Config::default()
    });
    let checked = runner.run(strategy, |value| {
        law(value);
        Ok(())
    });
    if let Err(broken) = checked {
        panic!("{broken}");
    }
}

/// For each kind that has a map, over data that the XML door takes.
fn over_data(law: impl Fn(Thing)) {
    for map in maps() {
        let Some(kind) = kind(map.type_id) else {
            continue;
        };
        run(&data(kind), |xml| law(thing(map.type_id, &xml)));
    }
}

#[test]
fn l1_a_resource_is_read_as_it_was_sent() {
    for sample in samples() {
        run(&resources::resource(sample), |sent| {
            let read = shown(&kept(&created(&sent)));
            assert_eq!(plain(read), plain(sent));
        });
    }
}

#[test]
fn l2_what_is_sent_back_as_it_was_read_changes_nothing() {
    for sample in samples() {
        run(&resources::resource(sample), |sent| {
            let thing = kept(&created(&sent));
            assert_eq!(put(&thing, shown(&thing)), None);
        });
    }
    over_data(|thing| assert_eq!(put(&thing, shown(&thing)), None));
}

/// Data without the elements of one name, and without a residue.
fn rest(xml: &str, name: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).expect("XML");
    let data = document.root_element();
    let parts = data.children().filter(roxmltree::Node::is_element);
    let nodes = parts.flat_map(|part| part.children().filter(|node| !node.is_text()));
    let ours = |node: &roxmltree::Node| {
        node.attribute("source")
            .is_some_and(|source| source.starts_with("patient-connect"))
    };
    let others = nodes.filter(|node| !node.has_tag_name(name) && !ours(node));
    others.map(|node| xml[node.range()].to_owned()).collect()
}

#[test]
fn l3_a_change_touches_the_data_of_what_differs_alone() {
    over_data(|thing| {
        let mut changed = shown(&thing);
        let is_document = changed.text_of("resourceType") == Some("DocumentReference");
        if !is_document {
            let notes = r#"[{"text":"Another \r\n note"},{"text":"and one more"}]"#;
            changed.set("note", crate::support::json(notes));
        }
        changed.set("language", Json::text("mi"));
        let written = put(&thing, changed.clone()).expect("a change");
        assert_eq!(rest(&written.xml, "note"), rest(&thing.data.xml, "note"));
        let read = shown(&crate::support::thing(thing.data.type_id, &written.xml));
        assert_eq!(
            without_remainder(plain(read)),
            without_remainder(plain(changed))
        );
    });
}

#[test]
fn l3_a_new_number_leaves_every_other_byte() {
    let before = r#"<data-xml xmlns:o="urn:o"> <!-- a -->
 <weight><when><!-- b --><date><y>2026</y><m>05</m><d>3</d></date></when>
  <value><kg>70</kg><display units="kg" text="about">70</display></value><!-- c --></weight>
 <common o:odd="1"><source>scale</source><extension source="x"><o:y/></extension><tags>a, b</tags></common></data-xml>"#;
    let weight = maps().next().expect("a map").type_id;
    let kept = thing(weight, before);
    let mut sent = shown(&kept);
    let value = r#"{"value":71.0,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}"#;
    sent.set("valueQuantity", crate::support::json(value));
    let written = put(&kept, sent).expect("a change");
    let (old, new) = (
        r#"<value><kg>70</kg><display units="kg" text="about">70</display></value>"#,
        r#"<value><kg>71.0</kg><display units="kg" units-code="kg">71.0</display></value>"#,
    );
    assert_eq!(written.xml, before.replace(old, new));
}

#[test]
fn l4_what_was_said_of_an_old_value_is_not_said_of_a_new_one() {
    for sample in samples() {
        run(&resources::resource(sample), |mut sent| {
            sent.set("language", Json::text("mi"));
            let written = created(&sent);
            let Some(year) = written.xml.find("<y>").map(|at| at + 3) else {
                return;
            };
            let mut xml = written.xml.clone();
            xml.replace_range(year..year + 4, "1234");
            let other = crate::support::thing(written.type_id, &xml);
            let read = shown(&other);
            assert_eq!(read.get("language"), None);
            let stale =
                extension(&read, "stale-residue").and_then(|one| one.text_of("valueString"));
            assert!(stale.is_some_and(|stale| stale.contains("\"language\":\"mi\"")));
            assert_eq!(put(&other, read.clone()), None, "L2 holds for it, too");
            let mended = put(&other, without_remainder(read.clone())).expect("its end");
            let after = shown(&crate::support::thing(mended.type_id, &mended.xml));
            assert_eq!(extension(&after, "stale-residue"), None);
            assert_eq!(without_remainder(after), without_remainder(read));
        });
    }
}

#[test]
fn any_data_gives_a_resource_of_its_type() {
    over_data(|thing| {
        let read = shown(&thing);
        let map = map_of(thing.data.type_id).expect("a map");
        assert_eq!(read.text_of("resourceType"), Some(map.resource.name()));
    });
    for map in maps() {
        run(&"[<>/a-c =\"'&;]{0,30}", |odd| {
            for xml in [odd.clone(), format!("<data-xml>{odd}</data-xml>")] {
                shown(&thing(map.type_id, &xml));
            }
        });
    }
}
