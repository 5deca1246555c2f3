//! What is in a person's record, for the person: things by type and date, in words and numbers.

use super::data::ThingElement;
use super::things::thing_of;
use crate::{InternalError, Records};
use domain::application::Application;
use domain::ids::{PersonId, RecordId};
use domain::policy;
use domain::record::Record;
use domain::thing::reading::{Facts, FieldOf, Sort, facts, fields};
use domain::thing::{PATIENT_CONNECT, Thing, Touch};
use domain::timestamp::Timestamp;
use domain::units::Units;
use roxmltree::Document;
use store::things::{self as table, Head};
use store::{Tx, applications, custodians, persons, records};
use uuid::Uuid;

pub use store::things::Behind;

/// Types of one record that are shown, and things of each that is no number.
const TILES: usize = 40;
const NAMED_ON_TILE: u32 = 3;
/// Things that the first page of a record shows.
const NEWEST: u32 = 8;

/// Where a thing's words come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Writer {
    You,
    /// A clinic, or another one who looks after the record.
    Named(String),
    /// A person or an application that is gone.
    Another,
}

/// A thing, read for people.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: Uuid,
    pub stamp: Uuid,
    pub type_id: Uuid,
    pub sort: Sort,
    pub effective_at: Timestamp,
    pub facts: Facts,
    pub added_by: Writer,
    pub added_at: Timestamp,
    /// Who changed it since, and when.
    pub changed: Option<(Writer, Timestamp)>,
    /// The person added it and may change it.
    pub own: bool,
    /// What the person reads numbers in.
    pub units: Units,
}

/// One type among a record's things: how many there are, and the latest of them.
#[derive(Clone, Debug)]
pub struct Tile {
    pub type_id: Uuid,
    pub sort: Sort,
    pub count: u64,
    /// The latest first.
    pub items: Vec<Item>,
}

/// A record as its first page shows it.
pub struct Contents {
    pub record: Record,
    pub tiles: Vec<Tile>,
    pub newest: Vec<Item>,
    pub total: u64,
}

/// A page of a record's things.
pub struct Items {
    pub record: Record,
    pub items: Vec<Item>,
    /// Where the next page begins.
    pub next: Option<Behind>,
}

/// One thing with all that it says.
pub struct WholeItem {
    pub record: Record,
    pub item: Item,
    pub fields: Vec<FieldOf>,
    /// As it was sent.
    pub xml: String,
}

impl Records<'_> {
    /// What is in a record; None where it is not the person's.
    pub async fn contents(
        self,
        person: PersonId,
        id: RecordId,
    ) -> Result<Option<Contents>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(record) = records::find(&mut tx, person, id).await? else {
            return Ok(None);
        };
        let reader = Reader::of(&mut tx, person).await?;
        let mut counts = table::counts(&mut tx, id).await?;
        let total = counts.iter().map(|(_, count)| count.unsigned_abs()).sum();
        counts.sort_unstable_by_key(|(kind, _)| (Sort::of(*kind), *kind));
        let mut tiles = Vec::new();
        for (type_id, count) in counts.into_iter().take(TILES) {
            let sort = Sort::of(type_id);
            let most = if sort.is_measured() {
                policy::TREND_POINTS
            } else {
                NAMED_ON_TILE
            };
            let heads = table::page(&mut tx, id, Some(type_id), Behind::START, most).await?;
            tiles.push(Tile {
                type_id,
                sort,
                count: count.unsigned_abs(),
                items: self.read_items(&mut tx, &reader, heads).await?,
            });
        }
        let heads = table::page(&mut tx, id, None, Behind::START, NEWEST).await?;
        Ok(Some(Contents {
            record,
            tiles,
            newest: self.read_items(&mut tx, &reader, heads).await?,
            total,
        }))
    }

    /// A page of a record's things, of one type or of all; None where the record is not the person's.
    pub async fn items(
        self,
        person: PersonId,
        id: RecordId,
        type_id: Option<Uuid>,
        behind: Option<Behind>,
    ) -> Result<Option<Items>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(record) = records::find(&mut tx, person, id).await? else {
            return Ok(None);
        };
        let reader = Reader::of(&mut tx, person).await?;
        let rows = policy::PAGE_ROWS;
        let behind = behind.unwrap_or(Behind::START);
        let mut heads = table::page(&mut tx, id, type_id, behind, rows + 1).await?;
        let more = heads.len() > rows as usize;
        heads.truncate(rows as usize);
        let next = heads.last().filter(|_| more).map(|last| Behind {
            effective_at: last.effective_at.into(),
            id: last.id,
        });
        let items = self.read_items(&mut tx, &reader, heads).await?;
        Ok(Some(Items {
            record,
            items,
            next,
        }))
    }

    /// One thing of a record; None where the record is not the person's, and where there is no such thing.
    pub async fn item(
        self,
        person: PersonId,
        record: RecordId,
        id: Uuid,
    ) -> Result<Option<WholeItem>, InternalError> {
        let mut tx = self.store().read().await?;
        let Some(record) = records::find(&mut tx, person, record).await? else {
            return Ok(None);
        };
        let Some(head) = table::find(&mut tx, record.id, id).await? else {
            return Ok(None);
        };
        let reader = Reader::of(&mut tx, person).await?;
        let Some(thing) = self.open_thing(&mut tx, &head).await? else {
            return Ok(None);
        };
        let item = reader.item(&thing);
        Ok(Some(WholeItem {
            fields: read(&thing.data.xml, |content| fields(content)).unwrap_or_default(),
            record,
            item,
            xml: thing.data.xml,
        }))
    }

    async fn read_items(
        self,
        tx: &mut Tx,
        reader: &Reader,
        heads: Vec<Head>,
    ) -> Result<Vec<Item>, InternalError> {
        let mut items = Vec::with_capacity(heads.len());
        for head in heads {
            // A document may have megabytes, and a line of a list shows none of them.
            if Sort::of(head.type_id) == Sort::Document {
                items.push(reader.item(&thing_of(&head, String::new())));
            } else if let Some(thing) = self.open_thing(tx, &head).await? {
                items.push(reader.item(&thing));
            }
        }
        Ok(items)
    }

    /// None where it changed since its head was read.
    pub(crate) async fn open_thing(
        self,
        tx: &mut Tx,
        head: &Head,
    ) -> Result<Option<Thing>, InternalError> {
        let sealed = table::data(tx, head.id, head.version_stamp).await?;
        sealed.map(|sealed| self.opened(head, &sealed)).transpose()
    }
}

/// Reads data that was checked when it was put; what does not read says nothing.
fn read<T>(xml: &str, of: impl FnOnce(ThingElement<'_, '_>) -> T) -> Option<T> {
    let document = Document::parse(xml).ok()?;
    let mut elements = document.root_element().children();
    elements
        .find(roxmltree::Node::is_element)
        .map(|content| of(ThingElement(content)))
}

/// Who reads, and the names that they know writers by.
pub(crate) struct Reader {
    person: PersonId,
    clinics: Vec<Application>,
    others: Vec<(PersonId, String)>,
    units: Units,
}

impl Reader {
    pub(crate) async fn of(tx: &mut Tx, person: PersonId) -> Result<Self, InternalError> {
        let clinics = applications::of_person(tx, person).await?;
        let chosen = persons::preferences(tx, person).await?;
        Ok(Self {
            person,
            clinics,
            others: custodians::beside(tx, person).await?,
            units: chosen.map_or(Units::Metric, |chosen| chosen.units),
        })
    }

    fn writer(&self, touch: Touch) -> Writer {
        if touch.application == PATIENT_CONNECT && touch.person == self.person {
            return Writer::You;
        }
        let name = if touch.application == PATIENT_CONNECT {
            let mut others = self.others.iter();
            let other = others.find(|(id, _)| *id == touch.person);
            other.map(|(_, name)| name.clone())
        } else {
            let mut clinics = self.clinics.iter();
            let clinic = clinics.find(|one| one.id == touch.application);
            clinic.map(|one| one.name.clone())
        };
        name.map_or(Writer::Another, Writer::Named)
    }

    pub(crate) fn item(&self, thing: &Thing) -> Item {
        let sort = Sort::of(thing.data.type_id);
        let facts = read(&thing.data.xml, |content| facts(sort, content));
        let changed = (thing.updated != thing.created)
            .then(|| (self.writer(thing.updated), thing.updated.at));
        Item {
            id: thing.id,
            stamp: thing.version_stamp,
            type_id: thing.data.type_id,
            sort,
            effective_at: thing.data.effective_at,
            facts: facts.unwrap_or(Facts::Plain),
            added_by: self.writer(thing.created),
            added_at: thing.created.at,
            changed,
            own: self.writer(thing.created) == Writer::You,
            units: self.units,
        }
    }
}
