//! From the wire to the parser's own types.

use newsletter::Rules;
use newsletter::entity::EntityPatterns;
use newsletter::family::{Families, Family};
use newsletter::rules::{ImageSize, Site};

use crate::Manifest;

impl Manifest {
    /// The rules by which this archive's posts are parsed, served under `base_path` (which begins
    /// and ends with `/`). They recognise no entities: whoever reads has no use for them.
    pub fn rules(&self, base_path: &str) -> Rules {
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
        Rules {
            families: Families::new(families.collect()),
            patterns: EntityPatterns::default(),
            site: Site {
                base_path: base_path.to_owned(),
                url: self.site_url.clone(),
                images: images.collect(),
            },
        }
    }
}
