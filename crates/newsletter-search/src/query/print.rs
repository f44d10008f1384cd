//! A query as text: parsing it again gives the same query.

use std::fmt::{self, Display, Formatter};

use super::{Clause, Matter, Query};

impl Display for Query {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        for (index, clause) in self.clauses.iter().enumerate() {
            if index > 0 {
                formatter.write_str(" ")?;
            }
            formatter.write_str(&clause.print())?;
        }
        Ok(())
    }
}

impl Clause {
    fn print(&self) -> String {
        let sign = if self.is_excluded { "-" } else { "" };
        let text = match &self.matter {
            Matter::Word(word) => word.clone(),
            Matter::Phrase(phrase) => quoted(phrase),
            Matter::Section(section) => named("section", section),
            Matter::Kep(number) => named("kep", number),
            Matter::Pr(number) => named("pr", number),
            Matter::Author(author) => named("author", author),
            Matter::Year(year) => {
                // A year has four digits.
                let digits = year.to_string();
                ["year:", "0000".get(digits.len()..).unwrap_or_default(), &digits].concat()
            }
            Matter::Before(date) => ["before:", &date.to_string()].concat(),
            Matter::After(date) => ["after:", &date.to_string()].concat(),
            Matter::Featured => "is:featured".to_owned(),
        };
        [sign, &text].concat()
    }
}

fn named(name: &str, value: &str) -> String {
    if value.contains(char::is_whitespace) {
        [name, ":", &quoted(value)].concat()
    } else {
        [name, ":", value].concat()
    }
}

fn quoted(text: &str) -> String {
    ["\"", text, "\""].concat()
}
