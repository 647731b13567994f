//! Choices: small closed sets of values, each with a code of its own by which forms name it.

/// Declares a choice with all its values in the order in which they are offered, and their codes.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $value:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $value),+ }

        impl $name {
            /// Every value, in the order in which they are offered.
            pub const ALL: &[Self] = &[$(Self::$value),+];

            /// The code by which a form names the value.
            pub fn code(self) -> &'static str {
                match self { $(Self::$value => stringify!($value)),+ }
            }

            /// The value of this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.code() == code)
            }
        }
    };
}

pub(in crate::domain) use choice;
