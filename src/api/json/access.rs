//! Arrays, objects and enums, member by member.

use super::{Malformed, Outcome, scan::Scan};
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

impl<'de> Scan<'de> {
    pub(super) fn text<V: Visitor<'de>>(&mut self, visitor: V) -> Outcome<V::Value> {
        visitor.visit_str(&self.string()?)
    }

    pub(super) fn unit<V: Visitor<'de>>(&mut self, visitor: V) -> Outcome<V::Value> {
        self.null()?;
        visitor.visit_unit()
    }

    pub(super) fn seq<V: Visitor<'de>>(&mut self, visitor: V) -> Outcome<V::Value> {
        self.enter(b'[')?;
        let value = visitor.visit_seq(Members { scan: self, first: true })?;
        self.leave(b']')?;
        Ok(value)
    }

    pub(super) fn map<V: Visitor<'de>>(&mut self, visitor: V) -> Outcome<V::Value> {
        self.enter(b'{')?;
        let value = visitor.visit_map(Members { scan: self, first: true })?;
        self.leave(b'}')?;
        Ok(value)
    }
}

/// What is left of an array or an object.
struct Members<'s, 'de> {
    scan: &'s mut Scan<'de>,
    first: bool,
}

impl Members<'_, '_> {
    /// Goes to the next member; false at the end.
    fn next(&mut self, end: u8) -> Outcome<bool> {
        let first = std::mem::replace(&mut self.first, false);
        self.scan.member(first, end)
    }
}

impl<'de> SeqAccess<'de> for Members<'_, 'de> {
    type Error = Malformed;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Outcome<Option<T::Value>> {
        if self.next(b']')? { seed.deserialize(&mut *self.scan).map(Some) } else { Ok(None) }
    }
}

impl<'de> MapAccess<'de> for Members<'_, 'de> {
    type Error = Malformed;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Outcome<Option<K::Value>> {
        if self.next(b'}')? { seed.deserialize(&mut *self.scan).map(Some) } else { Ok(None) }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Outcome<V::Value> {
        self.scan.eat(b':')?;
        seed.deserialize(&mut *self.scan)
    }
}

/// `{"variant": content}`.
pub(super) fn variant<'de, V: Visitor<'de>>(scan: &mut Scan<'de>, visitor: V) -> Outcome<V::Value> {
    scan.enter(b'{')?;
    let value = visitor.visit_enum(Tagged(scan))?;
    scan.leave(b'}')?;
    Ok(value)
}

struct Tagged<'s, 'de>(&'s mut Scan<'de>);

impl<'de> EnumAccess<'de> for Tagged<'_, 'de> {
    type Error = Malformed;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Outcome<(T::Value, Self)> {
        let tag = seed.deserialize(&mut *self.0)?;
        self.0.eat(b':')?;
        Ok((tag, self))
    }
}

impl<'de> VariantAccess<'de> for Tagged<'_, 'de> {
    type Error = Malformed;

    fn unit_variant(self) -> Outcome<()> {
        self.0.null()
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Outcome<T::Value> {
        seed.deserialize(self.0)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Outcome<V::Value> {
        self.0.seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Outcome<V::Value> {
        self.0.map(visitor)
    }
}
