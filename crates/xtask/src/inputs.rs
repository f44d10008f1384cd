//! What something is made from, as one key: where the key is another, the thing has to be made anew.

use crate::failure::{Failure, Outcome};
use crate::place;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// Everything that one thing is made from, in the order in which it was named.
#[derive(Debug)]
pub(crate) struct Inputs(DefaultHasher);

impl Inputs {
    /// Nothing yet but this tool, whose code says how things are made.
    pub(crate) fn new() -> Outcome<Self> {
        let mut inputs = Self(DefaultHasher::new());
        let own = std::env::current_exe();
        inputs.installed(&own.map_err(|e| Failure::new(format!("where is this tool? {e}")))?)?;
        Ok(inputs)
    }

    /// A setting, by its name.
    pub(crate) fn setting(&mut self, name: &str, value: &str) {
        (name, value).hash(&mut self.0);
    }

    /// A file's path and content; of a folder, all files that are in it.
    pub(crate) fn path(&mut self, path: &Path) -> Outcome {
        if path.is_dir() {
            return place::files(path)?.iter().try_for_each(|file| self.path(file));
        }
        let bytes = std::fs::read(path)
            .map_err(|e| Failure::new(format!("{} cannot be read: {e}", path.display())))?;
        (path, bytes).hash(&mut self.0);
        Ok(())
    }

    /// A tool.
    pub(crate) fn tool(&mut self, name: &str) -> Outcome {
        let path = place::program(name).ok_or_else(|| {
            Failure::new(format!("`{name}` is not installed")).cure("cargo xtask setup")
        })?;
        self.installed(&path)
    }

    /// A program as it is installed: asking each for its version would take as long as using it.
    fn installed(&mut self, path: &Path) -> Outcome {
        let file = std::fs::metadata(path).and_then(|file| Ok((file.len(), file.modified()?)));
        let file =
            file.map_err(|e| Failure::new(format!("{} cannot be read: {e}", path.display())))?;
        (path, file).hash(&mut self.0);
        Ok(())
    }

    /// The key, as part of a file's name.
    pub(crate) fn key(&self) -> String {
        format!("{:016x}", self.0.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::Inputs;
    use crate::place;
    use std::path::Path;

    fn key(fill: impl Fn(&mut Inputs)) -> String {
        let mut inputs = Inputs::new().unwrap();
        fill(&mut inputs);
        inputs.key()
    }

    #[test]
    fn key_is_that_of_names_and_values() {
        let one = key(|inputs| inputs.setting("a", "bc"));
        assert_eq!(one, key(|inputs| inputs.setting("a", "bc")));
        assert_ne!(one, key(|inputs| inputs.setting("ab", "c")));
        assert_ne!(one, key(|inputs| inputs.setting("a", "bd")));
    }

    #[test]
    fn key_is_that_of_every_file_of_a_folder() {
        let folder = place::root().join("target/tests/inputs");
        let write = |name: &str, text: &str| {
            let file = folder.join(name);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        };
        let of_folder = || key(|inputs| inputs.path(&folder).unwrap());
        let _ = std::fs::remove_dir_all(&folder);
        write("a.css", "one");
        write("inner/b.css", "two");
        let before = of_folder();
        write("inner/b.css", "too");
        assert_ne!(before, of_folder());
        write("inner/b.css", "two");
        assert_eq!(before, of_folder());
        std::fs::rename(folder.join("a.css"), folder.join("c.css")).unwrap();
        assert_ne!(before, of_folder());
    }

    #[test]
    fn what_is_not_there_has_no_key() {
        assert!(Inputs::new().unwrap().path(Path::new("no/such/file")).is_err());
        assert!(Inputs::new().unwrap().tool("no-such-program").is_err());
    }
}
