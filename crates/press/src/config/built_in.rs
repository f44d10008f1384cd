//! What holds for an archive that says nothing else: the families, entities and deadlines of the
//! project's own `masthead.toml`, so that they are written in one place, and Jekyll's default
//! permalink.

use std::path::Path;

use newsletter::permalink::Permalink;

use super::invalid::Source;
use super::layer::Layer;
use super::{ConfigError, masthead_toml};

const OWN_FILE: &str = include_str!("../../../../masthead.toml");

/// Families, entities and deadlines.
pub(crate) fn layer() -> Result<Layer, ConfigError> {
    let own = masthead_toml::read(Path::new("masthead.toml"), OWN_FILE)?;
    Ok(Layer {
        families: own.families,
        patterns: own.patterns,
        deadlines: own.deadlines,
        ..Layer::default()
    })
}

/// The address of an issue.
pub(crate) fn permalink() -> Result<Permalink, ConfigError> {
    Source { path: Path::new("masthead.toml"), text: "" }.permalink("date", 0)
}
