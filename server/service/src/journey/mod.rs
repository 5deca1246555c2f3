//! The patient's ten steps: the code, the answer, the decision, and another record within a day.

pub(crate) mod answers;
pub(crate) mod authorize;
pub(crate) mod change_record;
pub(crate) mod changeable;
pub(crate) mod consent;
pub(crate) mod entry;
pub(crate) mod typed_answer;
