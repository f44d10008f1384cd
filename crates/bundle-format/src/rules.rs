//! From the wire to the parser's own types.

use newsletter::Rules;
use newsletter::entity::{EntityPattern, EntityPatterns, PatternError};
use newsletter::family::{Families, Family};
use newsletter::rules::{ImageSize, Site};

use crate::{Manifest, Pattern};

impl Manifest {
    /// The rules by which this archive's posts are parsed, served under `base_path` (which begins
    /// and ends with `/`).
    ///
    /// # Errors
    ///
    /// A pattern that cannot be used; `press` writes none.
    pub fn rules(&self, base_path: &str) -> Result<Rules, PatternError> {
        let families = self.families.iter().map(|family| Family {
            id: family.id.clone(),
            name: family.name.clone(),
            headings: family.headings.clone(),
            is_featured: family.is_featured,
        });
        let images = self.images.iter().map(|image| ImageSize {
            path: image.path.clone(),
            width: image.width,
            height: image.height,
        });
        Ok(Rules {
            families: Families::new(families.collect()),
            patterns: EntityPatterns::new(&self.entity_patterns())?,
            site: Site {
                base_path: base_path.to_owned(),
                url: self.site_url.clone(),
                images: images.collect(),
            },
        })
    }
    /// The patterns by which entities are recognised.
    pub fn entity_patterns(&self) -> Vec<EntityPattern> {
        let pattern = |pattern: &Pattern| EntityPattern {
            kind: pattern.kind.clone(),
            key: pattern.key.clone(),
            text: pattern.text.clone(),
            link: pattern.link.clone(),
            defaults: pattern.defaults.clone(),
        };
        self.patterns.iter().map(pattern).collect()
    }
}
