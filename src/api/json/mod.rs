//! JSON into the types of the contract, with as little code as it takes.
//!
//! The derived code of every type is made for the reader that it is used with, so what that reader's errors and access
//! types cost is paid once for every field. This one has an error of no size and no words (nobody would read them: an
//! answer that makes no sense is shown as such), and never reads a struct from an array. ADR 0012 has the figures.

mod access;
mod scan;

use scan::{Number, Scan};
use serde::{
    Deserializer,
    de::{self, DeserializeOwned, IntoDeserializer, Visitor},
};
use std::fmt;

/// Reads `text`, all of it; none if it is no JSON or does not hold a `T`.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut scan = Scan::new(text);
    let value = T::deserialize(&mut scan).ok()?;
    scan.at_end().then_some(value)
}

/// It is no JSON, or not of the type that was asked for.
#[derive(Debug)]
pub struct Malformed;

impl fmt::Display for Malformed {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Malformed {}

/// Every way to say what is wrong is spelt out: what serde gives by default would put it into words.
impl de::Error for Malformed {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }
    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

type Outcome<T> = Result<T, Malformed>;

/// Numbers of one kind, whatever their size: the visitor narrows.
macro_rules! numbers {
    ($($read:ident: $method:ident $visit:ident,)+) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
            visitor.$visit(self.$read()?)
        })+
    };
}

/// Kinds that are read in the same way.
macro_rules! same {
    ($($method:ident $(($name:ident: $type:ty))* => $as:ident,)+) => {
        $(fn $method<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Outcome<V::Value> {
            $(let _ = $name;)*
            self.$as(visitor)
        })+
    };
}

impl<'de> Deserializer<'de> for &mut Scan<'de> {
    type Error = Malformed;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        match self.peek() {
            b'{' => self.map(visitor),
            b'[' => self.seq(visitor),
            b'"' => self.text(visitor),
            b't' | b'f' => visitor.visit_bool(self.bool()?),
            b'n' => self.unit(visitor),
            _ => match self.number()? {
                Number::Natural(n) => visitor.visit_u64(n),
                Number::Negative(n) => visitor.visit_i64(n),
                Number::Fraction(n) => visitor.visit_f64(n),
            },
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        if self.peek() == b'n' {
            self.null()?;
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Outcome<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Outcome<V::Value> {
        if self.peek() == b'"' {
            return visitor.visit_enum(self.string()?.into_deserializer());
        }
        access::variant(self, visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Outcome<V::Value> {
        self.skip()?;
        visitor.visit_unit()
    }

    numbers! {
        bool: deserialize_bool visit_bool,
        natural: deserialize_u8 visit_u64,
        natural: deserialize_u16 visit_u64,
        natural: deserialize_u32 visit_u64,
        natural: deserialize_u64 visit_u64,
        integer: deserialize_i8 visit_i64,
        integer: deserialize_i16 visit_i64,
        integer: deserialize_i32 visit_i64,
        integer: deserialize_i64 visit_i64,
        fraction: deserialize_f32 visit_f64,
        fraction: deserialize_f64 visit_f64,
    }

    same! {
        deserialize_char => text,
        deserialize_str => text,
        deserialize_string => text,
        deserialize_identifier => text,
        deserialize_bytes => text,
        deserialize_byte_buf => text,
        deserialize_unit => unit,
        deserialize_unit_struct(name: &'static str) => unit,
        deserialize_seq => seq,
        deserialize_tuple(length: usize) => seq,
        deserialize_tuple_struct(name: &'static str)(length: usize) => seq,
        deserialize_map => map,
        deserialize_struct(name: &'static str)(fields: &'static [&'static str]) => map,
    }
}

#[cfg(test)]
mod tests;
