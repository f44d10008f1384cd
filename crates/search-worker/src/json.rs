//! JSON, written from front to back.

/// A text that grows. Commas are put where they belong; that brackets and keys pair is up to the caller.
#[derive(Debug, Default)]
pub(crate) struct Json {
    text: String,
}

impl Json {
    /// What has been written.
    pub(crate) fn into_text(self) -> String {
        self.text
    }

    /// The name of what is written next.
    pub(crate) fn key(&mut self, name: &str) -> &mut Self {
        self.text(name);
        self.text.push(':');
        self
    }

    /// An object whose entries `fill` writes.
    pub(crate) fn object(&mut self, fill: impl FnOnce(&mut Self)) {
        self.part();
        self.text.push('{');
        fill(self);
        self.text.push('}');
    }

    /// An array of what `write` makes of each entry.
    pub(crate) fn array<T>(
        &mut self,
        entries: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Self, T),
    ) {
        self.list(|json| entries.into_iter().for_each(|entry| write(json, entry)));
    }

    /// An array of whatever `fill` writes.
    pub(crate) fn list(&mut self, fill: impl FnOnce(&mut Self)) {
        self.part();
        self.text.push('[');
        fill(self);
        self.text.push(']');
    }

    /// A string.
    pub(crate) fn text(&mut self, value: &str) {
        self.part();
        self.text.push('"');
        let mut rest = value;
        while let Some(at) = rest.find(|c: char| c < ' ' || c == '"' || c == '\\') {
            let (plain, special) = rest.split_at(at);
            self.text.push_str(plain);
            let mut signs = special.chars();
            self.escape(signs.next().unwrap_or_default());
            rest = signs.as_str();
        }
        self.text.push_str(rest);
        self.text.push('"');
    }

    fn escape(&mut self, sign: char) {
        self.text.push('\\');
        match sign {
            '\n' => self.text.push('n'),
            '"' | '\\' => self.text.push(sign),
            _ => {
                self.text.push_str(if u32::from(sign) < 16 { "u000" } else { "u001" });
                self.text.extend(char::from_digit(u32::from(sign) % 16, 16));
            }
        }
    }

    /// A whole number.
    pub(crate) fn number(&mut self, value: usize) {
        self.part();
        self.digits(value, 1);
    }

    /// A number with three decimals, from its thousandths.
    pub(crate) fn thousandths(&mut self, value: usize) {
        self.part();
        self.digits(value / 1000, 1);
        self.text.push('.');
        self.digits(value % 1000, 3);
    }

    /// A day as `2023-09-05`; the year is from 0 to 9999.
    pub(crate) fn day(&mut self, year: usize, month: u8, day: u8) {
        self.part();
        self.text.push('"');
        self.digits(year, 4);
        for number in [month, day] {
            self.text.push('-');
            self.digits(usize::from(number), 2);
        }
        self.text.push('"');
    }

    /// `true` or `false`.
    pub(crate) fn truth(&mut self, value: bool) {
        self.part();
        self.text.push_str(if value { "true" } else { "false" });
    }

    /// `null`.
    pub(crate) fn null(&mut self) {
        self.part();
        self.text.push_str("null");
    }

    /// At least so many digits.
    fn digits(&mut self, value: usize, least: u32) {
        let mut power = 10_usize.pow(least - 1);
        while value / power >= 10 {
            power *= 10;
        }
        while power > 0 {
            self.text.extend(
                u32::try_from(value / power % 10)
                    .ok()
                    .and_then(|digit| char::from_digit(digit, 10)),
            );
            power /= 10;
        }
    }

    /// Parts what follows from what is there: no value ends with one of these three.
    fn part(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(['{', '[', ':']) {
            self.text.push(',');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn written(write: impl FnOnce(&mut Json)) -> Value {
        let mut json = Json::default();
        write(&mut json);
        let text = json.into_text();
        serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"))
    }

    #[test]
    fn every_sign_of_a_text_comes_back() {
        let ascii: String = (0..128_u8).map(char::from).collect();
        for text in ["", "plain", "a\nb", "\"\\\"", "{[:,", "größer 漢字 \u{1f680}", &ascii] {
            assert_eq!(written(|json| json.text(text)), Value::from(text));
        }
    }

    #[test]
    fn numbers_have_their_digits() {
        for number in [0, 7, 10, 99, 100, 4_294_967_295] {
            assert_eq!(written(|json| json.number(number)), Value::from(number));
        }
        assert_eq!(written(|json| json.thousandths(12_034)), json!(12.034));
        assert_eq!(written(|json| json.thousandths(5)), json!(0.005));
        assert_eq!(written(|json| json.day(2023, 9, 5)), json!("2023-09-05"));
        assert_eq!(written(|json| json.day(33, 12, 25)), json!("0033-12-25"));
    }

    #[test]
    fn commas_stand_between_values_and_nowhere_else() {
        let value = written(|json| {
            json.object(|json| {
                json.key("list").array(["a{", "b["], Json::text);
                json.key("none").array([0; 0], Json::number);
                json.key("inner").object(|json| json.key("yes").truth(true));
                json.key("nothing").null();
                json.key("pairs")
                    .array([(1, 2), (3, 4)], |json, (a, b)| json.array([a, b], Json::number));
                json.key("mixed").list(|json| {
                    json.text("a");
                    json.number(1);
                });
            });
        });
        let expect = json!({
            "list": ["a{", "b["], "none": [], "inner": { "yes": true }, "nothing": null,
            "pairs": [[1, 2], [3, 4]], "mixed": ["a", 1],
        });
        assert_eq!(value, expect);
    }
}
