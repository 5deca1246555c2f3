//! The pages: one file each, a view model and a pure function of it.
