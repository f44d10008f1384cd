//! WebDriver as the W3C describes it: <https://www.w3.org/TR/webdriver2/>.

mod driver;
mod session;

pub use self::session::{Element, Refusal, Session};
