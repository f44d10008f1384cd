//! Many times of one kind, and the few numbers that they are told by.

use std::fmt;

use serde_json::Value;

/// Times in milliseconds, of at least one step.
#[derive(Debug, Clone, Default)]
pub(crate) struct Times(Vec<f64>);

impl Times {
    /// Adds the time that a step's outcome has under a key.
    pub(crate) fn add(&mut self, outcome: &Value, key: &str) {
        let time = outcome.get(key).and_then(Value::as_f64);
        self.push(time.unwrap_or_else(|| panic!("{outcome} has no time {key:?}")));
    }

    /// Adds a time.
    pub(crate) fn push(&mut self, time: f64) {
        self.0.push(time);
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// The time that half of the steps do not exceed.
    pub(crate) fn median(&self) -> f64 {
        self.quantile(0.5)
    }

    /// The longest.
    pub(crate) fn longest(&self) -> f64 {
        self.quantile(1.0)
    }

    /// The time that a share of the steps, from 0 to 1, do not exceed.
    fn quantile(&self, share: f64) -> f64 {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a share of a small number of steps"
        )]
        let place = (share * (sorted.len() - 1) as f64).round() as usize;
        sorted[place]
    }
}

impl FromIterator<f64> for Times {
    fn from_iter<T: IntoIterator<Item = f64>>(times: T) -> Self {
        Self(times.into_iter().collect())
    }
}

/// As three cells of a table: median, 95 of 100, longest.
impl fmt::Display for Times {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [median, most, longest] = [0.5, 0.95, 1.0].map(|share| self.quantile(share));
        write!(formatter, "{median:.2} | {most:.2} | {longest:.2}")
    }
}
