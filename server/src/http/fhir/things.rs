//! Things in records as resources: read by id, and searched. The lens makes the resources; what is found by what they say
//! is looked for in them, as data is sealed.

use super::BASE;
use super::Call;
use super::asked::{Answer, raw};
use super::bundle::Found;
use super::moments::Span;
use super::refused::Refused;
use super::search::{Search, Token};
use super::types::{Filter, Kind};
use axum::http::StatusCode;
use domain::ids::RecordId;
use domain::policy;
use domain::thing::Thing;
use domain::timestamp::Timestamp;
use fhir::{Json, ResourceType, Site};
use service::{ExchangeRejection, Failure, ThingOrder, ThingPage, ThingSearch};
use uuid::Uuid;

const LOINC: &str = "http://loinc.org";

/// What is looked for in resources themselves: for each filter, in which element, and any of which tokens.
type Wanted = Vec<(&'static str, Vec<Token>)>;

/// A search of things, taken apart.
struct Parts {
    record: Option<RecordId>,
    date: Span,
    client_ids: Option<Vec<String>>,
    codes: Wanted,
    order: ThingOrder,
}

impl Call<'_> {
    pub fn site(&self) -> Site {
        Site::of(self.services().public_url())
    }

    /// A thing as the answer of a read.
    pub fn shown(&self, thing: &Thing) -> Result<Answer, Refused> {
        let resource = fhir::to_fhir(&self.site(), thing).ok_or_else(Refused::not_found)?;
        let version = thing.version_stamp.to_string();
        Ok(Answer::versioned(
            raw(&resource)?,
            version,
            thing.updated.at,
        ))
    }

    pub async fn read_thing(&self, resource: ResourceType, id: &str) -> Result<Answer, Refused> {
        let id = thing_id(id).ok_or_else(Refused::not_found)?;
        let types: Vec<Uuid> = fhir::types_of(resource).collect();
        let records = self.services().records();
        let found = records.exchange_thing(self.bearer.application, &types, id);
        self.shown(&found.await.map_err(refused)?)
    }

    pub async fn search_things(
        &self,
        resource: ResourceType,
        search: Search,
        pairs: Vec<(String, String)>,
        behind: Option<String>,
    ) -> Result<Answer, Refused> {
        let name = resource.name();
        let parts = self.parts(resource, &search)?;
        let mut found = Found {
            used: search.used(),
            notes: search.notes(),
            ..Found::default()
        };
        let page = match parts.record {
            Some(record) => {
                self.page_of(resource, &search, &parts, record, behind.as_deref())
                    .await?
            }
            None if search.ids.is_some() => self.by_ids(resource, &search, &parts).await?,
            None => {
                let what = "Say whose data is searched for: patient=<id>.";
                return Err(Refused::bad("required", what).at(format!("{name}.patient")));
            }
        };
        if page.left_out {
            let told = "Types of data that this patient does not share are left out.";
            found.notes.push(("suppressed", told.to_owned()));
        }
        found.next = page.next.map(|(at, id)| format!("{}:{id}", at.micros()));
        if found.next.is_none() && behind.is_none() {
            found.total = Some(page.things.len());
        }
        if search.total_alone {
            if found.next.is_some() {
                let what = "There are too many matches to be counted. Narrow the search.";
                return Err(Refused::bad("too-costly", what));
            }
            return self.searchset(name, pairs, &found);
        }
        let site = self.site();
        for thing in &page.things {
            if let Some(resource) = fhir::to_fhir(&site, thing) {
                let place = format!("{name}/{}", thing.id);
                found.matches.push((place, raw(&resource)?));
            }
        }
        self.searchset(name, pairs, &found)
    }

    async fn page_of(
        &self,
        resource: ResourceType,
        search: &Search,
        parts: &Parts,
        record: RecordId,
        behind: Option<&str>,
    ) -> Result<ThingPage, Refused> {
        let ids = search.ids.as_ref();
        let limit = if search.total_alone {
            policy::FHIR_OPENED
        } else {
            search.count
        };
        let wanted = ThingSearch {
            record,
            types: narrowed(resource, &parts.codes),
            ids: ids.map(|ids| ids.iter().filter_map(|id| thing_id(id)).collect()),
            client_ids: parts.client_ids.clone(),
            effective: (parts.date.from, parts.date.until),
            updated: (search.updated.from, search.updated.until),
            order: parts.order,
            behind: behind.map(place).transpose()?,
            limit,
        };
        let site = self.site();
        let keep = |thing: &Thing| fits(&site, thing, &parts.codes);
        let records = self.services().records();
        let page = records.exchange_things(self.bearer.application, &wanted, keep);
        match page.await {
            // Whose data it is that is not there, nobody learns.
            Err(Failure::Rejected(ExchangeRejection::NotFound)) => Ok(ThingPage::default()),
            page => page.map_err(refused),
        }
    }

    /// Things by their ids alone, wherever they are: each is read by itself.
    async fn by_ids(
        &self,
        resource: ResourceType,
        search: &Search,
        parts: &Parts,
    ) -> Result<ThingPage, Refused> {
        let mut ids: Vec<Uuid> = search
            .ids
            .iter()
            .flatten()
            .filter_map(|id| thing_id(id))
            .collect();
        ids.sort_unstable();
        ids.dedup();
        if ids.len() > policy::FHIR_PAGE {
            let what = "Too many ids without a patient. Say patient=<id>.";
            return Err(Refused::bad("too-costly", what));
        }
        if parts.client_ids.is_some() {
            return Err(Refused::bad(
                "required",
                "Say patient=<id> beside an identifier.",
            ));
        }
        let types: Vec<Uuid> = fhir::types_of(resource).collect();
        let (site, mut page) = (self.site(), ThingPage::default());
        for id in ids {
            let records = self.services().records();
            let found = records.exchange_thing(self.bearer.application, &types, id);
            match found.await {
                Ok(thing) => page.things.push(thing),
                Err(Failure::Rejected(_)) => {}
                Err(Failure::Internal(fault)) => return Err(fault.into()),
            }
        }
        let within = |span: Span, at: Timestamp| {
            span.from.is_none_or(|from| from <= at) && span.until.is_none_or(|until| at < until)
        };
        page.things.retain(|thing| {
            within(parts.date, thing.data.effective_at)
                && within(search.updated, thing.updated.at)
                && fits(&site, thing, &parts.codes)
        });
        Ok(page)
    }

    fn parts(&self, resource: ResourceType, search: &Search) -> Result<Parts, Refused> {
        let mut parts = Parts {
            record: None,
            date: Span::default(),
            client_ids: None,
            codes: Vec::new(),
            order: order(Kind::Thing(resource), search.sort.as_deref())?,
        };
        for parameter in Kind::Thing(resource).parameters() {
            for value in search.all(parameter.name) {
                match parameter.filters {
                    Filter::Patient => {
                        let named = self.patient_of(value);
                        // Two patients have nothing in common.
                        let one = parts.record.is_none_or(|known| known == named);
                        parts.record = Some(if one { named } else { RecordId(Uuid::nil()) });
                    }
                    Filter::Date => {
                        let span = Span::parse(value);
                        let what = format!("The value of {} is not supported.", parameter.name);
                        let span = span.ok_or_else(|| Refused::bad("value", what))?;
                        parts.date = parts.date.and(span);
                    }
                    Filter::Codes(element) => parts.codes.push((element, Token::any(value))),
                    Filter::Identifier => {
                        let ids = self.client_ids(value);
                        parts.client_ids = Some(match parts.client_ids.take() {
                            Some(known) => {
                                known.into_iter().filter(|id| ids.contains(id)).collect()
                            }
                            None => ids,
                        });
                    }
                }
            }
        }
        Ok(parts)
    }

    /// The client's own ids among tokens: those of our system for them.
    fn client_ids(&self, value: &str) -> Vec<String> {
        let system = self.site().url("client-thing-id");
        let ours = Token::any(value).into_iter().filter(|token| {
            let is_ours = token.system.as_ref().is_none_or(|named| *named == system);
            is_ours && !token.code.is_empty()
        });
        ours.map(|token| token.code).collect()
    }

    /// The record that a reference means; the nil one for anything else, which is no one's.
    fn patient_of(&self, reference: &str) -> RecordId {
        let base = format!("{}{BASE}/", self.services().public_url());
        let below = reference.strip_prefix(&base).unwrap_or(reference);
        let id = below.strip_prefix("Patient/").unwrap_or(below);
        RecordId(thing_id(id).unwrap_or_default())
    }
}

/// An id as we write it, and no other spelling.
pub fn thing_id(text: &str) -> Option<Uuid> {
    let id: Uuid = text.parse().ok()?;
    (id.to_string() == text).then_some(id)
}

pub fn refused(failure: Failure<ExchangeRejection>) -> Refused {
    match failure {
        Failure::Internal(fault) => fault.into(),
        Failure::Rejected(ExchangeRejection::NotFound) => Refused::not_found(),
        Failure::Rejected(ExchangeRejection::Removed) => {
            Refused::new(StatusCode::GONE, "deleted", "The resource was deleted.")
        }
        Failure::Rejected(ExchangeRejection::Changed) => Refused::new(
            StatusCode::CONFLICT,
            "conflict",
            "Another call changed the resource at the same time. Read it again.",
        ),
        Failure::Rejected(ExchangeRejection::Other) => Refused::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "business-rule",
            "The resource is of another type of data than the one it would replace.",
        ),
        Failure::Rejected(ExchangeRejection::Several) => Refused::new(
            StatusCode::PRECONDITION_FAILED,
            "multiple-matches",
            "Several resources match the condition.",
        ),
    }
}

fn order(kind: Kind, sort: Option<&str>) -> Result<ThingOrder, Refused> {
    let sort = sort.unwrap_or("-date");
    let (latest_first, name) = match sort.strip_prefix('-') {
        Some(name) => (true, name),
        None => (false, sort),
    };
    let parameters = kind.parameters();
    let is_date = name == "date"
        || parameters
            .iter()
            .any(|one| one.name == name && one.filters == Filter::Date);
    if !is_date && name != "_lastUpdated" {
        return Err(Refused::bad(
            "not-supported",
            "Sort by date or _lastUpdated.",
        ));
    }
    Ok(ThingOrder {
        by_update: !is_date,
        latest_first,
    })
}

/// The place of a cursor.
fn place(text: &str) -> Result<(Timestamp, Uuid), Refused> {
    let read = text.split_once(':').and_then(|(at, id)| {
        let at = at.parse().ok().map(Timestamp::from_micros)?;
        Some((at, id.parse().ok()?))
    });
    read.ok_or_else(|| Refused::bad("invalid", "The page is not one of this search."))
}

/// The types of things that can have the codes: a code that tells a type leaves that type, and those that have codes of
/// any kind.
fn narrowed(resource: ResourceType, codes: &Wanted) -> Vec<Uuid> {
    let mut types: Vec<Uuid> = fhir::types_of(resource).collect();
    for (element, tokens) in codes {
        let tells_type = |token: &Token| {
            let of_loinc = token.system.as_ref().is_none_or(|system| system == LOINC);
            of_loinc && fhir::maps().any(|map| map.loinc.contains(&token.code.as_str()))
        };
        let is_observation = resource == ResourceType::Observation;
        if is_observation && *element == "code" && tokens.iter().all(tells_type) {
            let has_one = |map: &&fhir::Map| {
                let mut codes = tokens.iter().map(|token| token.code.as_str());
                map.loinc.is_empty() || codes.any(|code| map.loinc.contains(&code))
            };
            let fitting: Vec<Uuid> = fhir::maps()
                .filter(has_one)
                .map(|map| map.type_id)
                .collect();
            types.retain(|kind| fitting.contains(kind));
        }
    }
    types
}

/// Whether the resource has one of the tokens of each filter.
fn fits(site: &Site, thing: &Thing, codes: &Wanted) -> bool {
    if codes.is_empty() {
        return true;
    }
    let Some(resource) = fhir::to_fhir(site, thing) else {
        return false;
    };
    codes.iter().all(|(element, tokens)| {
        let found = resource.get(element);
        tokens
            .iter()
            .any(|token| found.is_some_and(|found| has(found, token)))
    })
}

/// Whether a concept, a code or a list of either has a token.
fn has(found: &Json, token: &Token) -> bool {
    match found {
        Json::List(all) => all.iter().any(|one| has(one, token)),
        Json::Text(code) => token.system.is_none() && *code == token.code,
        concept => {
            let codings = concept.get("coding").map_or(&[][..], Json::as_list);
            codings.iter().any(|coding| {
                let system = coding.text_of("system").unwrap_or_default();
                let of_system = token.system.as_ref().is_none_or(|named| named == system);
                let code = coding.text_of("code");
                of_system && (token.code.is_empty() || code == Some(token.code.as_str()))
            })
        }
    }
}
