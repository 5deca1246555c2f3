//! Enums whose values have names: what rows, forms, the API and the command line call them.

/// An enum with `ALL`, `name` and `from_name`. A name that is stored is never changed or given another meaning.
#[macro_export]
macro_rules! named {
    ($(#[$about:meta])* $seen:vis enum $name:ident { $($(#[$value_about:meta])* $value:ident = $text:literal,)+ }) => {
        $(#[$about])*
        $seen enum $name {
            $($(#[$value_about])* $value,)+
        }

        impl $name {
            /// Every value, in the order in which people are shown them.
            pub const ALL: [Self; [$($text),+].len()] = [$(Self::$value,)+];

            /// As rows, forms and messages have it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$value => $text,)+
                }
            }

            /// The value of a name; None where there is none of this name.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.name() == name)
            }
        }
    };
}
