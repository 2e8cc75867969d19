//! The kinds and types of entities.

use std::fmt;

/// What sort of thing a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Kind {
    /// Someone who acts: a person, a body, a group, a people.
    Actor,
    /// A place on the map.
    Place,
    /// An expression of time.
    Date,
}

impl Kind {
    /// The name in lower case, as gold files write it.
    pub fn as_str(self) -> &'static str {
        match self {
            Kind::Actor => "actor",
            Kind::Place => "place",
            Kind::Date => "date",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Declares [`EntityType`] with the name and the kind of each variant in one row.
macro_rules! entity_types {
    ($($(#[$doc:meta])* $variant:ident $name:literal $kind:ident,)*) => {
        /// The type of an entity; each belongs to one [`Kind`].
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        #[non_exhaustive]
        pub enum EntityType {
            $($(#[$doc])* #[cfg_attr(feature = "serde", serde(rename = $name))] $variant,)*
        }

        impl EntityType {
            /// All types, in the order of their declaration.
            pub const ALL: &[EntityType] = &[$(EntityType::$variant,)*];

            /// The name in lower case, as gazetteers and gold files write it.
            pub fn as_str(self) -> &'static str {
                match self {
                    $(EntityType::$variant => $name,)*
                }
            }

            /// The type of that name.
            ///
            /// ```
            /// use khabar::EntityType;
            ///
            /// assert_eq!(EntityType::from_name("armed_group"), Some(EntityType::ArmedGroup));
            /// assert_eq!(EntityType::from_name("dragon"), None);
            /// ```
            pub fn from_name(name: &str) -> Option<EntityType> {
                match name {
                    $($name => Some(EntityType::$variant),)*
                    _ => None,
                }
            }

            /// The kind that the type belongs to.
            pub fn kind(self) -> Kind {
                match self {
                    $(EntityType::$variant => Kind::$kind,)*
                }
            }
        }
    };
}

entity_types! {
    /// بشار الأسد
    Person "person" Actor,
    /// A government or one of its bodies: وزارة الخارجية الأوكرانية
    State "state" Actor,
    /// القوات المالية
    Military "military" Actor,
    /// جماعة نصرة الإسلام والمسلمين
    ArmedGroup "armed_group" Actor,
    /// أرامكو السعودية
    Company "company" Actor,
    /// الأمم المتحدة
    Intergovernmental "intergovernmental" Actor,
    /// حزب الاستقلال
    Party "party" Actor,
    /// وكالة أسوشيتد برس
    Media "media" Actor,
    /// Clubs, universities, charities and all the rest: منظمة العفو الدولية
    Organization "organization" Actor,
    /// الطوارق
    People "people" Actor,
    /// مالي
    Country "country" Place,
    /// A region of no government of its own: غرب أفريقيا
    Region "region" Place,
    /// كيدال
    City "city" Place,
    /// A province, state or quarter: ولاية تكساس
    Admin "admin" Place,
    /// Seas, rivers, mountains, deserts: مضيق هرمز
    Natural "natural" Place,
    /// مطار القاهرة الدولي
    Facility "facility" Place,
    /// A day or longer: 7 أغسطس 2024
    Date "date" Date,
    /// Part of a day or a clock time: مساء أمس
    Time "time" Date,
    /// A length of time: ثلاثة أسابيع
    Duration "duration" Date,
    /// A time that comes again: كل يوم جمعة
    Set "set" Date,
}

impl fmt::Display for EntityType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
