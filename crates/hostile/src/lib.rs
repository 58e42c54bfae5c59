//! Hostile input for everything in Guichet that reads what nobody vouches for: each function takes any bytes, and none may
//! panic or go on for long. The program of this crate and the fuzz targets beside it are made of them.

pub mod content;
pub mod index;
// The portal is a program for browsers, so its reader is taken from where it lies.
#[path = "../../../src/api/json/mod.rs"]
mod json;
pub mod pattern;
mod pieces;
pub mod reply;
